// 分配 in a decision: reads its amount, ratios and limits, looks back at earlier splits, and gives all parts at once.
#include "engine.hpp"

namespace tiaoli::interp {

namespace {

const value::Number fen = value::Number::fraction(1, 100);

} // namespace

/// The value of one part; those of the others are kept beside it.
Value Engine::allocated(model::AllocationId id, model::FieldId field, const Context& context) {
    const model::Allocation& allocation = policy_.versions[context.version].allocations[id];
    context.frame->articles.insert(allocation.article);
    auto split = std::make_shared<Split>();
    split->allocation = id;
    StepScope scope(recorder_, TraceStep::Kind::Split, context);
    scope.step().allocation = id;
    const std::size_t mark = returned_.mark();
    const std::optional<Value> trouble = read_split(allocation, *split, context);
    const ReturnedList rests_on = kept(trouble.value_or(NoneValue{}), mark).rests_on;
    auto& worked = context.frame->matter_fields;
    const auto give = [&](model::FieldId part, const value::Number& share) {
        worked.insert_or_assign(part, Worked{trouble.value_or(model::Scalar{share}), rests_on});
    };
    for (const SplitPart& part : split->parts)
        give(part.field, part.share);
    give(allocation.rest, split->rest_share);
    scope.step().value = worked.at(field).value;
    if (!trouble) {
        scope.step().split = split;
        context.frame->splits.push_back(*split);
    }
    return worked.at(field).value;
}

/// Works the split out; or gives what all its parts are instead, where something is not known.
std::optional<Value> Engine::read_split(const model::Allocation& allocation, Split& split,
                                        const Context& context) {
    Absences absences;
    std::optional<value::Number> amount;
    read_amount(allocation.amount, allocation.rest, amount, absences, context);
    for (const model::AllocationPart& terms : allocation.parts) {
        SplitPart& part = split.parts.emplace_back(SplitPart{terms.field});
        read_amount(terms.ratio, terms.field, part.ratio, absences, context);
        read_amount(terms.limit, terms.field, part.limit, absences, context);
    }
    split.mode = allocation.mode;
    split.rest = allocation.rest;
    if (allocation.mode == model::AllocationMode::Cumulative)
        read_same(allocation, split, absences, context);
    const std::optional<model::AllocationTail> tail = read_tail(allocation, absences, context);
    if (!absences.none())
        return absences.result();
    if (tail)
        split.tail_to = tail->to.valid() ? tail->to : largest_part(split);
    if (split.tail_to == split.rest)
        split.tail_to = {};
    split.amount = amount->rounded_to(fen, value::Rounding::HalfUp);
    if (std::optional<Value> trouble = look_back(allocation, split, context))
        return trouble;
    share_out(split);
    return std::nullopt;
}

/// An operand that there is none of spoils the parts, as an unknown one does: it never lifts a limit.
void Engine::read_amount(model::ExprId expr, model::FieldId field, std::optional<value::Number>& into,
                         Absences& absences, const Context& context) {
    if (!expr.valid())
        return;
    const Value value = evaluate(expr, context);
    if (is_known(value))
        into = number(value);
    else if (std::holds_alternative<NoneValue>(value))
        absences.add(no_value({AbsenceReason::NoClause, context.own, field}));
    else
        absences.add(value);
}

/// The first whose condition holds. What is not known about one that comes earlier leaves all parts unknown.
std::optional<model::AllocationTail> Engine::read_tail(const model::Allocation& allocation,
                                                       Absences& absences, const Context& context) {
    for (const model::AllocationTail& tail : allocation.tails) {
        if (!tail.guard.valid())
            return tail;
        const Value holds = evaluate(tail.guard, context);
        if (std::holds_alternative<NoneValue>(holds))
            absences.add(no_value({AbsenceReason::NoClause, context.own, allocation.rest}));
        else if (!is_known(holds))
            absences.add(holds);
        else if (std::get<bool>(known(holds)))
            return tail;
    }
    return std::nullopt;
}

void Engine::read_same(const model::Allocation& allocation, Split& split, Absences& absences,
                       const Context& context) {
    split.keys.emplace();
    for (const model::FieldId key : allocation.same) {
        const Value value = field(context.own, key, context);
        if (is_known(value) && split.keys)
            split.keys->push_back(known(value));
        else if (std::holds_alternative<NoneValue>(value))
            split.keys.reset(); // there is none: no earlier record has the same
        else
            absences.add(value);
    }
}

std::optional<Value> Engine::look_back(const model::Allocation& allocation, Split& split,
                                       const Context& context) {
    if (allocation.mode != model::AllocationMode::Cumulative)
        return std::nullopt;
    if (split.keys) {
        bring_splits_to(context.moment);
        const SplitGroup group{allocation.matter, allocation.rest, allocation.same};
        if (const auto why = split_ledger_.look_back(group, context.moment, split))
            return unknown(*why);
        returned_.note(split_ledger_.rests_on(group, context.moment, *split.keys));
    }
    if ((split.before + split.amount).is_negative())
        return no_value({AbsenceReason::NegativeTotal, context.own, allocation.rest});
    return std::nullopt;
}

} // namespace tiaoli::interp
