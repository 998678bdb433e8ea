// Typed expressions: what a rule line means once its only reading is known.
#pragma once

#include "tiaoli/model/scalar.hpp"
#include "tiaoli/source/source.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace tiaoli::model {

struct Constant {
    Scalar value;
};
struct ParameterUse {
    ParameterId parameter;
};
/// 本X, or the plain record that the statement belongs to.
struct OwnRecord {};
/// The record looked at inside a set's parentheses or between a set and its total (always the innermost set).
struct Element {};
/// `base` is a reference-typed expression (OwnRecord, Element, a reference field, Latest).
struct FieldOf {
    ExprId base;
    FieldId field;
};
struct ThatDay {}; ///< 当日: the day of the asker's moment
struct Today {};   ///< 今日: the day of the run
/// 本年, 本季, 本月: the period that a matter that recurs reviews.
struct ThisPeriod {};

enum class UnaryOperator : std::uint8_t { Not, Negate };
struct Unary {
    UnaryOperator op;
    ExprId operand;
};

/// Arithmetic; Add and Subtract also join Date and Duration, Duration and Duration.
enum class BinaryOperator : std::uint8_t { Add, Subtract, Multiply, Divide };
struct Binary {
    BinaryOperator op;
    ExprId left;
    ExprId right;
};

enum class LogicOperator : std::uint8_t { And, Or };
struct Logic {
    LogicOperator op;
    std::vector<ExprId> operands;
};

enum class CompareOperator : std::uint8_t { Equal, NotEqual, Less, LessEqual, Greater, GreaterEqual };
struct Compare {
    CompareOperator op;
    ExprId left;
    ExprId right;
};

/// 属于A、B / 不属于A、B.
struct Membership {
    ExprId value;
    std::vector<ExprId> options;
    bool negated = false;
};
/// 在a至b之间, both ends included.
struct Between {
    ExprId value;
    ExprId low;
    ExprId high;
    bool negated = false;
};
/// d在P内: a day in a period.
struct InPeriod {
    ExprId date;
    ExprId period;
    bool negated = false;
};
/// `from至to 不超过 length`: compares `to` with the day that `length` after `from` ends (semantics: a至b满P is b ≥ a＋P).
struct Elapsed {
    ExprId from;
    ExprId to;
    CompareOperator op;
    ExprId length;
};
/// 有x / 无x.
struct Presence {
    ExprId operand;
    bool present = true;
};

enum class Function : std::uint8_t {
    Lesser,
    Greater,
    Absolute,
    Round, ///< args: value, step; `rounding` says how
    WorkdaysBetween,
    RollForward,
    YearOf,
    QuarterOf,
    MonthOf, ///< date → period
    PreviousPeriod,
    FirstDay,
    LastDay,
    LastWorkdays,
    FirstWorkdays, ///< period, count → period
    Anniversary,   ///< from, day → the last anniversary of `from` that is not after `day`
    YearNumber,
    QuarterNumber,
    MonthNumber ///< date or period → the number of its (first) year, quarter of the year, month of the year
};
struct Call {
    Function function;
    std::vector<ExprId> arguments;
    value::Rounding rounding = value::Rounding::HalfUp;
};

/// An equality that a set's elements must meet: the element's field equals a value that does not depend on the element.
struct SetKey {
    FieldId field;
    ExprId value;
    source::Span span;
};
/// Records of one type that meet all keys and filters and lie before the asker's moment.
struct RecordSet {
    RecordId record;
    std::vector<SetKey> keys;
    std::vector<ExprId> filters; ///< conditions with `Element` in scope
};
enum class Total : std::uint8_t {
    Sum,
    Average,
    Maximum,
    Minimum,
    Count,
    Exists,
    NotExists,
    All,
    Latest,
    Earliest
};
/// `value` for Sum, Average, Maximum, Minimum: the summand over `Element`; for All: the condition; else not valid.
/// Latest and Earliest give a reference to the record, in world order.
struct Aggregate {
    Total total;
    RecordSet set;
    ExprId value = {};
};

using ExprNode =
    std::variant<Constant, ParameterUse, OwnRecord, Element, FieldOf, ThatDay, Today, Unary, Binary, Logic,
                 Compare, Membership, Between, InPeriod, Elapsed, Presence, Call, Aggregate, ThisPeriod>;

struct Expr {
    ExprNode node;
    Type type;
    source::Span span; ///< the words in the policy file
};

} // namespace tiaoli::model
