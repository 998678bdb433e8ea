// What a decision says: verdict, every rule's outcome, outputs, and why a value is unknown.
#pragma once

#include "tiaoli/base/shared_list.hpp"
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
    NoOutput, ///< an output of a decision that has none (不通过, 退回补正, 不适用): `row`, `field`
    NotInState,  ///< the start of a state that does not run: `row`, `field`
    NotReviewed, ///< the record does not meet the condition of the matter's 审核: `row`
    NotEntered, ///< an output that a settled result left blank and the policy could not work out: `row`, `field`
    ResultUnread, ///< a settled result that was turned back may be the record's: `row`, `field`
    NegativeTotal ///< the running total of an allocation would fall below zero: `field` is its rest
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
    /// The place in Rule::exceptions of the one that lifts the rule (its state is then NotApplicable).
    std::optional<std::size_t> lifted_by = {};
};
enum class DeadlineState : std::uint8_t { Fulfilled, NotDue, Early, Late, Missed, Unknown, NoValue };
struct DeadlineOutcome {
    model::DeadlineId deadline;
    DeadlineState state = DeadlineState::Unknown;
    std::int32_t days_late = 0;          ///< Late: calendar days after the last day
    std::optional<value::Date> due = {}; ///< the last day, where it is known
    model::RowRef by = {};               ///< the record that fulfils it, in time, early or late
    std::vector<Reason> reasons = {};    ///< for Unknown and NoValue
};
struct OutputValue {
    model::FieldId field;
    Value value;
};

/// What a matter decides once: a row, and where the matter recurs one of its periods.
struct Instance {
    std::uint32_t row = 0;
    std::optional<value::Period> period = {};
    auto operator<=>(const Instance&) const = default;
};

/// A result that the case files state themselves (a person's decision, or one under a version that is not on file).
struct EnteredResult {
    std::size_t result = 0; ///< in CaseData::settled
    bool holds = false;     ///< false: the policy decides this itself, so the result is not used
    model::Verdict by_policy = model::Verdict::NotApplicable;
    Moment seen_from = {}; ///< the first moment at which other decisions see it
};

struct Decision {
    model::MatterId matter;
    std::uint32_t row = 0;
    model::Verdict verdict = model::Verdict::NotApplicable;
    model::VersionId version = {}; ///< not valid: no version in force on the 依据日 (不适用)
    bool trial = false; ///< 试算: the day that 事实截至 names has not happened; no other decision sees it
    Moment moment;
    base::SharedList<RuleOutcome> rules;    ///< in written order
    std::vector<DeadlineOutcome> deadlines; ///< in written order
    std::vector<OutputValue> outputs;       ///< by Matter::outputs; empty values where the verdict gives none
    base::SharedList<std::size_t>
        readings; ///< indexes into Version::readings (待释 and 解释) that the decision rests on
    std::vector<Reason>
        reasons; ///< why 退回补正, 转人工 or 不适用, beside the rules' own (e.g. an unknown output)
    std::optional<value::Period> period = {}; ///< of a matter that recurs
    std::optional<EnteredResult> entered = {};
    /// A settled result that was turned back may be this record's, over a verdict that it could settle: others know of none.
    bool result_unread = false;

    /// What the policy itself says.
    model::Verdict policy_verdict() const { return entered && entered->holds ? entered->by_policy : verdict; }

    /// So many of `could_change` are counted; where it holds one more, there may be any number.
    static constexpr std::size_t could_change_counted = 20;
    /// Records that are 退回补正: once their papers are complete, this verdict or an output may be another. Each once; first
    /// those that this decision looked at itself, then those behind decisions that it looked at; each in world order.
    std::vector<model::RowRef> could_change;
};

} // namespace tiaoli::interp
