// Fields of records: stored values, other decisions, and definitions as of a record's place, a decision or the asker's moment.
#include "engine.hpp"

#include <algorithm>

namespace tiaoli::interp {

namespace {

/// Whether the row's fields of this matter are being worked out by the asker itself.
bool belongs_to_decision(const model::Field& field, model::RowRef row, const Context& context) {
    const bool is_local = field.role == model::FieldRole::Matter || field.role == model::FieldRole::Output;
    return is_local && context.matter.valid() && field.matter == context.matter && row == context.own;
}

/// A stored value that is the same whenever it is read can be read without a place in time.
bool is_fixed_for(const Context& context, const model::Field& field) {
    return is_placeless(context) && field.role == model::FieldRole::Stored &&
           field.absence != model::Absence::Pending;
}

std::vector<TraceStep> without_depth(const std::vector<TraceStep>& parts) {
    std::vector<TraceStep> shallow = parts;
    for (TraceStep& part : shallow)
        part.parts.clear();
    return shallow;
}

} // namespace

Value Engine::field(model::RowRef row, model::FieldId id, const Context& context) {
    const model::Field& field = policy_.schema.fields[id];
    TIAOLI_CHECK(field.record == row.record, "a field is read from a record of its own type");
    const bool is_local = belongs_to_decision(field, row, context);
    if (!is_local && !places_.is_readable(row, context.moment) && !is_fixed_for(context, field)) {
        narrow(places_.of(row));
        return unknown({AbsenceReason::Future, row});
    }
    if (recorder_.recording())
        return open_field(row, id, context);
    return defined(row, id, context);
}

Value Engine::defined(model::RowRef row, model::FieldId id, const Context& context) {
    const model::Field& field = policy_.schema.fields[id];
    if (belongs_to_decision(field, row, context))
        return matter_field(id, context);
    switch (field.role) {
    case model::FieldRole::Stored:
        return stored(row, id, context);
    case model::FieldRole::Derived:
    case model::FieldRole::AsOf:
        note_articles(id, context);
        return shared_field(row, id, context);
    case model::FieldRole::State:
    case model::FieldRole::StateStart:
        note_articles(id, context);
        return state_value(row, id, context);
    case model::FieldRole::Matter:
    case model::FieldRole::Output:
    case model::FieldRole::Verdict:
        break;
    }
    return decided(row, id, context);
}

Value Engine::open_field(model::RowRef row, model::FieldId id, const Context& context) {
    const model::Field& field = policy_.schema.fields[id];
    if (field.role == model::FieldRole::State || field.role == model::FieldRole::StateStart)
        return open_state(row, id, context);
    const bool is_stored = field.role == model::FieldRole::Stored;
    StepScope scope(recorder_, is_stored ? TraceStep::Kind::Cell : TraceStep::Kind::Field, context);
    TraceStep& step = scope.step();
    step.row = row;
    step.field = id;
    const bool is_other = field.matter.valid() && !belongs_to_decision(field, row, context);
    if (is_other && !is_withheld(row))
        step.version = ledger_.plan(field.matter, row.row).version;
    const auto opened = recorder_.opened.find({row, id});
    if (opened == recorder_.opened.end()) {
        step.value = defined(row, id, context);
        if (!is_stored)
            recorder_.opened.emplace(std::pair{row, id}, without_depth(step.parts));
        return step.value;
    }
    step.parts = opened->second;
    const Unrecorded quiet(recorder_);
    step.value = defined(row, id, context);
    return step.value;
}

Value Engine::stored(model::RowRef row, model::FieldId id, const Context& context) {
    const data::Table& table = data_.table(row.record);
    switch (table.presence(row.row, id)) {
    case data::Presence::Missing:
        return unknown({AbsenceReason::NotSupplied, row, id});
    case data::Presence::Broken:
        return unknown({AbsenceReason::BrokenReference, row, id});
    case data::Presence::Withheld:
        return unknown({AbsenceReason::TurnedBack, row, id});
    case data::Presence::NotHappened:
        return NotHappenedValue{row, id};
    case data::Presence::None:
        return NoneValue{};
    case data::Presence::Given:
        break;
    }
    const model::Scalar& scalar = table.scalar(row.row, id);
    const auto* date = std::get_if<value::Date>(&scalar);
    const bool may_lie_ahead =
        policy_.schema.fields[id].absence == model::Absence::Pending && date != nullptr;
    if (may_lie_ahead && is_placeless(context))
        return unknown({AbsenceReason::TurnedBack, context.own});
    if (!may_lie_ahead || date->days <= context.moment.day)
        return scalar;
    narrow(start_of_day(date->days));
    return NotHappenedValue{row, id};
}

/// A verdict or an output of a decision that was made before the asker's moment.
Value Engine::decided(model::RowRef row, model::FieldId id, const Context& context) {
    const model::Field& field = policy_.schema.fields[id];
    if (is_withheld(row))
        return unknown({AbsenceReason::TurnedBack, row, id});
    if (const Reason* doubt = places_.doubt(row))
        return unknown(*doubt);
    const Plan& plan = ledger_.plan(field.matter, row.row);
    const bool is_earlier = plan.moment < context.moment && ledger_.is_settled(field.matter, row.row);
    if (!is_earlier && !plan.trial && plan.moment >= context.moment)
        narrow(after(plan.moment));
    if (!is_earlier || plan.trial || field.role == model::FieldRole::Matter)
        return unknown({AbsenceReason::NotDecided, row, id});
    const Decision& decision = ledger_.decision(field.matter, row.row);
    returned_.note(ledger_.returned_of(field.matter, row.row));
    const bool is_stated = decision.entered && decision.entered->holds;
    const bool sees_stated = is_stated && decision.entered->seen_from <= context.moment;
    if (is_stated && !sees_stated)
        narrow(decision.entered->seen_from);
    if (decision.result_unread)
        return unknown({AbsenceReason::ResultUnread, row, id});
    if (plan.not_on_file && !sees_stated)
        return unknown({AbsenceReason::NotDecided, row, id});
    const model::Verdict verdict = sees_stated ? decision.verdict : decision.policy_verdict();
    if (field.role == model::FieldRole::Verdict)
        return model::Scalar{
            model::EnumerationValue{policy_.schema.verdicts, static_cast<std::uint32_t>(verdict)}};
    if (verdict != model::Verdict::Pass)
        return no_value({AbsenceReason::NoOutput, row, id});
    for (const OutputValue& output : decision.outputs) {
        if (output.field == id)
            return output.value;
    }
    return no_value({AbsenceReason::NoOutput, row, id});
}

Value Engine::matter_field(model::FieldId id, const Context& context) {
    auto& worked = context.frame->matter_fields;
    const auto found = worked.find(id);
    if (found != worked.end() && !recorder_.recording()) {
        returned_.note(found->second.rests_on);
        return found->second.value;
    }
    Context own = context;
    own.element = {};
    const std::size_t mark = returned_.mark();
    Value value = worked_out(id, own);
    worked.insert_or_assign(id, kept(value, mark));
    return value;
}

/// What has been noted since is kept with the value, and stays noted.
Worked Engine::kept(const Value& value, std::size_t mark) {
    Worked worked{value, returned_.take(mark)};
    returned_.note(worked.rests_on);
    return worked;
}

/// A field that every asker of one version sees alike: at its record's place, or as long as nothing happens to change it.
Value Engine::shared_field(model::RowRef row, model::FieldId id, const Context& asker) {
    const bool at_own_place =
        policy_.schema.fields[id].role == model::FieldRole::Derived && places_.is_dated(row.record);
    if (at_own_place && is_withheld(row) && analysis_.field(asker.version, id).relational)
        return unknown(
            {AbsenceReason::TurnedBack, row, id}); // its place among others of its day is not known
    Context context{asker.version, asker.regime, row, {}, at_own_place ? places_.of(row) : asker.moment};
    if (!at_own_place && asker.excluded.record.valid()) {
        context.excluded = asker.excluded;
        context.frame = asker.frame;
        if (analysis_.field(asker.version, id).sets.contains(asker.excluded.record))
            return field_of_decision(row, id, context);
    }
    std::vector<Slot>& slots = slots_[{asker.regime, id}];
    if (slots.empty())
        slots.resize(data_.table(row.record).all_rows());
    Slot& slot = slots[row.row];
    const bool fits = slot.filled && slot.from <= context.moment && context.moment < slot.until;
    if (!fits || recorder_.recording()) {
        const HorizonScope scope(*this);
        const std::size_t mark = returned_.mark();
        slot.value = worked_out(id, context);
        slot.rests_on = returned_.take(mark);
        slot.from = context.moment;
        slot.until = at_own_place ? after(context.moment) : scope.horizon();
        slot.filled = true;
    }
    if (!at_own_place)
        narrow(slot.until);
    returned_.note(slot.rests_on);
    return slot.value;
}

/// A 时点 field that looks at records of the type being decided: it leaves that record out, so no other asker shares it.
Value Engine::field_of_decision(model::RowRef row, model::FieldId id, const Context& context) {
    narrow(context.moment);
    const auto found = context.frame->own_fields.find({id, row});
    if (found != context.frame->own_fields.end() && !recorder_.recording()) {
        returned_.note(found->second.rests_on);
        return found->second.value;
    }
    const std::size_t mark = returned_.mark();
    Value value = worked_out(id, context);
    context.frame->own_fields.insert_or_assign({id, row}, kept(value, mark));
    return value;
}

Value Engine::worked_out(model::FieldId id, const Context& context) {
    const Active now{context.own, id, context.moment};
    if (std::find(active_.begin(), active_.end(), now) != active_.end())
        return unknown({AbsenceReason::NotDecided, context.own, id});
    active_.push_back(now);
    Value value = given(id, context);
    active_.pop_back();
    return value;
}

/// By the kind of statement that says how the field comes about.
Value Engine::given(model::FieldId id, const Context& context) {
    const model::Version& version = policy_.versions[context.version];
    if (const auto split = version.allocated.find(id); split != version.allocated.end())
        return allocated(split->second, id, context);
    if (const auto deadline = version.timed.find(id); deadline != version.timed.end())
        return timed(deadline->second, id, context);
    return definition(id, context);
}

void Engine::note_articles(model::FieldId id, const Context& context) {
    if (context.frame == nullptr || !context.matter.valid())
        return;
    const std::set<model::ArticleId>& articles = analysis_.field(context.version, id).articles;
    context.frame->articles.insert(articles.begin(), articles.end());
}

} // namespace tiaoli::interp
