// Text inside a page: nothing that a case file or a policy says can become markup.
#pragma once

#include <string>
#include <string_view>

namespace tiaoli::source {

/// For the content of elements and for attribute values in double quotes. Bytes that are no UTF-8, and control characters other
/// than tab and line ends, become U+FFFD.
std::string html_escaped(std::string_view text);

} // namespace tiaoli::source
