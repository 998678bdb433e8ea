// Placeholder of this step: filled in by the next.
#include "distances.hpp"

namespace tiaoli::explain {

std::vector<Distance> distances(const Scene&, const Explanation&, const interp::RuleOutcome&,
                                const interp::TraceStep&) {
    return {};
}

} // namespace tiaoli::explain
