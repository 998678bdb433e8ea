// 期限 in a decision: its last day, the first record that fulfils it, and what that makes of it.
#include "set_query.hpp"

#include <fmt/format.h>

namespace tiaoli::interp {

/// What lies in a deadline's time, before it and after it. A doubt is a record of which it is not known whether it counts.
struct Engine::Fulfilments {
    model::RowRef early = {};
    model::RowRef in_time = {};
    model::RowRef late = {};
    Judgement doubt_in_time{Truth::False};
    Judgement doubt_late{Truth::False};

    /// Takes the next record in world order; true when no later one can matter.
    bool take(model::RowRef row, value::Date day, const value::Period& days, const Judgement& counts) {
        if (counts.truth == Truth::False)
            return false;
        const bool is_certain = counts.truth == Truth::True;
        if (day < days.first) {
            early = is_certain ? row : early;
            return false;
        }
        const bool is_late = days.last < day;
        if (is_certain)
            (is_late ? late : in_time) = row;
        else
            (is_late ? doubt_late : doubt_in_time) =
                either(std::move(is_late ? doubt_late : doubt_in_time), counts);
        return is_certain;
    }
};

namespace {

DeadlineOutcome not_known(DeadlineOutcome outcome, const Judgement& doubt) {
    outcome.state = doubt.truth == Truth::NoValue ? DeadlineState::NoValue : DeadlineState::Unknown;
    outcome.reasons = doubt.reasons;
    return outcome;
}

DeadlineOutcome not_known(DeadlineOutcome outcome, const Value& value) {
    Absences absences;
    absences.add(value);
    const Value result = absences.result();
    if (const auto* unknown_value = std::get_if<UnknownValue>(&result))
        return not_known(std::move(outcome), Judgement{Truth::Unknown, unknown_value->reasons});
    const auto* none = std::get_if<NoValue>(&result);
    return not_known(std::move(outcome),
                     Judgement{Truth::NoValue, none != nullptr ? none->reasons : std::vector<Reason>{}});
}

bool is_doubt(const Judgement& judgement) { return judgement.truth != Truth::False; }

Value words_of(const DeadlineOutcome& outcome) {
    switch (outcome.state) {
    case DeadlineState::Fulfilled:
        return model::Scalar{std::string{"已履行"}};
    case DeadlineState::NotDue:
        return model::Scalar{std::string{"未到期"}};
    case DeadlineState::Early:
        return model::Scalar{std::string{"早报"}};
    case DeadlineState::Late:
        return model::Scalar{fmt::format("迟报{}日", outcome.days_late)};
    case DeadlineState::Missed:
        return model::Scalar{std::string{"逾期未履行"}};
    case DeadlineState::Unknown:
        return UnknownValue{outcome.reasons};
    case DeadlineState::NoValue:
        break;
    }
    return NoValue{outcome.reasons};
}

} // namespace

/// The outcome or the last day, whichever is asked for; the other is kept beside it.
Value Engine::timed(model::DeadlineId id, model::FieldId field, const Context& context) {
    const model::Deadline& deadline = policy_.versions[context.version].deadlines[id];
    context.frame->articles.insert(deadline.article);
    StepScope scope(recorder_, TraceStep::Kind::Deadline, context);
    const std::size_t mark = returned_.mark();
    DeadlineOutcome outcome = deadline_outcome(deadline, context);
    outcome.deadline = id;
    const Worked words = kept(words_of(outcome), mark);
    const Value due = outcome.due ? Value{model::Scalar{*outcome.due}} : words.value;
    auto& worked = context.frame->matter_fields;
    worked.insert_or_assign(deadline.outcome, words);
    worked.insert_or_assign(deadline.due, Worked{due, words.rests_on});
    scope.step().value = worked.at(field).value;
    scope.step().deadline = std::make_shared<DeadlineOutcome>(outcome);
    context.frame->deadlines.push_back(std::move(outcome));
    return worked.at(field).value;
}

DeadlineOutcome Engine::deadline_outcome(const model::Deadline& deadline, const Context& context) {
    DeadlineOutcome outcome;
    const Value span = last_day(deadline, context);
    if (!is_known(span))
        return not_known(std::move(outcome), span);
    const auto& days = std::get<value::Period>(known(span));
    outcome.due = days.last;
    const Fulfilments found = fulfilments(deadline, days, context);
    const auto settled = [&](DeadlineState state, model::RowRef by) {
        outcome.state = state;
        outcome.by = by;
        return outcome;
    };
    if (found.in_time.record.valid())
        return settled(DeadlineState::Fulfilled, found.in_time);
    if (is_doubt(found.doubt_in_time))
        return not_known(std::move(outcome), found.doubt_in_time);
    if (is_doubt(found.doubt_late))
        return not_known(std::move(outcome), found.doubt_late);
    if (found.late.record.valid()) {
        outcome.days_late = places_.of(found.late).day - days.last.days;
        return settled(DeadlineState::Late, found.late);
    }
    if (found.early.record.valid())
        return settled(DeadlineState::Early, found.early);
    narrow(start_of_day(days.last.days + 1));
    return settled(context.moment.day > days.last.days ? DeadlineState::Missed : DeadlineState::NotDue, {});
}

/// The time in which it can be met, as a period; one that runs from a day is open towards the past, for it can be met beforehand.
Value Engine::last_day(const model::Deadline& deadline, const Context& context) {
    if (deadline.period.valid())
        return evaluate(deadline.period, context);
    const Value start = evaluate(deadline.start, context);
    Value last = deadline.until.valid()
                     ? evaluate(deadline.until, context)
                     : arithmetic(model::BinaryOperator::Add, start, evaluate(deadline.length, context));
    if (is_known(last) && deadline.last_day == model::LastDay::RollsForward)
        last = calendar_call(model::Function::RollForward, {last});
    if (!is_known(last))
        return last;
    const value::Date open{std::numeric_limits<std::int32_t>::min()};
    return model::Scalar{value::Period{open, std::get<value::Date>(known(last))}};
}

/// Looks through the records in world order, as far as they are needed.
Engine::Fulfilments Engine::fulfilments(const model::Deadline& deadline, const value::Period& days,
                                        const Context& context) {
    const auto& node =
        std::get<model::Aggregate>(policy_.versions[context.version].exprs[deadline.fulfilment].node);
    const SetFacts& facts = analysis_.set(context.version, deadline.fulfilment);
    context.frame->articles.insert(facts.inner.articles.begin(), facts.inner.articles.end());
    SetQuery query{deadline.fulfilment, node, facts};
    Fulfilments found;
    if (const std::optional<Value> settled = read_keys(query, context)) {
        if (std::holds_alternative<UnknownValue>(*settled))
            found.doubt_in_time = judge(*settled);
        return found; // nothing has a key that does not exist
    }
    const Unrecorded quiet(recorder_);
    for (const Candidate& candidate : index(facts, node, context).candidates(query.index_values())) {
        const model::RowRef row{node.set.record, candidate.row};
        if (!places_.in_set(row, context.moment))
            break;
        if (row != context.excluded &&
            found.take(row, {places_.of(row).day}, days, matches(candidate, query, context)))
            break;
    }
    if (!found.in_time.record.valid())
        join_withheld(found, query, context);
    return found;
}

/// A row that was turned back may have met the deadline.
void Engine::join_withheld(Fulfilments& found, const SetQuery& query, const Context& context) {
    const data::Table& table = data_.table(query.node.set.record);
    if (table.rows() == table.all_rows())
        return;
    std::vector<Reason> reasons;
    for (const WithheldIndex::Group* group : withheld_index(query, context).may_have(query.index_values()))
        join(reasons, withheld_reasons(*group, query, context));
    if (!reasons.empty())
        found.doubt_in_time = {Truth::Unknown, std::move(reasons)};
}

} // namespace tiaoli::interp
