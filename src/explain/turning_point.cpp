// The four orders, each holding or not.
#include "turning_point.hpp"

namespace tiaoli::explain {

bool compares(model::CompareOperator op, const value::Number& value, const value::Number& threshold) {
    switch (op) {
    case model::CompareOperator::Equal:
        return value == threshold;
    case model::CompareOperator::NotEqual:
        return value != threshold;
    case model::CompareOperator::Less:
        return value < threshold;
    case model::CompareOperator::LessEqual:
        return value <= threshold;
    case model::CompareOperator::Greater:
        return value > threshold;
    case model::CompareOperator::GreaterEqual:
        return value >= threshold;
    }
    return false;
}

int direction(model::CompareOperator op, bool holds) {
    const bool is_upper = op == model::CompareOperator::Less || op == model::CompareOperator::LessEqual;
    return is_upper == holds ? 1 : -1;
}

TurningPoint turning_point(model::CompareOperator op, const value::Number& value,
                           const value::Number& threshold, const value::Number& unit) {
    const bool is_inclusive =
        op == model::CompareOperator::LessEqual || op == model::CompareOperator::GreaterEqual;
    TurningPoint out;
    out.holds = compares(op, value, threshold);
    out.turns = out.holds == is_inclusive ? Turns::JustBeyond : Turns::AtStated;
    const value::Number way = (threshold - value).absolute();
    out.gap = way;
    if (unit.is_zero())
        return out;
    const auto rounding = out.turns == Turns::AtStated ? value::Rounding::Up : value::Rounding::Down;
    out.gap = way.rounded_to(unit, rounding);
    out.is_exact = out.gap == way;
    return out;
}

} // namespace tiaoli::explain
