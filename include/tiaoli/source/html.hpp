// Text inside a page of HTML.
#pragma once

#include <string>
#include <string_view>

namespace tiaoli::source {

/// The text as it stands between tags or inside a quoted attribute: `& < > " '` as references; control characters that no page may
/// hold, and bytes that are no UTF-8, become U+FFFD.
std::string html_escaped(std::string_view text);

} // namespace tiaoli::source
