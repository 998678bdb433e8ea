// The one case that explain and letter are asked about: policy, case files, row, matters, period.
#pragma once

#include "command.hpp"

#include "tiaoli/explain/explanation.hpp"

#include <vector>

namespace tiaoli::cli {

struct AskedCase {
    project::Project project;
    data::CaseData data;
    interp::Options options;
    std::vector<model::MatterId> matters; ///< of one record type
    std::uint32_t row = 0;
    std::string period; ///< empty: the latest
};

/// Reads POLICY CASES RECORD-OR-MATTER KEY [PERIOD]; otherwise what is wrong has been printed, and `exit` set.
std::optional<AskedCase> read_case(const Arguments& arguments, Exit& exit);

/// One explanation a matter. Empty where no matter reviews the row in the period; that has been printed, and `exit` set.
std::vector<explain::Explanation> explanations(const Arguments& arguments, const AskedCase& asked,
                                               interp::Evaluator& evaluator, Exit& exit);

/// Writes the bytes to the file of -o, or prints them where there is none.
Exit write_out(const Arguments& arguments, const std::string& bytes);

} // namespace tiaoli::cli
