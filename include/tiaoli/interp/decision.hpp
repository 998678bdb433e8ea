// What a decision says: verdict, every rule's outcome, outputs, and why a value is unknown.
#pragma once

#include "tiaoli/data/tables.hpp"
#include "tiaoli/model/policy.hpp"

#include <compare>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace tiaoli::interp {

/// A place in world order: by day, then rank of the type on one day, then key order. `end_of_day` lies after all places of its day
/// (a moment set by 事实截至); among those of one day the own places give the order.
struct Moment {
    std::int32_t day = std::numeric_limits<std::int32_t>::min();
    bool end_of_day = false;
    std::int32_t own_day =
        std::numeric_limits<std::int32_t>::min(); ///< of the record's own place, when end_of_day
    std::int32_t rank = 0;
    std::uint32_t order = 0; ///< the row's place in key order within its type
    auto operator<=>(const Moment&) const = default;
};

enum class AbsenceReason : std::uint8_t {
    NotSupplied,     ///< 可缺 left blank: `row`, `field`
    BrokenReference, ///< refers to a row that was turned back: `row`, `field`
    TurnedBack, ///< a row that was turned back may have to be counted: `row`; or what it says is not known: `row`, `field`
    Future,     ///< the record referred to lies after the moment: `row`
    NotDecided, ///< a verdict or output that is not there yet, or whose version is not on file: `row`, `field`
    DecisionLacks,   ///< another decision is 退回补正: `row`, `field`
    CalendarMissing, ///< 日历未发布: `year`
    ZeroDivisor,     ///< ÷0: `field` unset
    NoClause,        ///< no clause of `field` applies
    EmptySet,        ///< 最近的/最大/平均 of an empty set
    Conflict,        ///< two clauses with different values: `field`
    NotHappened,     ///< arithmetic with a date that has not happened: `row`, `field`
    NoOutput ///< an output of a decision that has none (不通过, 退回补正, 不适用): `row`, `field`
};

/// One reason for which a value is not known. Kept as a small set: same reason once, in a fixed order.
struct Reason {
    AbsenceReason kind;
    model::RowRef row = {};
    model::FieldId field = {};
    int year = 0;
    auto operator<=>(const Reason&) const = default;
};

/// Not known because something was not supplied: leads to 退回补正 (CalendarMissing, Conflict: to 转人工).
struct UnknownValue {
    std::vector<Reason> reasons;
};
/// 无值: does not exist; a rule that needs it is 转人工 (政策未规定).
struct NoValue {
    std::vector<Reason> reasons;
};
/// 可未发生, not happened up to the asker's day: later than every such day.
struct NotHappenedValue {
    model::RowRef row;
    model::FieldId field;
};
/// 可无: there is none.
struct NoneValue {};

using Value = std::variant<model::Scalar, UnknownValue, NoValue, NotHappenedValue, NoneValue>;

enum class RuleState : std::uint8_t { Held, Failed, NotApplicable, Unknown, NoValue };
struct RuleOutcome {
    model::RuleId rule;
    RuleState state;
    std::vector<Reason> reasons; ///< for Unknown and NoValue
};
struct OutputValue {
    model::FieldId field;
    Value value;
};

struct Decision {
    model::MatterId matter;
    std::uint32_t row = 0;
    model::Verdict verdict = model::Verdict::NotApplicable;
    model::VersionId version = {}; ///< not valid: no version in force on the 依据日 (不适用)
    bool trial = false; ///< 试算: the day that 事实截至 names has not happened; no other decision sees it
    Moment moment;
    std::vector<RuleOutcome> rules;   ///< in written order
    std::vector<OutputValue> outputs; ///< by Matter::outputs; empty values where the verdict gives none
    std::vector<std::size_t>
        readings; ///< indexes into Version::readings (待释 and 解释) that the decision rests on
    std::vector<Reason>
        reasons; ///< why 退回补正, 转人工 or 不适用, beside the rules' own (e.g. an unknown output)

    /// So many of `could_change` are counted; where it holds one more, there may be any number.
    static constexpr std::size_t could_change_counted = 20;
    /// Records that are 退回补正: once their papers are complete, this verdict or an output may be another. Each once; first
    /// those that this decision looked at itself, then those behind decisions that it looked at; each in world order.
    std::vector<model::RowRef> could_change;
};

} // namespace tiaoli::interp
