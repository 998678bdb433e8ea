// 结果.html: the tables and the summary as one page to read and to print.
#pragma once

#include "result_table.hpp"

#include "tiaoli/report/report.hpp"

namespace tiaoli::report {

/// One file that needs nothing else: no script, no network (its own policy forbids both), A4 across when printed.
std::string results_page(const Outcome& outcome, const std::vector<ResultTable>& tables);

} // namespace tiaoli::report
