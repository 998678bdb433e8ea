// Which unit of the new version is which of the old one, and what has become of it.
#pragma once

#include "tiaoli/compare/comparison.hpp"

namespace tiaoli::compare {

/// Both by the pair of articles that a unit stands in; those without a difference are left out.
struct PlacedUnit {
    std::size_t pair = Change::no_pair;
    Unit unit;
};
std::vector<Change> changes_between(std::vector<PlacedUnit> before, std::vector<PlacedUnit> after);

} // namespace tiaoli::compare
