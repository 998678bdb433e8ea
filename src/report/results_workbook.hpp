// 结果.xlsx: the summary, a sheet a matter, the rows turned back.
#pragma once

#include "result_table.hpp"

#include "tiaoli/report/report.hpp"

namespace tiaoli::report {

class Workbook;

/// So many rows fit on a sheet, the heading among them; a longer table goes on in “名（2）”.
inline constexpr std::size_t rows_of_a_sheet = 1'048'576;

base::Result<std::string> results_workbook(const Outcome& outcome, const std::vector<ResultTable>& tables);

/// The table as one sheet, or several where it has more rows than a sheet.
void add_table_sheets(Workbook& book, const ResultTable& table, std::size_t sheet_rows = rows_of_a_sheet);

/// The sheet 小结: verdicts by matter, what the rules of each article came to, sums, and a chart a matter.
void add_summary_sheet(Workbook& book, const Outcome& outcome);

} // namespace tiaoli::report
