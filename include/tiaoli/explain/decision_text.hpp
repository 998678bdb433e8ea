// One decision opened down to the cells of the case files, beside the words of the articles that it follows.
#pragma once

#include "tiaoli/explain/wording.hpp"
#include "tiaoli/interp/evaluator.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tiaoli::explain {

/// The whole explanation as text for a terminal or a file, ending with a line end.
std::string decision_text(const Scene& scene, interp::Evaluator& evaluator, model::MatterId matter,
                          std::uint32_t instance);

/// The explanation of one period of a matter that recurs, then the verdicts of the others; empty `period`: the latest one. Nothing
/// when the row is not reviewed in that period.
std::optional<std::string> period_text(const Scene& scene, interp::Evaluator& evaluator,
                                       model::MatterId matter, std::uint32_t row, const std::string& period);

/// The periods in which the matter reviews the row, earliest first.
std::vector<std::string> periods_of(interp::Evaluator& evaluator, model::MatterId matter, std::uint32_t row);

} // namespace tiaoli::explain
