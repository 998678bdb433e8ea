// 结果.json: the tables and the summary for other programs.
#pragma once

#include "result_table.hpp"

#include "tiaoli/report/report.hpp"

namespace tiaoli::report {

/// Numbers are texts of their exact decimals (`"1000000.00"` yuan, `"0.4"` for 40%, `"1/3"` where no decimal is exact), for most
/// readers of JSON would round a number; 是/否 is true/false, a day `"2025-03-10"`, no value null. Counts are numbers.
std::string results_json(const Outcome& outcome, const std::vector<ResultTable>& tables);

} // namespace tiaoli::report
