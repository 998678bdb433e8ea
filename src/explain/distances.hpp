// How far the values that a rule compares are from where the comparison turns.
#pragma once

#include "tiaoli/explain/explanation.hpp"

namespace tiaoli::explain {

/// One for each comparison of amounts, ratios, numbers or days in the rule, if all of it is known. `step` is the rule's.
std::vector<Distance> distances(const Scene& scene, const Explanation& explanation,
                                const interp::RuleOutcome& outcome, const interp::TraceStep& step);

} // namespace tiaoli::explain
