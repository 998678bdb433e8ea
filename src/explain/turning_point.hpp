// Where a comparison turns from true to false or back: how far the value may, or must, move.
#pragma once

#include "tiaoli/model/expression.hpp"

namespace tiaoli::explain {

/// Whether a move of exactly the stated length turns the comparison, or only a longer one.
enum class Turns : std::uint8_t { AtStated, JustBeyond };

struct TurningPoint {
    bool holds = false;    ///< the comparison as it stands
    value::Number gap = 0; ///< the move, never below zero, in whole units
    Turns turns = Turns::AtStated;
    bool is_exact =
        true; ///< false: the way to the threshold is no whole number of units, and `gap` is rounded to the safe side
};

/// Moves `value` towards the threshold where the comparison would cease or begin to hold. `op` is one of the four that order.
/// A gap that turns at its length is rounded up to `unit`, one that turns beyond it down, so that what is said stays true;
/// `unit` zero: no rounding.
TurningPoint turning_point(model::CompareOperator op, const value::Number& value,
                           const value::Number& threshold, const value::Number& unit);

/// Whether `value op threshold`.
bool compares(model::CompareOperator op, const value::Number& value, const value::Number& threshold);
/// 1: the move that turns the comparison makes the value greater, −1: less.
int direction(model::CompareOperator op, bool holds);

} // namespace tiaoli::explain
