// The tables of a run, and its manifest.
#pragma once

#include "result_table.hpp"
#include "tiaoli/report/report.hpp"

namespace tiaoli::report {

/// 键、结论、未通过、需补正、提示、待释、依据版本, then the matter's outputs; one line a decision. Worded on so many threads.
ResultTable matter_table(const explain::Scene& scene, const MatterDecisions& matter, std::size_t jobs = 1);

/// 记录、文件、行、键、原因, then every heading of the rows turned back with the original cells.
ResultTable turned_back_table(const explain::Scene& scene);

/// 清单.json; `results` are the files that it stands beside.
std::string manifest(const Outcome& outcome, const std::vector<OutputFile>& results);

} // namespace tiaoli::report
