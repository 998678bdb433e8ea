// Goes through all cases that boxes tell apart. Values of an operand that no box left tells apart are looked at once.
#pragma once

#include "cases.hpp"

#include <functional>

namespace tiaoli::check {

/// A value for each of the first variables, by its atom; the others may have any value.
using CaseAtoms = std::vector<std::size_t>;

class CaseSearch {
  public:
    CaseSearch(const std::vector<CaseVariable>& variables, const std::vector<Box>& boxes)
        : variables_(variables), boxes_(boxes) {}

    /// Called once a case with the boxes that take it, in their order.
    using Visit = std::function<void(const CaseAtoms& atoms, const std::vector<std::uint32_t>& taking)>;
    /// False: there are too many cases, and some have not been looked at.
    bool run(const Visit& visit);

    /// The variables without which no box would take the case either: those that an example has to name.
    std::vector<std::size_t> needed_for_gap(const CaseAtoms& atoms) const;

  private:
    bool descend(CaseAtoms& atoms, const std::vector<std::uint32_t>& alive, const Visit& visit);
    bool allows(std::uint32_t box, std::size_t variable, std::size_t atom) const;

    const std::vector<CaseVariable>& variables_;
    const std::vector<Box>& boxes_;
    std::size_t work_ = 0;
};

} // namespace tiaoli::check
