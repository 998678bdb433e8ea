// How one state of one record stood from which moment on; a later question about an earlier moment is answered too.
#pragma once

#include "places.hpp"
#include "tiaoli/interp/evaluator.hpp"
#include "values.hpp"

namespace tiaoli::interp {

/// What a trigger says at one point. An event counts where it happens; a condition where it turns from not true to true.
struct TriggerSignal {
    model::TriggerKind kind = model::TriggerKind::Condition;
    Judgement judged{Truth::False};
    model::RowRef by = {}; ///< the record that the event is
};

/// How the state stands from a moment on, until the next one of the history.
struct StateStand {
    Moment from;
    StateNote note;
    std::uint32_t regime = 0; ///< by which the change was judged; meaningful where `note.version` is valid
};

/// Points are taken in world order. What is unknown opens several courses that the state may have taken: it is known again
/// where they all agree. During one unknown stretch a condition is taken not to turn by itself.
class StateHistory {
  public:
    void take(const Moment& moment, const StateStand& judged_by, const TriggerSignal& begins,
              const TriggerSignal& ends);
    /// From here on no version in force knows the state.
    void leave(const Moment& moment);

    /// Null before its first change.
    const StateStand* at(const Moment& moment) const;
    /// The first change after the moment that has been taken; null where there is none.
    const StateStand* change_after(const Moment& moment) const;

  private:
    struct Course {
        bool running = false;
        bool begin_held = false;
        bool end_held = false;
    };
    using Courses = std::uint8_t; ///< a set of courses, one bit each
    static constexpr int course_count = 8;
    static Course course(int index) { return {(index & 4) != 0, (index & 2) != 0, (index & 1) != 0}; }
    static Courses bit(const Course& course);
    static bool any_running(Courses courses) { return (courses & 0xf0U) != 0; }
    static bool any_idle(Courses courses) { return (courses & 0x0fU) != 0; }

    /// Where the courses lead, and whether one of them begins here.
    struct Step {
        Courses courses = 0;
        bool begins = false;
    };
    Step step(const TriggerSignal& begins, const TriggerSignal& ends) const;
    void date_start(const Moment& moment, const Step& step, const TriggerSignal& begins);
    StateNote note(const Moment& moment, const TriggerSignal& begins, const TriggerSignal& ends) const;
    void append(const Moment& moment, StateNote note, const StateStand& judged_by);

    Courses courses_ = 1; ///< not in the state, no trigger held
    Truth last_begin_ = Truth::False;
    Truth last_end_ = Truth::False;
    std::optional<value::Date> since_; ///< of the courses that are in the state, where it is one certain day
    std::vector<Reason> doubts_;
    std::vector<StateStand> stands_;
};

} // namespace tiaoli::interp
