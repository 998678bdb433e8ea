// Tells what a changed unit is to be called: a ratio raised, a new tier, or simply changed.
#pragma once

#include "tiaoli/compare/comparison.hpp"

namespace tiaoli::compare {

/// Fills in `name` and `figures` of a change that has both sides.
void name_change(Change& change);

} // namespace tiaoli::compare
