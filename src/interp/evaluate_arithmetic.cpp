// Arithmetic on amounts, days and lengths of time, and the functions of the language.
#include "engine.hpp"

#include "tiaoli/base/match.hpp"

#include <algorithm>

namespace tiaoli::interp {

namespace {

/// The years that days are known for end in 9999.
constexpr int beyond_all_years = 10000;

template <class T> Value from_calendar(const value::CalendarResult<T>& result) {
    return base::match(
        result,
        [](const value::UncoveredYear& year) {
            return unknown({AbsenceReason::CalendarMissing, {}, {}, year.year});
        },
        [](const T& known_value) -> Value {
            if constexpr (std::is_same_v<T, int>)
                return model::Scalar{value::Number{known_value}};
            else
                return model::Scalar{known_value};
        });
}

template <class T> const T& held(const Value& value) {
    const T* found = std::get_if<T>(&known(value));
    TIAOLI_CHECK(found != nullptr, "the kind of a value has been checked");
    return *found;
}

int count(const Value& value) {
    const std::optional<std::int64_t> whole = number(value).to_int64();
    const bool fits = whole && *whole >= 0 && *whole <= std::numeric_limits<std::int32_t>::max();
    return fits ? static_cast<int>(*whole) : 0;
}

Value numbers(model::BinaryOperator op, const value::Number& a, const value::Number& b) {
    switch (op) {
    case model::BinaryOperator::Add:
        return model::Scalar{a + b};
    case model::BinaryOperator::Subtract:
        return model::Scalar{a - b};
    case model::BinaryOperator::Multiply:
        return model::Scalar{a * b};
    case model::BinaryOperator::Divide:
        break;
    }
    return b.is_zero() ? no_value({AbsenceReason::ZeroDivisor}) : Value{model::Scalar{a / b}};
}

Value rounded(const std::vector<Value>& arguments, value::Rounding rounding) {
    const value::Number& step = number(arguments[1]);
    if (step.is_zero() || step.is_negative())
        return no_value({AbsenceReason::ZeroDivisor});
    return model::Scalar{number(arguments[0]).rounded_to(step, rounding)};
}

value::Date first_day(const Value& value) {
    const auto* period = std::get_if<value::Period>(&known(value));
    return period != nullptr ? period->first : held<value::Date>(value);
}

Value period_call(model::Function function, const Value& argument) {
    switch (function) {
    case model::Function::YearOf:
        return model::Scalar{value::year_of(held<value::Date>(argument))};
    case model::Function::QuarterOf:
        return model::Scalar{value::quarter_of(held<value::Date>(argument))};
    case model::Function::MonthOf:
        return model::Scalar{value::month_of(held<value::Date>(argument))};
    case model::Function::PreviousPeriod:
        return model::Scalar{value::previous(held<value::Period>(argument))};
    case model::Function::FirstDay:
        return model::Scalar{held<value::Period>(argument).first};
    case model::Function::YearNumber:
        return model::Scalar{value::Number{first_day(argument).year()}};
    case model::Function::QuarterNumber:
        return model::Scalar{value::Number{(first_day(argument).month() + 2) / 3}};
    case model::Function::MonthNumber:
        return model::Scalar{value::Number{first_day(argument).month()}};
    default:
        return model::Scalar{held<value::Period>(argument).last};
    }
}

Value extreme(const std::vector<Value>& arguments, model::Function function) {
    const auto less = [](const Value& a, const Value& b) { return known(a) < known(b); };
    return function == model::Function::Lesser ? *std::min_element(arguments.begin(), arguments.end(), less)
                                               : *std::max_element(arguments.begin(), arguments.end(), less);
}

} // namespace

Value Engine::binary(const model::Binary& node, const Context& context) {
    const Value left = evaluate(node.left, context);
    const Value right = evaluate(node.right, context);
    return arithmetic(node.op, left, right);
}

Value Engine::arithmetic(model::BinaryOperator op, const Value& a, const Value& b) {
    Absences absences;
    absences.add(a);
    absences.add(b);
    if (!absences.none())
        return absences.result();
    const bool adds = op == model::BinaryOperator::Add;
    if (const auto* date = std::get_if<value::Date>(&known(a))) {
        if (const auto* length = std::get_if<value::Duration>(&known(b)))
            return shifted(*date, adds ? *length : -*length);
        return model::Scalar{value::Number{date->days - held<value::Date>(b).days}};
    }
    if (const auto* length = std::get_if<value::Duration>(&known(a))) {
        if (const auto* date = std::get_if<value::Date>(&known(b)))
            return shifted(*date, *length);
        const auto& other = held<value::Duration>(b);
        return model::Scalar{*length + (adds ? other : -other)};
    }
    return numbers(op, number(a), number(b));
}

/// The day that lies `length` after (or before) `date`.
Value Engine::shifted(value::Date date, const value::Duration& length) {
    if (length.workdays != 0)
        return from_calendar(policy_.calendar.add_workdays(date, length.workdays));
    const std::optional<value::Date> end = value::add(date, length);
    if (end)
        return model::Scalar{*end};
    return unknown({AbsenceReason::CalendarMissing, {}, {}, beyond_all_years});
}

Value Engine::call(const model::Call& node, const Context& context) {
    std::vector<Value> arguments;
    Absences absences;
    for (const model::ExprId argument : node.arguments) {
        arguments.push_back(evaluate(argument, context));
        absences.add(arguments.back());
    }
    if (!absences.none())
        return absences.result();
    switch (node.function) {
    case model::Function::Lesser:
    case model::Function::Greater:
        return extreme(arguments, node.function);
    case model::Function::Absolute:
        return model::Scalar{number(arguments[0]).absolute()};
    case model::Function::Round:
        return rounded(arguments, node.rounding);
    case model::Function::Anniversary:
        return model::Scalar{
            value::anniversary(held<value::Date>(arguments[0]), held<value::Date>(arguments[1]))};
    case model::Function::WorkdaysBetween:
    case model::Function::RollForward:
    case model::Function::LastWorkdays:
    case model::Function::FirstWorkdays:
        return calendar_call(node.function, arguments);
    default:
        return period_call(node.function, arguments[0]);
    }
}

Value Engine::calendar_call(model::Function function, const std::vector<Value>& arguments) {
    const value::Calendar& calendar = policy_.calendar;
    switch (function) {
    case model::Function::WorkdaysBetween:
        return from_calendar(
            calendar.workdays_between(held<value::Date>(arguments[0]), held<value::Date>(arguments[1])));
    case model::Function::RollForward:
        return from_calendar(calendar.roll_forward(held<value::Date>(arguments[0])));
    case model::Function::LastWorkdays:
        return from_calendar(calendar.last_workdays(held<value::Period>(arguments[0]), count(arguments[1])));
    default:
        return from_calendar(calendar.first_workdays(held<value::Period>(arguments[0]), count(arguments[1])));
    }
}

} // namespace tiaoli::interp
