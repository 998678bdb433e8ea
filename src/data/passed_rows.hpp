// Rows of a sheet that are no records: blank ones, totals, notes below the table.
#pragma once

#include "tiaoli/sheets/sheet.hpp"

#include <string>
#include <vector>

namespace tiaoli::data {

bool is_blank_row(const sheets::Sheet& sheet, std::size_t row);
/// A row whose first filled cell says that it adds up the others.
bool is_total_row(const sheets::Sheet& sheet, std::size_t row);
/// A row that explains or signs the table: “注：…” alone, or nothing but “制表人：…”, “审核：…” and their like.
bool is_note_row(const sheets::Sheet& sheet, std::size_t row);

/// “3、5、7”; only the first of many.
std::string row_list(const std::vector<std::uint32_t>& numbers);

} // namespace tiaoli::data
