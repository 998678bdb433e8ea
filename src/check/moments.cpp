// What can be seen when: outputs only of passed records, and 时点 where a record has no day of its own.
#include "workbench.hpp"

#include "tiaoli/model/walk.hpp"

namespace tiaoli::check {

namespace {

using diag::Message;
using model::ExprId;
using model::FieldRole;

class Moments {
  public:
    Moments(Workbench& bench, const model::Version& version) : bench_(bench), version_(version) {}

    void run() {
        for (const auto& [field, definition] : version_.definitions) {
            for (const model::DefinitionPart& part : definition.parts) {
                inspect_part(field, part);
            }
        }
        for (const auto& [field, state] : version_.states) {
            inspect(state.begins.condition, nullptr);
            inspect(state.ends.condition, nullptr);
        }
        for (const model::Rule& rule : version_.rules) {
            inspect(rule.premise, nullptr);
            inspect(rule.condition, nullptr);
            for (const model::RuleException& exception : rule.exceptions) {
                inspect(exception.condition, nullptr);
            }
        }
        for (const model::Allocation& allocation : version_.allocations) {
            for (ExprId root : model::expressions(allocation)) {
                inspect(root, nullptr);
            }
        }
        for (const model::Deadline& deadline : version_.deadlines) {
            for (ExprId root : model::expressions(deadline)) {
                inspect(root, nullptr);
            }
        }
        for (const model::MatterTerms& terms : version_.matters) {
            inspect(terms.governed, nullptr);
            inspect(terms.facts_until, nullptr);
            inspect(terms.reviewed, nullptr);
            inspect(terms.since, nullptr);
        }
    }

  private:
    Workbench& bench_;
    const model::Version& version_;

    const model::Field& field(model::FieldId id) const { return bench_.schema().fields[id]; }
    bool is_dated(model::RecordId id) const { return bench_.schema().records[id].day.valid(); }

    void inspect_part(model::FieldId id, const model::DefinitionPart& part) {
        std::vector<ExprId> roots;
        for (const model::Clause& clause : part.clauses) {
            roots.insert(roots.end(), {clause.guard, clause.value});
        }
        for (const model::Adjustment& adjustment : part.adjustments) {
            roots.insert(roots.end(), {adjustment.guard, adjustment.operand});
        }
        const model::Field& owner = field(id);
        bool looks = false;
        for (ExprId root : roots) {
            inspect(root, nullptr);
            looks = looks || looks_at_others(root);
        }
        if (looks && owner.role == FieldRole::Derived && !is_dated(owner.record)) {
            bench_.messages.add(Message::AsOfWanted, part.span,
                                {owner.name, bench_.schema().records[owner.record].name});
        }
    }

    /// Whether the value can differ from one day to another.
    bool looks_at_others(ExprId id) const {
        if (!id.valid()) {
            return false;
        }
        const model::ExprNode& node = version_.exprs[id].node;
        if (std::holds_alternative<model::Aggregate>(node) || std::holds_alternative<model::ThatDay>(node)) {
            return true;
        }
        if (const auto* use = std::get_if<model::FieldOf>(&node)) {
            const FieldRole role = field(use->field).role;
            const bool is_state = role == FieldRole::State || role == FieldRole::StateStart;
            if (is_state || role == FieldRole::AsOf || role == FieldRole::Verdict ||
                role == FieldRole::Output || is_dated(field(use->field).record)) {
                return true;
            }
        }
        for (ExprId child : model::children(node)) {
            if (looks_at_others(child)) {
                return true;
            }
        }
        return false;
    }

    /// `set`: the innermost set whose element is looked at.
    void inspect(ExprId id, const model::RecordSet* set) {
        if (!id.valid()) {
            return;
        }
        const model::ExprNode& node = version_.exprs[id].node;
        if (const auto* use = std::get_if<model::FieldOf>(&node)) {
            inspect_use(*use, set, version_.exprs[id].span);
        }
        if (const auto* aggregate = std::get_if<model::Aggregate>(&node)) {
            for (const model::SetKey& key : aggregate->set.keys) {
                require_pass(key.field, aggregate->set, key.span);
                inspect(key.value, set);
            }
            for (ExprId filter : aggregate->set.filters) {
                inspect(filter, &aggregate->set);
            }
            return inspect(aggregate->value, &aggregate->set);
        }
        for (ExprId child : model::children(node)) {
            inspect(child, set);
        }
    }

    void inspect_use(const model::FieldOf& use, const model::RecordSet* set, source::Span span) {
        const model::ExprNode& base = version_.exprs[use.base].node;
        if (std::holds_alternative<model::Element>(base) && set != nullptr) {
            require_pass(use.field, *set, span);
        } else if (const auto* chosen = std::get_if<model::Aggregate>(&base)) {
            require_pass(use.field, chosen->set, span);
        }
    }

    void require_pass(model::FieldId id, const model::RecordSet& set, source::Span span) {
        const model::Field& output = field(id);
        if (output.role != FieldRole::Output) {
            return;
        }
        const model::Matter& matter = bench_.schema().matters[output.matter];
        const model::Scalar pass = model::EnumerationValue{bench_.schema().verdicts,
                                                           static_cast<std::uint32_t>(model::Verdict::Pass)};
        for (const model::SetKey& key : set.keys) {
            const auto* wanted = std::get_if<model::Constant>(&version_.exprs[key.value].node);
            if (key.field == matter.verdict && wanted != nullptr && wanted->value == pass) {
                return;
            }
        }
        bench_.messages.add(Message::OutputWithoutPass, span, {output.name, matter.name});
    }
};

} // namespace

void check_moments(Workbench& bench) {
    for (const model::Version& version : bench.policy.versions) {
        Moments(bench, version).run();
    }
}

} // namespace tiaoli::check
