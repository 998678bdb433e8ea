// Definitions: clauses of all statements together, conflicts, 其他的, 没有的, and adjustments.
#include "engine.hpp"

namespace tiaoli::interp {

/// What the clauses of a definition come to.
struct Engine::Choice {
    std::vector<Value> certain;    ///< values of the clauses whose guard holds
    std::vector<Value> possible;   ///< values of those whose guard cannot be told
    Judgement doubt{Truth::False}; ///< why it cannot be told
    bool exhaustive = false;       ///< some clause applies whatever the guards are
};

namespace {

bool all_same(const std::vector<Value>& values) {
    for (const Value& value : values) {
        if (!same(value, values.front()))
            return false;
    }
    return true;
}

/// Several clauses that hold: their one value, or what they lack, or a conflict.
Value agreed(const std::vector<Value>& values, const Reason& conflict) {
    Absences absences;
    for (const Value& value : values) {
        if (std::holds_alternative<UnknownValue>(value) || std::holds_alternative<NoValue>(value))
            absences.add(value);
    }
    if (!absences.none())
        return absences.result();
    return all_same(values) ? values.front() : unknown(conflict);
}

} // namespace

/// The day from which the tables hold that hold on the 依据日; no day: those without one.
std::optional<value::Date> Engine::begun_last(const model::Definition& definition,
                                              const std::optional<value::Date>& since) {
    std::optional<value::Date> last;
    for (const model::DefinitionPart& part : definition.parts) {
        if (part.from && since && *part.from <= *since && (!last || *last < *part.from))
            last = part.from;
    }
    return last;
}

Value Engine::definition(model::FieldId field, const Context& context) {
    const model::Version& version = policy_.versions[context.version];
    const auto found = version.definitions.find(field);
    if (found == version.definitions.end())
        return no_value({AbsenceReason::NoClause, context.own, field});
    Choice choice;
    std::map<model::ArticleId, Judgement> lifted; ///< whether an exception wins over what an article says
    for (const model::DefinitionPart& part : found->second.parts) {
        if (!part.overrides.valid())
            continue;
        Judgement& holds = lifted.try_emplace(part.overrides, Judgement{Truth::False}).first->second;
        holds = either(std::move(holds), read_part(part, Judgement{Truth::False}, choice, field, context));
    }
    const auto tables = begun_last(found->second, regimes_[context.regime].since);
    for (const model::DefinitionPart& part : found->second.parts) {
        const bool holds_then = part.table == model::TableForm::None || part.from == tables;
        const auto by = lifted.find(part.article);
        if (!part.overrides.valid() && holds_then)
            read_part(part, by == lifted.end() ? Judgement{Truth::False} : by->second, choice, field,
                      context);
    }
    return when_absent(found->second, chosen(choice, field, context), field, context);
}

/// Adds the part's clauses to the choice; says whether one of them holds. `lifted`: an exception wins over the whole part.
Judgement Engine::read_part(const model::DefinitionPart& part, const Judgement& lifted, Choice& choice,
                            model::FieldId field, const Context& context) {
    Judgement any{Truth::False};
    if (lifted.truth == Truth::True)
        return any;
    if (part.overrides.valid() && context.frame != nullptr && context.matter.valid())
        context.frame->articles.insert(part.article);
    for (const model::Clause& clause : part.clauses) {
        if (clause.kind == model::ClauseKind::WhenAbsent)
            continue;
        const bool is_first_row = part.table == model::TableForm::FirstRow;
        if (is_first_row && any.truth == Truth::True) {
            choice.exhaustive = true; // one of the rows above is the first that holds
            break;
        }
        const Judgement above = any;
        Judgement guard = clause_applies(part, clause, above, context);
        any = either(std::move(any), guard);
        if (is_first_row && clause.kind == model::ClauseKind::Guarded)
            guard = both(std::move(guard), negated(above));
        choice.exhaustive = choice.exhaustive || clause.kind != model::ClauseKind::Guarded;
        const Judgement applies = both(guard, negated(lifted));
        if (applies.truth == Truth::False)
            continue;
        const bool is_certain = applies.truth == Truth::True;
        if (is_certain)
            note_taken(clause, context);
        (is_certain ? choice.certain : choice.possible).push_back(clause_value(part, clause, field, context));
        if (!is_certain)
            choice.doubt = either(std::move(choice.doubt), applies);
    }
    return any;
}

/// Whether the clause's guard holds; 其他的 applies where no `earlier` one does. An exception whose guard has no value lifts nothing.
Judgement Engine::clause_applies(const model::DefinitionPart& part, const model::Clause& clause,
                                 const Judgement& earlier, const Context& context) {
    if (clause.kind != model::ClauseKind::Guarded)
        return negated(earlier);
    const Unrecorded quiet(recorder_); // clause_value opens the guards that matter
    const Judgement holds = judge(evaluate(clause.guard, context));
    return part.overrides.valid() && holds.truth == Truth::NoValue ? Judgement{Truth::False} : holds;
}

void Engine::note_taken(const model::Clause& clause, const Context& context) {
    if (options_.note_taken)
        taken_.insert({context.version, clause.span});
}

Value Engine::clause_value(const model::DefinitionPart& part, const model::Clause& clause,
                           model::FieldId field, const Context& context) {
    if (context.frame != nullptr && context.matter.valid())
        context.frame->articles.insert(part.article);
    Value value;
    {
        StepScope scope(recorder_, TraceStep::Kind::Clause, context);
        scope.step().expr = clause.value;
        scope.step().field = field;
        scope.step().row = context.own;
        if (recorder_.recording())
            open_guards(part, clause, context);
        value = evaluate(clause.value, context);
        scope.step().value = value;
    }
    for (const model::Adjustment& adjustment : part.adjustments)
        value = adjusted(adjustment, value, field, context);
    return value;
}

/// The guard of the clause taken; for 其他的 the guards that do not hold.
void Engine::open_guards(const model::DefinitionPart& part, const model::Clause& taken,
                         const Context& context) {
    if (taken.kind == model::ClauseKind::Guarded)
        evaluate(taken.guard, context);
    if (taken.kind != model::ClauseKind::Otherwise)
        return;
    for (const model::Clause& clause : part.clauses) {
        if (clause.kind == model::ClauseKind::Guarded)
            evaluate(clause.guard, context);
    }
}

Value Engine::chosen(const Choice& choice, model::FieldId field, const Context& context) {
    const Reason conflict{AbsenceReason::Conflict, context.own, field};
    if (choice.possible.empty()) {
        if (choice.certain.empty())
            return no_value({AbsenceReason::NoClause, context.own, field});
        return agreed(choice.certain, conflict);
    }
    std::vector<Value> all = choice.certain;
    all.insert(all.end(), choice.possible.begin(), choice.possible.end());
    const bool some_applies = choice.exhaustive || !choice.certain.empty();
    if (some_applies && is_known(all.front()) && all_same(all))
        return all.front();
    Absences absences;
    absences.add(as_value(choice.doubt));
    for (const Value& value : choice.certain) {
        if (std::holds_alternative<UnknownValue>(value))
            absences.add(value);
    }
    return absences.result();
}

/// 没有的 gives the value where the other clauses give none.
Value Engine::when_absent(const model::Definition& definition, Value value, model::FieldId field,
                          const Context& context) {
    if (is_known(value) || std::holds_alternative<UnknownValue>(value))
        return value;
    std::vector<Value> others;
    for (const model::DefinitionPart& part : definition.parts) {
        for (const model::Clause& clause : part.clauses) {
            if (clause.kind != model::ClauseKind::WhenAbsent)
                continue;
            note_taken(clause, context);
            others.push_back(clause_value(part, clause, field, context));
        }
    }
    if (others.empty())
        return value;
    return agreed(others, {AbsenceReason::Conflict, context.own, field});
}

Value Engine::adjusted(const model::Adjustment& adjustment, const Value& value, model::FieldId field,
                       const Context& context) {
    Judgement applies{Truth::True};
    if (adjustment.guard.valid())
        applies = judge(evaluate(adjustment.guard, context));
    if (applies.truth == Truth::False)
        return value;
    StepScope scope(recorder_, TraceStep::Kind::Adjustment, context);
    scope.step().expr = adjustment.operand;
    scope.step().field = field;
    scope.step().row = context.own;
    const Value operand = evaluate(adjustment.operand, context);
    Value result = adjustment_result(adjustment, value, operand, field, context);
    if (applies.truth != Truth::True && !(is_known(value) && same(result, value))) {
        Absences absences;
        absences.add(value);
        absences.add(as_value(applies));
        result = absences.result();
    }
    scope.step().value = result;
    return result;
}

/// An operand that is unknown or absent spoils the value; it never lifts a limit.
Value Engine::adjustment_result(const model::Adjustment& adjustment, const Value& value, const Value& operand,
                                model::FieldId field, const Context& context) {
    Absences absences;
    absences.add(value);
    if (std::holds_alternative<NoneValue>(operand))
        absences.add(no_value({AbsenceReason::NoClause, context.own, field}));
    else
        absences.add(operand);
    if (!absences.none())
        return absences.result();
    switch (adjustment.kind) {
    case model::AdjustmentKind::Add:
        return arithmetic(model::BinaryOperator::Add, value, operand);
    case model::AdjustmentKind::Subtract:
        return arithmetic(model::BinaryOperator::Subtract, value, operand);
    case model::AdjustmentKind::AtMost:
        return known(operand) < known(value) ? operand : value;
    case model::AdjustmentKind::AtLeast:
        return known(value) < known(operand) ? operand : value;
    case model::AdjustmentKind::Round:
        break;
    }
    return model::Scalar{number(value).rounded_to(number(operand), adjustment.rounding)};
}

} // namespace tiaoli::interp
