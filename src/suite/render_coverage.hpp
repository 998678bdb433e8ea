// Coverage as text.
#pragma once

#include "coverage.hpp"

namespace tiaoli::suite {

/// A table by article, what is still without an example, and a line a kind; `detail` leaves out all but the lines.
std::string render_coverage(const project::Project& project, const Results& results, model::VersionId version,
                            diag::Language language, CoverageDetail detail);

} // namespace tiaoli::suite
