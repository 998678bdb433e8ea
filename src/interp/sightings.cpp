// Keeps what was seen of each expression: a few marks, and for bounds the nearest amounts on both sides.
#include "tiaoli/interp/sightings.hpp"

namespace tiaoli::interp {

namespace {

/// `left − right`, where an order has a distance.
std::optional<value::Number> distance(const model::Scalar& left, const model::Scalar& right) {
    const auto* number = std::get_if<value::Number>(&left);
    const auto* bound = std::get_if<value::Number>(&right);
    if (number != nullptr && bound != nullptr)
        return *number - *bound;
    const auto* day = std::get_if<value::Date>(&left);
    const auto* limit = std::get_if<value::Date>(&right);
    if (day != nullptr && limit != nullptr)
        return value::Number{std::int64_t{day->days} - limit->days};
    return std::nullopt;
}

void narrow(std::optional<value::Number>& nearest, const std::optional<value::Number>& other) {
    if (other && (!nearest || *other < *nearest))
        nearest = other;
}

} // namespace

void Sightings::see(Place place, const Sighting& sighting) {
    std::vector<Sighting>& all = exprs_[place.first];
    if (all.size() <= place.second.index)
        all.resize(std::size_t{place.second.index} + 1);
    Sighting& known = all[place.second.index];
    known.seen = known.seen || sighting.seen;
    known.held = known.held || sighting.held;
    known.failed = known.failed || sighting.failed;
}

void Sightings::measure(Place place, const model::Scalar& left, const model::Scalar& right) {
    const auto apart = distance(left, right);
    if (!apart)
        return;
    Nearness& nearness = nearness_[place];
    if (apart->is_zero())
        nearness.met = true;
    else
        narrow(apart->is_negative() ? nearness.below : nearness.above, apart->absolute());
}

void Sightings::see_state(State state, const StateSighting& sighting) {
    StateSighting& known = states_[state];
    known.ran = known.ran || sighting.ran;
    known.ended = known.ended || sighting.ended;
}

void Sightings::join(const Sightings& other) {
    for (const auto& [version, all] : other.exprs_) {
        for (std::uint32_t index = 0; index < all.size(); ++index)
            see({version, model::ExprId{index}}, all[index]);
    }
    for (const auto& [place, nearness] : other.nearness_) {
        Nearness& known = nearness_[place];
        known.met = known.met || nearness.met;
        narrow(known.below, nearness.below);
        narrow(known.above, nearness.above);
    }
    for (const auto& [state, sighting] : other.states_)
        see_state(state, sighting);
}

Sighting Sightings::of(Place place) const {
    const auto found = exprs_.find(place.first);
    if (found == exprs_.end() || found->second.size() <= place.second.index)
        return {};
    return found->second[place.second.index];
}

const Nearness* Sightings::nearness(Place place) const {
    const auto found = nearness_.find(place);
    return found == nearness_.end() ? nullptr : &found->second;
}

StateSighting Sightings::state(State state) const {
    const auto found = states_.find(state);
    return found == states_.end() ? StateSighting{} : found->second;
}

} // namespace tiaoli::interp
