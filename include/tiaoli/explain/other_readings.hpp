// Which of the policy's other readings would have changed a decision.
#pragma once

#include "tiaoli/explain/explanation.hpp"

namespace tiaoli::explain {

/// Decides the whole of the case data once for each other reading of each parameter with readings (可选), one at a time, and adds
/// those that change the verdict or an output of the decision. `options` are those that the decision was made with.
void add_other_readings(const Scene& scene, const interp::Options& options, Explanation& explanation);

} // namespace tiaoli::explain
