// How far the history of one state of one record has been worked out, and what it waits for.
#pragma once

#include "key_index.hpp"
#include "returned.hpp"
#include "state_history.hpp"

namespace tiaoli::interp {

/// The records that may be events of a trigger, in world order, up to the next that has not happened.
struct EventQueue {
    bool by_keys =
        false; ///< only those with the trigger's keys; else all of the type, and the keys are compared at each
    model::RecordId record = {}; ///< not valid: the trigger is no event
    std::vector<Candidate> candidates = {};
    std::size_t at = 0;
    std::vector<std::uint32_t> withheld = {}; ///< turned-back rows that may be events, in world order
    std::size_t withheld_at = 0;
};

struct StateTrack {
    model::FieldId state = {};
    model::RowRef row = {};
    StateHistory history = {};
    Moment now = {};               ///< the last moment judged
    Moment next = {};              ///< the next at which anything may change
    model::VersionId version = {}; ///< in force at `now`; not valid: none that knows the state
    std::uint32_t regime = 0;
    Moment regime_ends = {};
    EventQueue begins = {};
    EventQueue ends = {};
    std::vector<Reason> undated = {}; ///< turned-back rows that may be events on a day that could not be read
    ReturnedList rests_on = {};
    bool busy = false;
};

/// A track that is to be looked at again at a moment.
struct StateDue {
    Moment moment;
    model::FieldId state;
    std::uint32_t row = 0;
    auto operator<=>(const StateDue&) const = default;
};

} // namespace tiaoli::interp
