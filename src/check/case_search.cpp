// Depth first over the variables, with the boxes that still can take the case.
#include "case_search.hpp"

#include <algorithm>

namespace tiaoli::check {

namespace {

/// Questions whether a box allows an atom: about a second.
constexpr std::size_t most_work = 20'000'000;

} // namespace

bool CaseSearch::run(const Visit& visit) {
    std::vector<std::uint32_t> all;
    for (std::uint32_t box = 0; box < boxes_.size(); ++box) {
        all.push_back(box);
    }
    CaseAtoms atoms;
    return descend(atoms, all, visit);
}

bool CaseSearch::allows(std::uint32_t box, std::size_t variable, std::size_t atom) const {
    const auto found = boxes_[box].find(variable);
    return found == boxes_[box].end() || found->second[atom];
}

bool CaseSearch::descend(CaseAtoms& atoms, const std::vector<std::uint32_t>& alive, const Visit& visit) {
    const std::size_t variable = atoms.size();
    if (variable == variables_.size() || alive.empty()) {
        visit(atoms, alive);
        return true;
    }
    std::set<std::vector<std::uint32_t>> met;
    const std::size_t count = variables_[variable].atoms.size();
    work_ += count * (alive.size() + 1);
    for (std::size_t atom = 0; atom < count && work_ <= most_work; ++atom) {
        std::vector<std::uint32_t> left;
        std::copy_if(alive.begin(), alive.end(), std::back_inserter(left),
                     [&](std::uint32_t box) { return allows(box, variable, atom); });
        if (!met.insert(left).second) {
            continue;
        }
        atoms.push_back(atom);
        if (!descend(atoms, left, visit)) {
            return false;
        }
        atoms.pop_back();
    }
    return work_ <= most_work;
}

std::vector<std::size_t> CaseSearch::needed_for_gap(const CaseAtoms& atoms) const {
    std::vector<std::size_t> needed;
    for (std::size_t variable = 0; variable < atoms.size(); ++variable) {
        needed.push_back(variable);
    }
    for (std::size_t variable = atoms.size(); variable-- > 0;) {
        std::vector<std::size_t> fewer = needed;
        fewer.erase(std::find(fewer.begin(), fewer.end(), variable));
        bool still = true;
        for (std::uint32_t box = 0; box < boxes_.size() && still; ++box) {
            still = std::any_of(fewer.begin(), fewer.end(),
                                [&](std::size_t each) { return !allows(box, each, atoms[each]); });
        }
        needed = still ? fewer : needed;
    }
    return needed;
}

} // namespace tiaoli::check
