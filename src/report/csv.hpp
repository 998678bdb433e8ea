// One line of a result table.
#pragma once

#include <string>
#include <vector>

namespace tiaoli::report {

/// The byte order mark by which Excel and WPS know UTF-8.
inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// RFC 4180: cells quoted where they must be, CRLF at the end.
std::string csv_line(const std::vector<std::string>& cells);

} // namespace tiaoli::report
