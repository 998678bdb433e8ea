// A deadline in words: its last day, and the record that met it or did not.
#pragma once

#include "tiaoli/explain/wording.hpp"

#include <string>
#include <vector>

namespace tiaoli::explain {

/// "迟报1日", "逾期未履行"; what a hint says of a deadline that was not met.
std::string breach_text(const Scene& scene, const interp::DeadlineOutcome& outcome);

std::vector<std::string> deadline_lines(const Scene& scene, const model::Version& version,
                                        const interp::DeadlineOutcome& outcome);

} // namespace tiaoli::explain
