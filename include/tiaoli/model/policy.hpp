// A policy: its versions with articles, parameters, definitions, rules and examples, over one schema.
#pragma once

#include "tiaoli/model/allocation.hpp"
#include "tiaoli/model/consequence.hpp"
#include "tiaoli/model/deadline.hpp"
#include "tiaoli/model/expression.hpp"
#include "tiaoli/model/schema.hpp"
#include "tiaoli/value/calendar.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tiaoli::model {

/// An article (第十五条) or a heading without number (附则); rules before any article belong to no article.
struct Article {
    std::string label; ///< "第十五条", "第十五条之一"
    int number = 0;
    int insertion = 0;                   ///< 之一 → 1
    std::string title;                   ///< as written after the number
    std::vector<std::string> chapters;   ///< headings above it, as written ("第五章 风险补偿")
    std::vector<std::string> paragraphs; ///< the law text, one string a `>` line (款)
    std::string no_rule;                 ///< 不设规则: the reason; empty when none is given
    source::Span span = {};
};

/// 解释 / 待释: how a sentence is read.
struct ReadingNote {
    ArticleId article;
    std::optional<MatterId> matter; ///< the block it stands in, if a matter's
    std::optional<RecordId> record; ///< the block it stands in, if a record type's
    std::string text;
    bool settled = true; ///< 解释 true, 待释 false
    source::Span span = {};
};

struct DatedValue {
    std::optional<value::Date> from;
    ExprId value;
};
/// A constant with dated values (by the 依据日) or alternative readings.
struct Parameter {
    std::string name;
    Type type;
    std::vector<DatedValue> values;   ///< first without a date, then ascending by date
    std::vector<ExprId> alternatives; ///< 可选: constants of the parameter's type
    ArticleId article = {};
    source::Span span = {};
};

enum class ClauseKind : std::uint8_t { Plain, Guarded, Otherwise, WhenAbsent };
/// One clause of a definition. Plain: the only one. Guarded: `guard的，value`. Otherwise: 其他的. WhenAbsent: 没有的.
struct Clause {
    ClauseKind kind = ClauseKind::Plain;
    ExprId guard = {};
    ExprId value;
    source::Span span;
    std::uint32_t row = 0;      ///< of a table, the first under the headings being 1; 0: no row of a table
    std::string row_words = {}; ///< the row's conditions: 行业为工业，从业人员满300人
};

enum class AdjustmentKind : std::uint8_t { Add, Subtract, AtMost, AtLeast, Round };
/// Applied in written order to the chosen clause's value; Round uses `operand` as the step and `rounding`.
struct Adjustment {
    AdjustmentKind kind;
    ExprId guard = {}; ///< not valid: always applies
    ExprId operand;
    value::Rounding rounding = value::Rounding::HalfUp;
    source::Span span;
};

/// How the rows of a 决策表 or 分档表 make one value.
enum class TableForm : std::uint8_t {
    None,       ///< no table: `名 ＝ …`
    Rows,       ///< the row that holds; two that hold with different values are a conflict
    FirstRow,   ///< 取先满足的一行: no row above it holds
    Progressive ///< 超额累进: one clause, the sum over all tiers
};
/// A row of a 超额累进 table: what its stretch of the amount comes to, and how it is written.
struct Tier {
    ExprId share;
    std::string words;
};
/// One statement `名 ＝ …`, or one result column of a table.
struct DefinitionPart {
    ArticleId article;
    std::vector<Clause> clauses;
    std::vector<Adjustment> adjustments;
    source::Span span; ///< of a table: its first line
    TableForm table = TableForm::None;
    std::optional<value::Date> from = {}; ///< 自…起: of the tables for one field, those begun last hold
    std::vector<Tier> tiers = {};         ///< of a Progressive table
    /// 不受第X条限制: where it holds, it wins over the parts that stand in that article; not valid: an ordinary part.
    ArticleId overrides = {};
};
/// All statements that define one field in one version.
struct Definition {
    FieldId field;
    std::vector<DefinitionPart> parts;
};

enum class TriggerKind : std::uint8_t {
    Condition, ///< turns from not true to true, judged after each fact and at each date that it compares
    Event ///< 有R（…）: each such record at its place; `condition` is that Aggregate over a dated type
};
/// What begins or ends a state.
struct Trigger {
    TriggerKind kind = TriggerKind::Condition;
    ExprId condition;
};
/// 状态 名：自begins之日起，至ends之日止.
struct StateRule {
    ArticleId article;
    Trigger begins;
    Trigger ends;
    FieldId start_field; ///< 名起日
    source::Span span;
};

