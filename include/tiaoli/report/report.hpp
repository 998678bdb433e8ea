// Result files of a run: one table a matter, the rows turned back, a manifest to compute the same again, and a summary.
#pragma once

#include "tiaoli/base/result.hpp"
#include "tiaoli/explain/wording.hpp"
#include "tiaoli/interp/evaluator.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace tiaoli::report {

/// One matter's decisions, in the order of the case file; those of a row by period.
struct MatterDecisions {
    model::MatterId matter;
    std::vector<interp::Decision> decisions;
};

/// Everything that was decided, and how it was asked for.
struct Outcome {
    explain::Scene scene; ///< result files are Chinese whatever its language; the summary follows it
    interp::Options options;
    std::string program_version;
    std::map<std::string, std::string> setting_texts; ///< --set as given
    std::vector<MatterDecisions> matters;
};

/// Decides everything of the given matters.
std::vector<MatterDecisions> decide_all(interp::Evaluator& evaluator,
                                        const std::vector<model::MatterId>& matters);

struct OutputFile {
    std::string name; ///< inside the output folder
    std::string bytes;
};

/// `<matter>.csv` for each matter, 退回.csv and 清单.json. Tables: UTF-8 with byte order mark, CRLF, RFC 4180. Same outcome, same bytes.
std::vector<OutputFile> files(const Outcome& outcome);

/// Counts by verdict, failing articles and sums of money outputs a matter, and the rows turned back. Ends with a line end.
std::string summary(const Outcome& outcome);

/// Writes all files beside their places and renames them once all are whole; makes the folder where it is missing.
/// Gives the paths written.
base::Result<std::vector<std::string>> write(const std::string& folder, const std::vector<OutputFile>& files);

} // namespace tiaoli::report
