// The part of a changed text that is worth reading: what changed, and a little around it.
#pragma once

#include "tiaoli/compare/pieces.hpp"

#include <string>

namespace tiaoli::compare {

/// The pieces with what stayed cut down to a few characters beside each change, “……” in place of the rest.
std::vector<Piece> shortened(const std::vector<Piece>& pieces);

} // namespace tiaoli::compare
