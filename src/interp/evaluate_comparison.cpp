// Comparisons: equality, order, membership, ranges, periods and elapsed time, with dates that have not happened.
#include "engine.hpp"

namespace tiaoli::interp {

namespace {

bool holds(model::CompareOperator op, std::strong_ordering order) {
    switch (op) {
    case model::CompareOperator::Equal:
        return order == 0;
    case model::CompareOperator::NotEqual:
        return order != 0;
    case model::CompareOperator::Less:
        return order < 0;
    case model::CompareOperator::LessEqual:
        return order <= 0;
    case model::CompareOperator::Greater:
        return order > 0;
    case model::CompareOperator::GreaterEqual:
        return order >= 0;
    }
    return false;
}

Judgement as_judgement(const Absences& absences) { return judge(absences.result()); }

bool is_none(const Value& value) { return std::holds_alternative<NoneValue>(value); }

bool is_pending(const Value& value) { return std::holds_alternative<NotHappenedValue>(value); }

Value negated_if(bool is_negated, Judgement judgement) {
    return as_value(is_negated ? negated(std::move(judgement)) : judgement);
}

} // namespace

Judgement Engine::compare(model::CompareOperator op, const Value& a, const Value& b, const Context& context) {
    if (is_none(a) || is_none(b))
        return {Truth::False};
    Absences absences;
    absences.add(a);
    absences.add(b);
    if (absences.none()) {
        TIAOLI_CHECK(known(a).index() == known(b).index(), "only values of one kind are compared");
        return {holds(op, known(a) <=> known(b)) ? Truth::True : Truth::False};
    }
    const bool lacks_other = (!is_known(a) && !is_pending(a)) || (!is_known(b) && !is_pending(b));
    return lacks_other ? as_judgement(absences) : compare_pending(op, a, b, context);
}

/// What has not happened is later than every day up to the asker's; beside a later day or another such date nothing can be said.
Judgement Engine::compare_pending(model::CompareOperator op, const Value& a, const Value& b,
                                  const Context& context) {
    const Value& other = is_pending(a) ? b : a;
    const auto* date = is_known(other) ? std::get_if<value::Date>(&known(other)) : nullptr;
    if (date != nullptr && date->days <= context.moment.day) {
        const auto order = is_pending(a) ? std::strong_ordering::greater : std::strong_ordering::less;
        return {holds(op, order) ? Truth::True : Truth::False};
    }
    if (date != nullptr)
        narrow(start_of_day(date->days));
    Absences absences;
    absences.add(a);
    absences.add(b);
    return as_judgement(absences);
}

Value Engine::comparison(model::ExprId id, const model::Compare& node, const Context& context) {
    const Value left = compared(node.left, context);
    const Value right = compared(node.right, context);
    if (is_that_day(node.left, context))
        note_crossing(right, context);
    if (is_that_day(node.right, context))
        note_crossing(left, context);
    measure(id, left, right, context);
    return as_value(compare(node.op, left, right, context));
}

Value Engine::membership(const model::Membership& node, const Context& context) {
    const Value value = evaluate(node.value, context);
    if (is_none(value))
        return model::Scalar{false};
    Judgement member{Truth::False};
    for (const model::ExprId option : node.options) {
        const Value other = evaluate(option, context);
        member = either(std::move(member), compare(model::CompareOperator::Equal, value, other, context));
    }
    return negated_if(node.negated, std::move(member));
}

Value Engine::between(const model::Between& node, const Context& context) {
    const Value value = evaluate(node.value, context);
    const Value low = evaluate(node.low, context);
    const Value high = evaluate(node.high, context);
    if (is_none(value) || is_none(low) || is_none(high))
        return model::Scalar{false};
    measure(node.low, value, low, context);
    measure(node.high, value, high, context);
    return negated_if(node.negated, both(compare(model::CompareOperator::GreaterEqual, value, low, context),
                                         compare(model::CompareOperator::LessEqual, value, high, context)));
}

Value Engine::in_period(const model::InPeriod& node, const Context& context) {
    const Value date = evaluate(node.date, context);
    const Value period = evaluate(node.period, context);
    if (is_none(date) || is_none(period))
        return model::Scalar{false};
    if (!is_known(period)) {
        Absences absences;
        absences.add(date);
        absences.add(period);
        return absences.result();
    }
    const auto& days = std::get<value::Period>(known(period));
    const Value first = model::Scalar{days.first};
    const Value last = model::Scalar{days.last};
    return negated_if(node.negated, both(compare(model::CompareOperator::GreaterEqual, date, first, context),
                                         compare(model::CompareOperator::LessEqual, date, last, context)));
}

Value Engine::elapsed(model::ExprId id, const model::Elapsed& node, const Context& context) {
    const Value from = evaluate(node.from, context);
    const Value to = compared(node.to, context);
    const Value length = evaluate(node.length, context);
    if (is_none(from) || is_none(to) || is_none(length))
        return model::Scalar{false};
    const Value deadline = arithmetic(model::BinaryOperator::Add, from, length);
    if (is_that_day(node.to, context))
        note_crossing(deadline, context);
    measure(id, to, deadline, context);
    return as_value(compare(node.op, to, deadline, context));
}

bool Engine::is_that_day(model::ExprId id, const Context& context) const {
    return std::holds_alternative<model::ThatDay>(policy_.versions[context.version].exprs[id].node);
}

Value Engine::compared(model::ExprId id, const Context& context) {
    if (is_that_day(id, context) && !is_placeless(context))
        return model::Scalar{value::Date{context.moment.day}};
    return evaluate(id, context);
}

/// A comparison of a day with 当日 changes only when 当日 comes to that day and when it leaves it.
void Engine::note_crossing(const Value& date, const Context& context) {
    const auto* day = is_known(date) ? std::get_if<value::Date>(&known(date)) : nullptr;
    if (day == nullptr)
        return;
    if (context.moment.day < day->days)
        narrow(start_of_day(day->days));
    else if (context.moment.day == day->days)
        narrow(start_of_day(day->days + 1));
}

} // namespace tiaoli::interp
