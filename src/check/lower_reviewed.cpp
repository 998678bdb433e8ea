// Which records a matter reviews, and from when: by nothing but what was stored with the record.
#include "bodies.hpp"

#include "tiaoli/model/walk.hpp"

namespace tiaoli::check {

namespace {

using diag::Message;
using model::FieldRole;

/// The first part that looks at something that changes with time or with other records; not valid when there is none.
ExprId changing_part(const Lowering& at, ExprId id) {
    const model::ExprNode& node = at.exprs[id].node;
    if (std::holds_alternative<model::Aggregate>(node) || std::holds_alternative<model::ThatDay>(node)) {
        return id;
    }
    if (const auto* use = std::get_if<model::FieldOf>(&node)) {
        const model::Field& field = at.bench.schema().fields[use->field];
        const bool dated = at.bench.schema().records[field.record].day.valid();
        const bool fixed = field.role == FieldRole::Stored || (field.role == FieldRole::Derived && !dated);
        if (!fixed) {
            return id;
        }
    }
    for (ExprId child : model::children(node)) {
        if (const ExprId found = changing_part(at, child); found.valid()) {
            return found;
        }
    }
    return {};
}

void refuse_changing(Lowering& at, ExprId id) {
    if (const ExprId found = changing_part(at, id); found.valid()) {
        const source::Span span = at.exprs[found].span;
        at.messages.add(Message::ReviewedByStored, span, {syntax::canonical(at.bench.sources.text(span))});
    }
}

/// 本季 has no meaning before it is known which records are reviewed.
class WithoutPeriod {
  public:
    explicit WithoutPeriod(Lowering& at) : at_(at), terms_of_(at.scope.terms_of) { at.scope.terms_of = {}; }
    ~WithoutPeriod() { at_.scope.terms_of = terms_of_; }
    WithoutPeriod(const WithoutPeriod&) = delete;
    WithoutPeriod& operator=(const WithoutPeriod&) = delete;

  private:
    Lowering& at_;
    model::MatterId terms_of_;
};

} // namespace

ExprId lower_reviewed(Lowering& at, NodeId node) {
    const WithoutPeriod without(at);
    std::vector<ExprId> conditions;
    for (NodeId part : at.tree.children(node)) {
        conditions.push_back(at.condition(part));
        refuse_changing(at, conditions.back());
    }
    return at.all_of(node, std::move(conditions));
}

ExprId lower_since(Lowering& at, NodeId node) {
    const model::MatterId matter = at.scope.terms_of;
    const WithoutPeriod without(at);
    const ExprId day = lower_day(at, at.tree.children(node).front(), "自");
    refuse_changing(at, day);
    if (at.bench.schema().matters[matter].recurrence == model::Recurrence::Once) {
        return at.fail(node, Message::SinceOnce, {});
    }
    return day;
}

void check_recurrence(Workbench& bench, const model::MatterTerms& terms) {
    const model::Matter& matter = bench.schema().matters[terms.matter];
    if (matter.recurrence != model::Recurrence::Once && !terms.facts_until.valid()) {
        bench.messages.add(Message::RecursWithoutFacts, terms.span, {matter.name});
    }
}

} // namespace tiaoli::check
