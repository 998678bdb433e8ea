// A split in words: the amount, then how each part came to its figure, then the rest.
#pragma once

#include "tiaoli/explain/explanation.hpp"
#include "tiaoli/interp/split.hpp"

namespace tiaoli::explain {

/// The amount; below it each part, and the rest.
Step split_step(const Scene& scene, model::VersionId version, const interp::Split& split);

} // namespace tiaoli::explain
