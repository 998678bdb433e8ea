// Plans all records, orders what is to be worked out by its moment, and answers questions about it.
#include "settlement.hpp"

#include <algorithm>
#include <set>

namespace tiaoli::interp {

Settlement::Settlement(const model::Policy& policy, const data::CaseData& data, Options options,
                       TotalsBy totals_by)
    : policy_(policy), data_(data), options_(std::move(options)), places_(policy.schema, data),
      regimes_(policy, options_), engine_(policy, data, options_, places_, regimes_, ledger_, totals_by),
      planner_(policy, options_, places_, regimes_, engine_), decider_(policy, places_, engine_) {
    ledger_.open(policy.schema.matters.size());
    for (std::uint32_t index = 0; index < policy.schema.matters.size(); ++index) {
        const model::Matter& matter = policy.schema.matters[model::MatterId{index}];
        for (std::uint32_t row = 0; row < data.table(matter.record).rows(); ++row) {
            if (matter.recurrence == model::Recurrence::Once)
                ledger_.add({index}, {row}, {});
        }
    }
}

void Settlement::settle(const Progress& progress) {
    if (is_settled_)
        return;
    is_settled_ = true;
    std::vector<Event> events = plan_all();
    place_settled_results();
    engine_.forget();
    engine_.open_states();
    engine_.doubt_withheld_splits();
    add_relational_fields(events);
    std::sort(events.begin(), events.end());
    for (std::size_t done = 0; done < events.size(); ++done) {
        engine_.bring_states_to(events[done].moment);
        take(events[done]);
        if (progress)
            progress(done + 1, events.size());
    }
}

std::vector<Settlement::Event> Settlement::plan_all() {
    std::vector<Event> events;
    for (std::uint32_t index = 0; index < ledger_.plans.size(); ++index) {
        plan_matter({index});
        for (std::uint32_t instance = 0; instance < ledger_.plans[index].size(); ++instance) {
            const Plan& plan = ledger_.plans[index][instance];
            events.push_back({plan.moment, Event::Kind::Decision, {index}, {}, instance, plan.regime});
        }
    }
    return events;
}

/// A row that the matter does not review is 不适用; where the matter recurs it has no periods.
void Settlement::plan_matter(model::MatterId matter) {
    const bool recurs = policy_.schema.matters[matter].recurrence != model::Recurrence::Once;
    for (const Instance& instance : planner_.candidates(matter)) {
        Plan plan = planner_.plan(matter, instance);
        if (!recurs)
            ledger_.plans[matter.index][instance.row] = std::move(plan);
        else if (!plan.is_out)
            ledger_.add(matter, instance, std::move(plan));
    }
}

/// Plain fields of dated records that look at other records are worked out at their place, before anyone asks: a chain
/// of them through many records never becomes a deep recursion.
void Settlement::add_relational_fields(std::vector<Event>& events) {
    std::set<std::uint32_t> regimes;
    for (const std::vector<Plan>& plans : ledger_.plans) {
        for (const Plan& plan : plans) {
            if (plan.version.valid())
                regimes.insert(plan.regime);
        }
    }
    for (const std::uint32_t regime : regimes) {
        const model::VersionId version = regimes_[regime].version;
        for (const auto& [id, definition] : policy_.versions[version].definitions) {
            const model::Field& field = policy_.schema.fields[id];
            const bool at_own_place =
                field.role == model::FieldRole::Derived && places_.is_dated(field.record);
            if (!at_own_place || !engine_.analysis().field(version, id).relational)
                continue;
            for (const std::uint32_t row : places_.in_order(field.record))
                events.push_back({places_.of({field.record, row}), Event::Kind::Field, {}, id, row, regime});
        }
    }
}

void Settlement::take(const Event& event) {
    ReturnedLog& returned = engine_.returned();
    const std::size_t mark = returned.mark();
    if (event.kind == Event::Kind::Field) {
        const model::RowRef row{policy_.schema.fields[event.field].record, event.row};
        engine_.field(row, event.field,
                      {regimes_[event.regime].version, event.regime, row, {}, event.moment});
        returned.drop(mark);
        return;
    }
    const Plan& plan = ledger_.plan(event.matter, event.row);
    const Instance& instance = ledger_.instance(event.matter, event.row);
    Decision& decision = ledger_.decisions[event.matter.index][event.row];
    DecisionFrame frame;
    decision = decider_.decide(event.matter, instance, plan, frame);
    const ReturnedList rests_on = returned.take(mark);
    decision.could_change = returned.rows(rests_on);
    ledger_.returned[event.matter.index][event.row] = returned.settled(
        {policy_.schema.matters[event.matter].record, instance.row}, decision.verdict, rests_on);
    enter(decision, plan, event.row);
    engine_.keep_splits(decision, frame, plan, ledger_.returned_of(event.matter, event.row));
    ledger_.settled[event.matter.index][event.row] = true;
}

const std::vector<Instance>& Settlement::instances(model::MatterId matter) {
    settle();
    return ledger_.instances[matter.index];
}

std::span<const Decision> Settlement::decisions(model::MatterId matter) {
    settle();
    return ledger_.decisions[matter.index];
}

const Decision& Settlement::decide(model::MatterId matter, std::uint32_t instance) {
    settle();
    return ledger_.decision(matter, instance);
}

Value Settlement::field(model::FieldId id, std::uint32_t row_index) {
    settle();
    const model::Field& field = policy_.schema.fields[id];
    const model::RowRef row{field.record, row_index};
    const bool is_matters = field.matter.valid();
    if (is_matters && field.role == model::FieldRole::Verdict) {
        const auto verdict = static_cast<std::uint32_t>(ledger_.decision(field.matter, row_index).verdict);
        return model::Scalar{model::EnumerationValue{policy_.schema.verdicts, verdict}};
    }
    if (is_matters)
        return matter_field(id, row_index);
    const bool at_own_place = field.role == model::FieldRole::Derived && places_.is_dated(field.record);
    const Moment moment = at_own_place ? places_.of(row) : end_of_day(options_.today, places_.of(row));
    const model::VersionId version = planner_.version_on(value::Date{moment.day});
    const std::uint32_t regime = regimes_.find(version, value::Date{moment.day});
    return unnoted(engine_.field(row, id, {version, regime, row, {}, moment}));
}

Value Settlement::matter_field(model::FieldId id, std::uint32_t instance) {
    const model::Field& field = policy_.schema.fields[id];
    const Decision& decision = ledger_.decision(field.matter, instance);
    const model::RowRef row{field.record, decision.row};
    for (const OutputValue& output : decision.outputs) {
        if (output.field == id)
            return output.value;
    }
    const Plan& plan = ledger_.plan(field.matter, instance);
    if (!plan.version.valid() || plan.lacks_day)
        return no_value({AbsenceReason::NoOutput, row, id});
    DecisionFrame frame;
    return unnoted(engine_.field(
        row, id, decider_.context(field.matter, ledger_.instance(field.matter, instance), plan, frame)));
}

/// The value; which returned decisions it rests on is not asked for.
Value Settlement::unnoted(Value value) {
    engine_.returned().drop(0);
    return value;
}

std::vector<TraceStep> Settlement::trace(model::MatterId matter, std::uint32_t instance) {
    settle();
    return decider_.trace(matter, ledger_.instance(matter, instance), ledger_.plan(matter, instance));
}

} // namespace tiaoli::interp
