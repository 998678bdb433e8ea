// Which expressions of a policy some evaluation came to, what they came to, and how near amounts came to their bounds.
#pragma once

#include "tiaoli/model/policy.hpp"

#include <map>
#include <optional>
#include <utility>

namespace tiaoli::interp {

/// How near the left side of an order came to its right side (numbers in their own unit, dates in days).
struct Nearness {
    bool met = false; ///< both sides were equal
    std::optional<value::Number> below =
        {}; ///< the smallest distance by which the left side was the smaller one
    std::optional<value::Number> above = {}; ///< … the larger one
};

struct Sighting {
    bool seen = false;   ///< it was evaluated
    bool held = false;   ///< to 是
    bool failed = false; ///< to 否, there being none, or not having happened
};

struct StateSighting {
    bool ran = false;   ///< some record was in the state for certain
    bool ended = false; ///< and left it again
};

/// What caches repeat is in it from the first time.
class Sightings {
  public:
    using Place = std::pair<model::VersionId, model::ExprId>;
    using State = std::pair<model::VersionId, model::FieldId>;

    void see(Place place, const Sighting& sighting);
    /// `place` is a comparison, or one end of 在…之间.
    void measure(Place place, const model::Scalar& left, const model::Scalar& right);
    void see_state(State state, const StateSighting& sighting);
    void join(const Sightings& other);

    Sighting of(Place place) const;
    /// Null where two known amounts or days were never compared.
    const Nearness* nearness(Place place) const;
    StateSighting state(State state) const;

  private:
    std::map<model::VersionId, std::vector<Sighting>> exprs_; ///< by ExprId
    std::map<Place, Nearness> nearness_;
    std::map<State, StateSighting> states_;
};

} // namespace tiaoli::interp
