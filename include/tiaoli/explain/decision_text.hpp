// One decision opened down to the cells of the case files, beside the words of the articles that it follows.
#pragma once

#include "tiaoli/explain/wording.hpp"
#include "tiaoli/interp/evaluator.hpp"

#include <string>

namespace tiaoli::explain {

/// The whole explanation as text for a terminal or a file, ending with a line end. `row` is a row of the matter's record type.
std::string decision_text(const Scene& scene, interp::Evaluator& evaluator, model::MatterId matter,
                          std::uint32_t row);

} // namespace tiaoli::explain
