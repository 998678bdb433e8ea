// A result table as CSV.
#pragma once

#include "result_table.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tiaoli::report {

/// The byte order mark by which Excel and WPS know UTF-8.
inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// RFC 4180: cells quoted where they must be, CRLF at the end.
std::string csv_line(const std::vector<std::string>& cells);

/// The whole table in UTF-8 with byte order mark, headings first.
std::string csv(const ResultTable& table);

} // namespace tiaoli::report
