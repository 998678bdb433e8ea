// Text in JSON's quotation marks.
#pragma once

#include <string>
#include <string_view>

namespace tiaoli::report {

/// UTF-8 stays as it is; quotation marks, backslashes and control characters are escaped.
std::string json_text(std::string_view text);

} // namespace tiaoli::report
