// Text in JSON's quotation marks.
#pragma once

#include <string>
#include <string_view>

namespace tiaoli::source {

/// A JSON string (RFC 8259) with its quotation marks; bytes that are no UTF-8 become U+FFFD.
std::string json_text(std::string_view text);

} // namespace tiaoli::source
