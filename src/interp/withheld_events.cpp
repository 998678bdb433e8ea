// Rows that were turned back may be events that begin or end a state: then the state is not known, so that a mistake in a file
// never helps.
#include "set_query.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>

namespace tiaoli::interp {

/// The turned-back rows that may have the keys of the trigger, in world order; those whose day could not be read come first.
std::vector<std::uint32_t> Engine::withheld_events(const SetQuery& query, const EventQueue& events,
                                                   const Context& context) {
    const data::Table& table = data_.table(events.record);
    std::vector<std::uint32_t> rows;
    if (table.rows() == table.all_rows())
        return rows;
    if (events.by_keys) {
        for (const WithheldIndex::Group* group :
             withheld_index(query, context).may_have(query.index_values())) {
            for (const Candidate& candidate : *group)
                rows.push_back(candidate.row);
        }
    } else {
        rows.resize(table.all_rows() - table.rows());
        std::iota(rows.begin(), rows.end(), table.rows());
    }
    std::sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::pair{places_.of({events.record, a}), a} < std::pair{places_.of({events.record, b}), b};
    });
    return rows;
}

/// Whether the next turned-back row of the queue has a day that could not be read.
bool Engine::is_undated(const EventQueue& events) const {
    return events.withheld_at < events.withheld.size() &&
           places_.of({events.record, events.withheld[events.withheld_at]}) == Moment{};
}

Moment Engine::next_withheld(const EventQueue& events) const {
    if (events.withheld_at >= events.withheld.size())
        return never;
    return places_.enters_sets({events.record, events.withheld[events.withheld_at]});
}

/// A turned-back row is never a certain event: what else stands in its row is not known.
Judgement Engine::perhaps(const Candidate& candidate, const model::Trigger& trigger, const EventQueue& events,
                          const Context& context) {
    Judgement found = event(candidate, trigger, events, context);
    if (found.truth == Truth::False)
        return found;
    join(found.reasons, {Reason{AbsenceReason::TurnedBack, {events.record, candidate.row}}});
    return {Truth::Unknown, std::move(found.reasons)};
}

/// An event on a day that could not be read may have begun or ended the state on any day: nothing can be said of it.
void Engine::hold_back_undated(StateTrack& track, const model::Trigger& trigger, EventQueue& events,
                               const Context& context) {
    for (; is_undated(events); ++events.withheld_at) {
        const Candidate candidate{events.withheld[events.withheld_at]};
        const Judgement found = perhaps(candidate, trigger, events, context);
        if (found.truth != Truth::False)
            join(track.undated, found.reasons);
    }
}

} // namespace tiaoli::interp