/// 不受第X条“…”限制，条件: where the condition holds, the rule does not apply.
struct RuleException {
    ArticleId article; ///< where it stands
    ExprId condition;
    source::Span span;
};

struct Rule {
    ArticleId article;
    MatterId matter;
    std::string label;   ///< the name given, or the condition's words
    ExprId premise = {}; ///< not valid: always
    ExprId condition;
    Consequence consequence = Consequence::Fail;
    std::string explanation; ///< the “说明” after 否则
    source::Span span;
    std::vector<RuleException> exceptions = {}; ///< in written order
};

/// What one version says of a matter.
struct MatterTerms {
    MatterId matter;
    ExprId governed;              ///< 依据日, over the reviewed record; not valid: the record's own day
    ExprId facts_until = {};      ///< 事实截至; not valid: the record's own place
    bool survives_expiry = false; ///< 届满后仍适用
    std::vector<RuleId> rules;    ///< in written order
    source::Span span;
    ExprId reviewed =
        {}; ///< the condition after the record type: others are not reviewed; not valid: all are
    ExprId since =
        {}; ///< 自…起, where the matter recurs: the first day whose period is reviewed; not valid: 施行
};

/// One case of the policy's own examples (案例), as text; the suite builds case data from it.
struct ExampleFact {
    RecordId record;
    std::string key;
    std::string like; ///< key of the record it is copied from; empty: none
    struct Value {
        FieldId field;
        std::string text;
        source::Span span;
    };
    std::vector<Value> values;
    source::Span span;
};
struct ExampleExpectation {
    std::string key;
    RecordId record;
    FieldId field;                    ///< verdict, output or derived field
    std::string expected;             ///< text of the value expected; empty: 空 (no value)
    std::vector<std::string> citing;  ///< article labels that must be among the causes
    std::vector<std::string> hinting; ///< article labels that must be among the hints
    source::Span span;
    std::optional<value::Period> period = {}; ///< for a matter that recurs: which one
};
/// 假设 已定: a settled result, as text.
struct ExampleSettled {
    MatterId matter;
    std::string key;
    std::string period; ///< "2025年第3季度"; empty for a matter that does not recur
    std::string verdict;
    std::string day; ///< 决定日; empty: none is given
    std::vector<ExampleFact::Value> outputs = {};
    source::Span span = {};
};
struct Example {
    std::string name;
    std::string like; ///< name of the example whose facts it starts from; empty: none
    std::optional<value::Date> today;
    std::map<std::string, std::string> readings = {}; ///< 假设 参数: parameter → the alternative taken
    std::vector<ExampleFact> facts; ///< in written order; a later one for the same key overrides values
    std::vector<ExampleExpectation> expectations;
    source::Span span;
    std::vector<ExampleSettled> settled =
        {}; ///< in written order; a later one for the same decision overrides
};

struct Version {
    std::string name; ///< “2022年修订”
    std::string document_number;
    std::string file;
    std::optional<value::Date> effective;
    bool provisional = false;           ///< （暂定）
    std::optional<value::Date> expires; ///< included
    std::vector<std::string> repeals;
    base::Store<Article, ArticleId> articles;
    base::Store<Parameter, ParameterId> parameters;
    base::Store<Expr, ExprId> exprs;
    base::Store<Rule, RuleId> rules;
    std::map<FieldId, Definition> definitions;
    std::map<FieldId, StateRule> states;
    base::Store<Allocation, AllocationId> allocations;
    std::map<FieldId, AllocationId> allocated; ///< which allocation gives an output
    base::Store<Deadline, DeadlineId> deadlines;
    std::map<FieldId, DeadlineId> timed; ///< which deadline gives an output
    std::vector<MatterTerms> matters;
    std::map<MatterId, std::vector<FieldId>>
        summed; ///< 小结: the outputs that may be added up, where it is said
    std::vector<ReadingNote> readings;
    std::vector<Example> examples;
};

struct Policy {
    Schema schema;
    value::Calendar calendar;
    base::Store<Version, VersionId> versions; ///< ascending by effective day
};

} // namespace tiaoli::model
