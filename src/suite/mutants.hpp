// The changes that are tried on a policy, one at a time.
#pragma once

#include "tiaoli/suite/mutation.hpp"

#include <functional>

namespace tiaoli::suite {

/// What an example must have come to for the change to be able to matter to it; any one of a mutant's witnesses will do.
struct Witness {
    enum class Need : std::uint8_t {
        Seen, ///< the expression was evaluated
        Met,  ///< the two sides of the comparison were equal
        Within, ///< … or the left side was beyond the right by at most `reach` (below it, where `reach` is negative)
        Given ///< the field has a value in the facts
    };
    interp::Sightings::Place place = {};
    Need need = Need::Seen;
    value::Number reach = 0;
    model::FieldId field = {};
};

struct Mutant {
    MutantResult what;
    std::vector<std::function<void(model::Policy&)>> edits;
    std::vector<Witness> witnesses; ///< none: it may matter to every example
    bool changes_reading = false;   ///< the facts have to be read anew
};

/// In the order of the files. A place that several versions share is changed in all of them at once.
std::vector<Mutant> mutants(const project::Project& project);

} // namespace tiaoli::suite
