// A split in words: the amount, then how each part came to its figure, then the rest.
#pragma once

#include "tiaoli/explain/wording.hpp"
#include "tiaoli/interp/split.hpp"

#include <string>
#include <vector>

namespace tiaoli::explain {

/// One line for the amount, one for each part, one for the rest; those of the parts are indented.
std::vector<std::string> split_lines(const Scene& scene, const model::Version& version,
                                     const interp::Split& split);

} // namespace tiaoli::explain
