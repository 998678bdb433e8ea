// The line of a policy file that a message speaks of, with a mark under the words meant.
#pragma once

#include "tiaoli/source/source.hpp"

#include <string>

namespace tiaoli::diag {

/// Two lines, each ending with a newline: the source line (cut around the place to 100 columns) and a line of `^~~~` right
/// under the words meant, counting the columns that a terminal shows. A span over several lines is marked to the end of its first.
std::string excerpt(const source::Sources& sources, source::Span span);

} // namespace tiaoli::diag
