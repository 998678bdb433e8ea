// The way into expressions: which function evaluates which kind, fields through references, parameters, logic.
#include "engine.hpp"

#include "tiaoli/base/match.hpp"

namespace tiaoli::interp {

namespace {

/// Deeper than any policy that passed its check; beyond it a value is unknown rather than the stack exhausted.
constexpr int deepest = 1500;

bool is_step_of_its_own(const model::ExprNode& node) {
    return std::holds_alternative<model::Unary>(node) || std::holds_alternative<model::Binary>(node) ||
           std::holds_alternative<model::Logic>(node) || std::holds_alternative<model::Compare>(node) ||
           std::holds_alternative<model::Membership>(node) || std::holds_alternative<model::Between>(node) ||
           std::holds_alternative<model::InPeriod>(node) || std::holds_alternative<model::Elapsed>(node) ||
           std::holds_alternative<model::Presence>(node) || std::holds_alternative<model::Call>(node);
}

} // namespace

Engine::Engine(const model::Policy& policy, const data::CaseData& data, const Options& options,
               const Places& places, Regimes& regimes, const Ledger& ledger, TotalsBy totals_by)
    : policy_(policy), data_(data), options_(options), places_(places), regimes_(regimes), ledger_(ledger),
      totals_by_(totals_by), analysis_(policy) {
    for (const model::Version& version : policy.versions) {
        for (const auto& [state, rule] : version.states) {
            states_[state] = state;
            states_[rule.start_field] = state;
        }
    }
}

void Engine::forget() {
    indexes_.clear();
    tallies_.clear();
    slots_.clear();
    withheld_tallies_.clear();
    withheld_indexes_.clear();
    tracks_.clear();
    states_due_ = {};
}

Value Engine::evaluate(model::ExprId expr, const Context& context) {
    if (depth_ >= deepest)
        return unknown({AbsenceReason::NotDecided, context.own});
    ++depth_;
    Value value = recorder_.recording() ? evaluate_traced(expr, context) : noted(expr, context);
    --depth_;
    return value;
}

Value Engine::evaluate_traced(model::ExprId expr, const Context& context) {
    if (!is_step_of_its_own(policy_.versions[context.version].exprs[expr].node))
        return noted(expr, context);
    StepScope scope(recorder_, TraceStep::Kind::Expression, context);
    scope.step().expr = expr;
    scope.step().value = noted(expr, context);
    return scope.step().value;
}

Value Engine::noted(model::ExprId id, const Context& context) {
    Value value = dispatch(id, context);
    if (options_.note_taken) {
        const auto* truth = is_known(value) ? std::get_if<bool>(&known(value)) : nullptr;
        const bool is_absent =
            std::holds_alternative<NoneValue>(value) || std::holds_alternative<NotHappenedValue>(value);
        sightings_.see({context.version, id},
                       {true, truth != nullptr && *truth, is_absent || (truth != nullptr && !*truth)});
    }
    return value;
}

void Engine::measure(model::ExprId bound, const Value& left, const Value& right, const Context& context) {
    if (options_.note_taken && is_known(left) && is_known(right))
        sightings_.measure({context.version, bound}, known(left), known(right));
}

Value Engine::dispatch(model::ExprId id, const Context& c) {
    return base::match(
        policy_.versions[c.version].exprs[id].node,
        [](const model::Constant& node) -> Value { return node.value; },
        [&](const model::ParameterUse& node) { return parameter(node, c); },
        [&](const model::OwnRecord&) -> Value { return model::Scalar{c.own}; },
        [&](const model::Element&) -> Value { return model::Scalar{c.element}; },
        [&](const model::FieldOf& node) { return reference_field(node, c); },
        [&](const model::ThatDay&) { return that_day(c); },
        [&](const model::Today&) -> Value { return model::Scalar{options_.today}; },
        [&](const model::ThisPeriod&) { return this_period(c); },
        [&](const model::Unary& node) { return unary(node, c); },
        [&](const model::Binary& node) { return binary(node, c); },
        [&](const model::Logic& node) { return logic(node, c); },
        [&](const model::Compare& node) { return comparison(id, node, c); },
        [&](const model::Membership& node) { return membership(node, c); },
        [&](const model::Between& node) { return between(node, c); },
        [&](const model::InPeriod& node) { return in_period(node, c); },
        [&](const model::Elapsed& node) { return elapsed(id, node, c); },
        [&](const model::Presence& node) { return presence(node, c); },
        [&](const model::Call& node) { return call(node, c); },
        [&](const model::Aggregate& node) {
            return recorder_.recording() ? aggregate_traced(id, node, c) : aggregate(id, node, c);
        });
}

Value Engine::parameter(const model::ParameterUse& node, const Context& context) {
    const Regime& regime = regimes_[context.regime];
    const std::optional<model::Scalar>& setting = regime.settings[node.parameter.index];
    const model::ExprId constant = regime.parameters[node.parameter.index];
    const auto value_now = [&]() -> Value {
        if (setting)
            return *setting;
        const Unrecorded quiet(recorder_);
        return evaluate(constant, context);
    };
    if (!recorder_.recording())
        return value_now();
    StepScope scope(recorder_, TraceStep::Kind::Parameter, context);
    scope.step().parameter = node.parameter;
    scope.step().expr = constant;
    scope.step().value = value_now();
    return scope.step().value;
}

Value Engine::reference_field(const model::FieldOf& node, const Context& context) {
    const Value base = evaluate(node.base, context);
    if (!is_known(base))
        return base;
    const auto* row = std::get_if<model::RowRef>(&known(base));
    TIAOLI_CHECK(row != nullptr, "a field is read through a reference");
    return field(*row, node.field, context);
}

Value Engine::that_day(const Context& context) {
    if (is_placeless(context))
        return unknown({AbsenceReason::TurnedBack, context.own});
    narrow(start_of_day(context.moment.day + 1));
    return model::Scalar{value::Date{context.moment.day}};
}

Value Engine::this_period(const Context& context) {
    const bool has_period = context.frame != nullptr && context.frame->period.has_value();
    TIAOLI_CHECK(has_period, "a period is asked for only where a matter recurs");
    return model::Scalar{*context.frame->period};
}

Value Engine::unary(const model::Unary& node, const Context& context) {
    const Value operand = evaluate(node.operand, context);
    if (node.op == model::UnaryOperator::Not)
        return as_value(negated(judge(operand)));
    Absences absences;
    absences.add(operand);
    if (!absences.none())
        return absences.result();
    if (const auto* length = std::get_if<value::Duration>(&known(operand)))
        return model::Scalar{-*length};
    return model::Scalar{-number(operand)};
}

Value Engine::logic(const model::Logic& node, const Context& context) {
    const bool is_and = node.op == model::LogicOperator::And;
    const Truth decisive = is_and ? Truth::False : Truth::True;
    const std::size_t start = returned_.mark();
    Judgement result{is_and ? Truth::True : Truth::False};
    for (const model::ExprId operand : node.operands) {
        const std::size_t mark = returned_.mark();
        const Judgement next = judge(evaluate(operand, context));
        result = is_and ? both(std::move(result), next) : either(std::move(result), next);
        if (next.truth == decisive && !returned_.any_since(mark)) {
            returned_.drop(start); // decided whatever becomes of returned decisions
            break;
        }
        if (result.truth == decisive && recorder_.recording())
            break;
    }
    return as_value(result);
}

/// A stored 可缺 value that was not supplied is not there; any other unknown value stays unknown.
Value Engine::presence(const model::Presence& node, const Context& context) {
    const Value operand = evaluate(node.operand, context);
    const auto* absent = std::get_if<UnknownValue>(&operand);
    if (absent == nullptr)
        return model::Scalar{is_known(operand) == node.present};
    const model::ExprNode& inner = policy_.versions[context.version].exprs[node.operand].node;
    const auto* use = std::get_if<model::FieldOf>(&inner);
    const bool is_stored =
        use != nullptr && policy_.schema.fields[use->field].role == model::FieldRole::Stored;
    const auto is_own_blank = [&](const Reason& reason) {
        return reason.kind == AbsenceReason::NotSupplied && reason.field == use->field;
    };
    if (is_stored && absent->reasons.size() == 1 && is_own_blank(absent->reasons.front()))
        return model::Scalar{!node.present};
    return operand;
}

} // namespace tiaoli::interp
