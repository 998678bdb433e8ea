// States (状态): their histories are folded forward through world order, one for all askers.
#include "set_query.hpp"

#include <algorithm>

namespace tiaoli::interp {

Value Engine::state_value(model::RowRef row, model::FieldId id, const Context& context) {
    if (is_withheld(row))
        return unknown({AbsenceReason::TurnedBack, row});
    const model::FieldId state = states_.at(id);
    StateTrack& track = state_track(state, row);
    if (track.busy && context.moment >= track.now)
        return unknown({AbsenceReason::NotDecided, row, id}); // a ring that was not refused
    bring_state_to(context.moment, track);
    const StateStand* change = track.history.change_after(context.moment);
    narrow(change != nullptr ? change->from : track.busy ? track.now : track.next);
    returned_.note(track.rests_on);
    if (!track.undated.empty())
        return UnknownValue{track.undated};
    const StateStand* stand = track.history.at(context.moment);
    const StateNote::Kind kind = stand == nullptr ? StateNote::Kind::NotBegun : stand->note.kind;
    if (kind == StateNote::Kind::Doubtful)
        return UnknownValue{stand->note.reasons};
    const bool runs = kind == StateNote::Kind::Running;
    if (id == state)
        return model::Scalar{runs};
    if (!runs)
        return no_value({AbsenceReason::NotInState, row, id});
    if (!stand->note.since)
        return UnknownValue{stand->note.reasons};
    return model::Scalar{*stand->note.since};
}

StateTrack& Engine::state_track(model::FieldId state, model::RowRef row) {
    std::vector<StateTrack>& tracks = tracks_[state];
    if (tracks.empty())
        tracks.resize(data_.table(row.record).rows());
    StateTrack& track = tracks[row.row];
    if (!track.state.valid()) {
        track.state = state;
        track.row = row;
        track.next = first_moment(row);
        states_due_.push({track.next, state, row.row});
    }
    return track;
}

void Engine::open_states() {
    for (const auto& [field, state] : states_) {
        const model::RecordId record = policy_.schema.fields[state].record;
        for (std::uint32_t row = 0; row < data_.table(record).rows(); ++row)
            state_track(state, {record, row});
    }
}

void Engine::bring_states_to(const Moment& moment) {
    while (!states_due_.empty() && states_due_.top().moment <= moment) {
        const StateDue due = states_due_.top();
        states_due_.pop();
        StateTrack& track = tracks_.at(due.state)[due.row];
        if (track.next == due.moment) // else it has been brought further already
            step_state(track);
    }
}

/// A dated record's state begins to be judged at its own place, any other on the first day in force of a version.
Moment Engine::first_moment(model::RowRef row) {
    std::optional<std::int32_t> day;
    for (const model::Version& version : policy_.versions) {
        const bool always = !version.effective || options_.only_version.valid();
        const std::int32_t from = always ? first_day() : version.effective->days;
        day = std::min(day.value_or(from), from);
    }
    return std::max(places_.of(row), start_of_day(day.value_or(0)));
}

std::int32_t Engine::first_day() {
    if (first_day_)
        return *first_day_;
    std::int32_t first = options_.today.days;
    for (const model::Record& record : policy_.schema.records) {
        for (const model::FieldId field : record.fields) {
            if (policy_.schema.fields[field].type.kind != model::TypeKind::Date)
                continue;
            const data::Table& table = data_.table(policy_.schema.fields[field].record);
            for (std::uint32_t row = 0; row < table.rows(); ++row) {
                if (table.presence(row, field) == data::Presence::Given)
                    first = std::min(first, std::get<value::Date>(table.scalar(row, field)).days);
            }
        }
    }
    first_day_ = first;
    return first;
}

void Engine::bring_state_to(const Moment& moment, StateTrack& track) {
    while (!track.busy && track.next <= moment)
        step_state(track);
}

void Engine::step_state(StateTrack& track) {
    const Moment now = track.next;
    track.now = now;
    track.busy = true;
    {
        const Unrecorded quiet(recorder_);
        const HorizonScope scope(*this);
        const std::size_t mark = returned_.mark();
        judge_state(track, now);
        track.rests_on = joined(track.rests_on, returned_.take(mark));
        track.next =
            std::min({scope.horizon(), track.regime_ends, next_event(track.begins), next_event(track.ends)});
    }
    track.busy = false;
    TIAOLI_CHECK(now < track.next, "a state goes forward");
    if (track.next < never)
        states_due_.push({track.next, track.state, track.row.row});
}

void Engine::judge_state(StateTrack& track, const Moment& now) {
    if (track.regime_ends <= now)
        enter_regime(track, now);
    if (!track.version.valid())
        return track.history.leave(now);
    const model::StateRule& rule = policy_.versions[track.version].states.at(track.state);
    const Context context{track.version, track.regime, track.row, {}, now};
    const TriggerSignal begins = signal(rule.begins, track.begins, context);
    const TriggerSignal ends = signal(rule.ends, track.ends, context);
    StateStand judged_by{now, {}, track.regime};
    judged_by.note.version = track.version;
    track.history.take(now, judged_by, begins, ends);
    note_state(track, now);
}

void Engine::note_state(const StateTrack& track, const Moment& now) {
    const StateStand* stand = options_.note_taken ? track.history.at(now) : nullptr;
    if (stand == nullptr)
        return;
    const StateNote::Kind kind = stand->note.kind;
    sightings_.see_state({track.version, track.state},
                         {kind == StateNote::Kind::Running, kind == StateNote::Kind::Ended});
}

/// Each day of a state is judged by the version and the parameters in force on that day.
void Engine::enter_regime(StateTrack& track, const Moment& now) {
    const value::Date day{now.day};
    const std::optional<value::Date> change = regimes_.next_change(day);
    track.regime_ends = change ? start_of_day(change->days) : never;
    track.version = regimes_.in_force_on(day);
    track.begins = {};
    track.ends = {};
    const bool known = track.version.valid() && policy_.versions[track.version].states.contains(track.state);
    if (!known) {
        track.version = {};
        return;
    }
    track.regime = regimes_.find(track.version, day);
    const model::StateRule& rule = policy_.versions[track.version].states.at(track.state);
    const Context context{track.version, track.regime, track.row, {}, now};
    track.begins = event_queue(rule.begins, context);
    track.ends = event_queue(rule.ends, context);
    track.undated.clear();
    hold_back_undated(track, rule.begins, track.begins, context);
    hold_back_undated(track, rule.ends, track.ends, context);
}

/// A verdict that is still to come neither begins nor ends anything, whatever is asked of it.
TriggerSignal Engine::signal(const model::Trigger& trigger, EventQueue& events, const Context& context) {
    TriggerSignal signal{trigger.kind};
    if (trigger.kind == model::TriggerKind::Condition) {
        signal.judged = judge(evaluate(trigger.condition, context));
        if (is_undecided_yet(signal.judged))
            signal.judged = {Truth::False};
        return signal;
    }
    if (next_event(events) > context.moment)
        return signal;
    const HorizonScope scope(*this); // it is judged here once for all
    if (next_withheld(events) <= context.moment) {
        const Candidate turned_back{events.withheld[events.withheld_at++]};
        signal.judged = perhaps(turned_back, trigger, events, context);
        return signal;
    }
    const Candidate candidate =
        events.by_keys ? events.candidates[events.at] : Candidate{places_.in_order(events.record)[events.at]};
    ++events.at;
    signal.judged = event(candidate, trigger, events, context);
    signal.by = {events.record, candidate.row};
    return signal;
}

EventQueue Engine::event_queue(const model::Trigger& trigger, const Context& context) {
    EventQueue events;
    if (trigger.kind == model::TriggerKind::Condition)
        return events;
    const auto& node =
        std::get<model::Aggregate>(policy_.versions[context.version].exprs[trigger.condition].node);
    const SetFacts& facts = analysis_.set(context.version, trigger.condition);
    SetQuery query{trigger.condition, node, facts};
    events.record = node.set.record;
    events.by_keys = std::all_of(node.set.keys.begin(), node.set.keys.end(), [&](const model::SetKey& key) {
        return is_lasting(context.version, key.value);
    });
    events.by_keys = events.by_keys && !read_keys(query, context);
    if (events.by_keys)
        events.candidates = index(facts, node, context).candidates(query.index_values());
    events.withheld = withheld_events(query, events, context);
    while (next_accepted(events) < context.moment)
        ++events.at;
    while (!is_undated(events) && next_withheld(events) < context.moment)
        ++events.withheld_at;
    return events;
}

/// Whether the record is an event, judged as of its entering.
Judgement Engine::event(const Candidate& candidate, const model::Trigger& trigger, const EventQueue& events,
                        const Context& context) {
    const auto& node =
        std::get<model::Aggregate>(policy_.versions[context.version].exprs[trigger.condition].node);
    SetQuery query{trigger.condition, node, analysis_.set(context.version, trigger.condition)};
    if (const std::optional<Value> settled = read_keys(query, context))
        return judge(*settled);
    Judgement found = matches(candidate, query, context);
    const model::RowRef element{events.record, candidate.row};
    for (const std::size_t at : query.facts.index_keys) {
        if (events.by_keys && !is_withheld(element))
            break;
        const Value value = field(element, node.set.keys[at].field, context);
        found =
            both(std::move(found), compare(model::CompareOperator::Equal, value, query.keys[at], context));
    }
    return found;
}

/// Where the next record of the queue can first be seen.
Moment Engine::next_event(const EventQueue& events) const {
    return std::min(next_accepted(events), next_withheld(events));
}

Moment Engine::next_accepted(const EventQueue& events) const {
    if (!events.record.valid())
        return never;
    const std::vector<std::uint32_t>& all = places_.in_order(events.record);
    if (events.at >= (events.by_keys ? events.candidates.size() : all.size()))
        return never;
    const std::uint32_t row = events.by_keys ? events.candidates[events.at].row : all[events.at];
    return places_.enters_sets({events.record, row});
}

/// Whether the expression has one value for as long as a regime lasts.
bool Engine::is_lasting(model::VersionId version, model::ExprId expr) const {
    const model::ExprNode& node = policy_.versions[version].exprs[expr].node;
    if (const auto* use = std::get_if<model::FieldOf>(&node)) {
        const model::Field& field = policy_.schema.fields[use->field];
        return field.role == model::FieldRole::Stored && field.absence != model::Absence::Pending &&
               is_lasting(version, use->base);
    }
    return std::holds_alternative<model::Constant>(node) || std::holds_alternative<model::OwnRecord>(node) ||
           std::holds_alternative<model::ParameterUse>(node);
}

/// The state as a step of a trace: with its condition as it was when it brought the change about.
Value Engine::open_state(model::RowRef row, model::FieldId id, const Context& context) {
    StepScope scope(recorder_, TraceStep::Kind::State, context);
    TraceStep& step = scope.step();
    step.row = row;
    step.field = id;
    step.value = defined(row, id, context);
    const model::FieldId state = states_.at(id);
    const StateStand* stand = tracks_.at(state)[row.row].history.at(context.moment);
    if (stand == nullptr)
        return step.value;
    step.state = stand->note;
    if (stand->note.version.valid())
        open_trigger(step, *stand, state);
    return step.value;
}

void Engine::open_trigger(TraceStep& step, const StateStand& stand, model::FieldId state) {
    const model::StateRule& rule = policy_.versions[stand.note.version].states.at(state);
    const bool ended = stand.note.kind == StateNote::Kind::Ended;
    const model::Trigger& trigger = ended ? rule.ends : rule.begins;
    step.version = stand.note.version;
    step.expr = trigger.condition;
    if (trigger.kind == model::TriggerKind::Event)
        return;
    // Another moment than the asker's: what is opened here says nothing of the same fields there.
    auto opened = std::exchange(recorder_.opened, {});
    const HorizonScope outer(*this);
    evaluate(trigger.condition, {stand.note.version, stand.regime, step.row, {}, stand.from});
    recorder_.opened = std::move(opened);
}

} // namespace tiaoli::interp
