// Builds small policies and case data by hand, so that each rule of the semantics can be tested alone.
#pragma once

#include "settlement.hpp"

#include <functional>

namespace tiaoli::interp::testing {

/// A policy of one version or more over a few records. Ids are kept; the policy must outlive its runs.
class SmallPolicy {
  public:
    SmallPolicy();

    // ---- schema
    model::RecordId dated(const std::string& name, int rank = 0);
    model::RecordId undated(const std::string& name);
    model::FieldId stored(model::RecordId record, const std::string& name, model::TypeKind kind,
                          model::Absence absence = model::Absence::Required);
    model::FieldId reference(model::RecordId record, const std::string& name, model::RecordId other,
                             model::Absence absence = model::Absence::Required);
    model::FieldId defined(model::RecordId record, const std::string& name, model::TypeKind kind,
                           model::FieldRole role, model::MatterId matter = {});
    model::MatterId matter(const std::string& name, model::RecordId record);
    model::FieldId output(model::MatterId matter, const std::string& name,
                          model::TypeKind kind = model::TypeKind::Money);
    model::FieldId verdict(model::MatterId matter) const { return policy.schema.matters[matter].verdict; }
    model::FieldId day(model::RecordId record) const { return policy.schema.records[record].day; }

    // ---- versions
    model::VersionId version(const std::string& name);
    model::Version& now() { return policy.versions[version_]; }
    model::MatterTerms& terms(model::MatterId matter);

    // ---- expressions
    model::ExprId expr(model::ExprNode node);
    model::ExprId number(std::int64_t whole) { return expr(model::Constant{value::Number{whole}}); }
    model::ExprId yes(bool value) { return expr(model::Constant{value}); }
    model::ExprId date(const std::string& text);
    model::ExprId own(model::FieldId field);
    model::ExprId element(model::FieldId field);
    model::ExprId of(model::ExprId base, model::FieldId field) { return expr(model::FieldOf{base, field}); }
    model::ExprId compare(model::ExprId left, model::CompareOperator op, model::ExprId right);
    model::ExprId is(model::ExprId base_verdict, model::Verdict verdict);
    model::ExprId passed(model::MatterId matter); ///< of a set's element
    model::ExprId binary(model::ExprId left, model::BinaryOperator op, model::ExprId right);
    model::ExprId total(model::Total total, model::RecordSet set, model::ExprId value = {});
    model::ExprId has(model::ExprId operand) { return expr(model::Presence{operand}); }

    // ---- statements
    void define(model::FieldId field, model::ExprId value);
    void define(model::FieldId field, model::DefinitionPart part);
    model::DefinitionPart guarded(std::vector<std::pair<model::ExprId, model::ExprId>> clauses,
                                  model::ExprId otherwise = {});
    static model::Adjustment adjust(model::AdjustmentKind kind, model::ExprId operand,
                                    model::ExprId guard = {}) {
        return {kind, guard, operand, value::Rounding::HalfUp, {}};
    }
    model::RuleId rule(model::MatterId matter, model::ExprId condition,
                       model::Consequence consequence = model::Consequence::Fail, model::ExprId premise = {});
    /// A state of the records of a type, and the day since which it runs.
    struct State {
        model::FieldId field;
        model::FieldId start;
    };
    State state(model::RecordId record, const std::string& name);
    void define(const State& state, model::Trigger begins, model::Trigger ends);
    static model::Trigger when(model::ExprId condition) { return {model::TriggerKind::Condition, condition}; }
    static model::Trigger at(model::ExprId event) { return {model::TriggerKind::Event, event}; }
    /// Opens an article; what follows belongs to it.
    model::ArticleId article(const std::string& label);

    // ---- case data: the day first for dated records
    using Values = std::vector<std::pair<model::FieldId, std::string>>;
    void row(model::RecordId record, const std::string& key, const Values& values);
    void dated_row(model::RecordId record, const std::string& key, const std::string& day,
                   Values values = {});

    model::Policy policy;
    std::vector<data::RowText> rows;
    std::vector<data::SettledText> settled;

  private:
    model::RecordId record(const std::string& name);

    model::VersionId version_;
    model::ArticleId article_;
};

/// The decisions of a policy over its rows.
class Run {
  public:
    explicit Run(const SmallPolicy& small, const std::string& today = "2026-12-31",
                 TotalsBy totals_by = TotalsBy::Running, const std::function<void(Options&)>& change = {});

    const Decision& decision(model::MatterId matter, const std::string& key);
    /// "通过", "不通过" …
    std::string verdict(model::MatterId matter, const std::string& key);
    /// A value as text: "12", "2025-01-01", "未知", "无值", "尚未发生", "无".
    std::string value(model::FieldId field, const std::string& key);
    std::string output(model::MatterId matter, const std::string& key);
    /// All verdicts and outputs, one line a record, by matter and key.
    std::string all();

    std::uint32_t row(model::RecordId record, const std::string& key) const;
    std::string text(const Value& value) const;
    Settlement& settlement() { return settlement_; }

  private:
    const model::Policy& policy_;
    data::CaseData data_;
    Settlement settlement_;
};

} // namespace tiaoli::interp::testing
