// Folds what the triggers of a state say, point by point.
#include "state_history.hpp"

#include <algorithm>

namespace tiaoli::interp {

namespace {

struct Turn {
    bool turns = false;
    bool held = false;
};

/// What may have happened to a trigger that was held or not before this point.
std::vector<Turn> turns(const TriggerSignal& signal, Truth last, bool held) {
    const bool is_event = signal.kind == model::TriggerKind::Event;
    if (signal.judged.truth == Truth::True)
        return {{is_event || !held, !is_event}};
    if (signal.judged.truth != Truth::Unknown)
        return {{false, false}};
    if (is_event)
        return {{true, false}, {false, false}};
    if (last == Truth::Unknown)
        return {{false, held}};
    return {{!held, true}, {false, false}};
}

/// Whether the trigger may have turned here, without anyone knowing.
bool opens_doubt(const TriggerSignal& signal, Truth last) {
    return signal.judged.truth == Truth::Unknown &&
           (signal.kind == model::TriggerKind::Event || last != Truth::Unknown);
}

bool same_stand(const StateNote& a, const StateNote& b) {
    const bool both_idle = a.kind == StateNote::Kind::Ended && b.kind == StateNote::Kind::Ended;
    return a.kind == b.kind && (both_idle || a.kind == StateNote::Kind::Doubtful || a.since == b.since) &&
           a.reasons == b.reasons;
}

} // namespace

StateHistory::Courses StateHistory::bit(const Course& course) {
    const unsigned index =
        (course.running ? 4U : 0U) + (course.begin_held ? 2U : 0U) + (course.end_held ? 1U : 0U);
    return static_cast<Courses>(1U << index);
}

/// At one point an end wins over a start.
StateHistory::Step StateHistory::step(const TriggerSignal& begins, const TriggerSignal& ends) const {
    Step step;
    for (int index = 0; index < course_count; ++index) {
        const Course now = course(index);
        if ((courses_ & bit(now)) == 0)
            continue;
        for (const Turn& begin : turns(begins, last_begin_, now.begin_held)) {
            for (const Turn& end : turns(ends, last_end_, now.end_held)) {
                const bool running = !end.turns && (begin.turns || now.running);
                const unsigned reached = bit({running, begin.held, end.held});
                step.courses = static_cast<Courses>(step.courses | reached);
                step.begins = step.begins || (running && !now.running);
            }
        }
    }
    return step;
}

void StateHistory::take(const Moment& moment, const StateStand& judged_by, const TriggerSignal& begins,
                        const TriggerSignal& ends) {
    if (opens_doubt(begins, last_begin_))
        join(doubts_, begins.judged.reasons);
    if (opens_doubt(ends, last_end_))
        join(doubts_, ends.judged.reasons);
    const Step next = step(begins, ends);
    date_start(moment, next, begins);
    courses_ = next.courses;
    last_begin_ = begins.judged.truth;
    last_end_ = ends.judged.truth;
    if (!any_running(courses_) || (!any_idle(courses_) && since_))
        doubts_.clear();
    append(moment, note(moment, begins, ends), judged_by);
}

/// A start that may have been an earlier one has no certain day.
void StateHistory::date_start(const Moment& moment, const Step& step, const TriggerSignal& begins) {
    const bool is_certain = begins.judged.truth == Truth::True && !any_running(courses_);
    if (!any_running(step.courses) || (step.begins && !is_certain))
        since_.reset();
    else if (step.begins)
        since_ = value::Date{moment.day};
}

StateNote StateHistory::note(const Moment& moment, const TriggerSignal& begins,
                             const TriggerSignal& ends) const {
    StateNote note;
    note.since = value::Date{moment.day};
    note.reasons = doubts_;
    if (any_running(courses_) && any_idle(courses_)) {
        note.kind = StateNote::Kind::Doubtful;
    } else if (any_running(courses_)) {
        note.kind = StateNote::Kind::Running;
        note.since = since_;
        note.by = begins.by;
    } else if (!stands_.empty()) {
        note.kind = StateNote::Kind::Ended;
        note.by = ends.by;
        note.holds_still = begins.kind == model::TriggerKind::Condition && begins.judged.truth == Truth::True;
    }
    return note;
}

void StateHistory::append(const Moment& moment, StateNote note, const StateStand& judged_by) {
    if (note.kind == StateNote::Kind::NotBegun || (!stands_.empty() && same_stand(stands_.back().note, note)))
        return;
    note.version = judged_by.note.version;
    stands_.push_back({moment, std::move(note), judged_by.regime});
}

void StateHistory::leave(const Moment& moment) {
    courses_ = 1;
    last_begin_ = Truth::False;
    last_end_ = Truth::False;
    since_.reset();
    doubts_.clear();
    append(moment, note(moment, {}, {}), {});
}

const StateStand* StateHistory::at(const Moment& moment) const {
    const StateStand* next = change_after(moment);
    const StateStand* end = stands_.data() + stands_.size();
    const StateStand* at = next == nullptr ? end : next;
    return at == stands_.data() ? nullptr : at - 1;
}

const StateStand* StateHistory::change_after(const Moment& moment) const {
    const auto found =
        std::upper_bound(stands_.begin(), stands_.end(), moment,
                         [](const Moment& asked, const StateStand& stand) { return asked < stand.from; });
    return found == stands_.end() ? nullptr : &*found;
}

} // namespace tiaoli::interp
