// Result files of a run: one table a matter, the rows turned back, a manifest to compute the same again, and a summary.
#pragma once

#include "tiaoli/base/result.hpp"
#include "tiaoli/explain/wording.hpp"
#include "tiaoli/interp/evaluator.hpp"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace tiaoli::report {

/// One matter's decisions, in the order of the case file; those of a row by period. They are the evaluator's own.
struct MatterDecisions {
    model::MatterId matter;
    std::span<const interp::Decision> decisions;
};

/// In which form the result tables are written.
enum class TableFormat : std::uint8_t { Csv, Xlsx, Json, Html };

/// Everything that was decided, and how it was asked for.
struct Outcome {
    explain::Scene scene; ///< result files are Chinese whatever its language; the summary follows it
    interp::Options options;
    std::string program_version;
    std::map<std::string, std::string> setting_texts; ///< --set as given
    std::vector<MatterDecisions> matters;
    std::vector<TableFormat> formats{TableFormat::Csv, TableFormat::Xlsx}; ///< without repetition
    std::size_t jobs = 1; ///< threads that word and write the tables; the bytes are the same whatever it is
};

/// Decides everything of the given matters. The evaluator must outlive what is returned.
std::vector<MatterDecisions> decide_all(interp::Evaluator& evaluator,
                                        const std::vector<model::MatterId>& matters,
                                        const interp::Progress& progress = {});

struct OutputFile {
    std::string name; ///< inside the output folder
    std::string bytes;
};

/// By the outcome's formats `<matter>.csv` for each matter and 退回.csv, 结果.xlsx, 结果.json, 结果.html; always 清单.json.
/// Same outcome, same bytes. Fails only where the workbook cannot be built for want of space for its working files.
base::Result<std::vector<OutputFile>> files(const Outcome& outcome);

/// Counts by verdict, failing articles and sums of money outputs a matter, and the rows turned back. Ends with a line end.
std::string summary(const Outcome& outcome);

/// Puts the files into the folder in place of the results that stand there; makes the folder where it is missing. Whatever
/// happens, even if the program is killed, the folder holds the old results or the new ones, never some of each
/// (`docs/decisions/0013-result-files.md`). Other files in it stay. Gives the paths written.
base::Result<std::vector<std::string>> write(const std::string& folder, const std::vector<OutputFile>& files);

} // namespace tiaoli::report
