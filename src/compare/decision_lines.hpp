// Decisions and causes, as lines of the text report.
#pragma once

#include "tiaoli/compare/report.hpp"

namespace tiaoli::compare {

/// Layers three and four; the report has decisions.
std::string decision_lines(const Report& report);

} // namespace tiaoli::compare
