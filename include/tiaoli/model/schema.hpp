// What the case data look like: record types, their fields, enumerations and matters, shared by all versions of a policy.
#pragma once

#include "tiaoli/model/scalar.hpp"
#include "tiaoli/source/source.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tiaoli::model {

/// What the absence of a stored value means (semantics: three kinds of absence).
enum class Absence : std::uint8_t {
    Required, ///< a blank turns the row back
    Optional, ///< 可缺: not supplied, unknown
    Nullable, ///< 可无: there is none
    Pending,  ///< 可未发生: has not happened yet (dates only)
    Default   ///< 缺省: a blank means `default_value`
};

/// How a field gets its value, and at which moment it holds.
enum class FieldRole : std::uint8_t {
    Stored,    ///< from the case data
    Derived,   ///< defined by the policy, holds as of its own record's place
    AsOf,      ///< 时点: holds at the asker's moment
    Matter,    ///< defined inside a matter's block, holds at the matter's moment, never leaves the matter
    Output,    ///< 输出 of a matter: visible to later moments
    Verdict,   ///< a matter's verdict, under the matter's name
    State,     ///< 状态: whether the record is in it, at the asker's moment
    StateStart ///< the day since which a state (状态) runs; no value while it does not
};

struct Field {
    std::string name; ///< as declared (display)
    RecordId record;  ///< the record type whose rows have it
    Type type;
    FieldRole role = FieldRole::Stored;
    MatterId matter = {}; ///< for Matter, Output, Verdict
    Absence absence = Absence::Required;
    std::optional<Scalar> default_value = {};
    std::optional<value::Number> minimum = {}; ///< in the field's own unit (yuan, ratio, count); included
    std::optional<value::Number> maximum = {}; ///< included
    std::vector<std::string> columns = {};     ///< other headings (列名) that the column may have
    value::Number unit =
        1; ///< what a bare number in a column without a unit in its heading is multiplied by (10000 for 万元)
    std::string pattern = {}; ///< 格式: a regular expression the whole text must match; empty: any
    bool unique = false;
    source::Span declared = {};
};

struct Record {
    std::string name;
    std::vector<FieldId> key;         ///< the declared key fields, in order
    FieldId day = {};                 ///< 发生于; not valid for undated record types
    int rank = 0;                     ///< place in 同日次序, for dated types
    std::vector<FieldId> fields = {}; ///< stored fields, in declared order
    source::Span declared = {};
};

struct Enumeration {
    std::string name; ///< empty for an inline enumeration of a field or a parameter's alternatives
    std::vector<std::string> values;
    source::Span declared = {};
};

/// How often a matter reviews a record: once, or once in each year, quarter or month (逐年, 逐季, 逐月).
enum class Recurrence : std::uint8_t { Once, Yearly, Quarterly, Monthly };

/// A kind of decision: each record of one type is reviewed once, or once in each period.
struct Matter {
    std::string name;
    RecordId record;
    FieldId verdict;                   ///< the field under the matter's name
    std::vector<FieldId> outputs = {}; ///< in declared order over all versions
    source::Span declared = {};
    Recurrence recurrence = Recurrence::Once;
};

struct Schema {
    std::string policy_name;
    base::Store<Record, RecordId> records;
    base::Store<Field, FieldId> fields;
    base::Store<Enumeration, EnumerationId> enumerations;
    base::Store<Matter, MatterId> matters;
    EnumerationId
        verdicts; ///< the built-in enumeration 通过 转人工 暂缓 退回补正 不通过 不适用, in the order of `Verdict`
};

/// Verdicts, in the order of the built-in enumeration `Schema::verdicts`. Worst first: Fail, Return, Defer, Manual, Pass.
enum class Verdict : std::uint8_t { Pass, Manual, Defer, Return, Fail, NotApplicable };

/// The year, quarter or month that the day lies in; only for a matter that recurs.
value::Period period_of(Recurrence recurrence, value::Date day);

/// "通过" … "不适用".
std::string_view verdict_name(Verdict verdict);

} // namespace tiaoli::model
