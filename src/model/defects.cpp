// Looks through a finished policy for what no checked policy may have: ids that lead nowhere, types that are not known.
#include "tiaoli/model/walk.hpp"

#include <fmt/format.h>

namespace tiaoli::model {

namespace {

class Inspection {
  public:
    explicit Inspection(const Policy& policy) : policy_(policy) {}

    std::vector<std::string> run() {
        inspect_schema();
        for (const Version& version : policy_.versions) {
            inspect_version(version);
        }
        return std::move(found_);
    }

  private:
    const Policy& policy_;
    std::vector<std::string> found_;

    template <class... Values> void say(fmt::format_string<Values...> words, Values&&... values) {
        found_.push_back(fmt::format(words, std::forward<Values>(values)...));
    }

    void inspect_schema() {
        const Schema& schema = policy_.schema;
        for (const Field& field : schema.fields) {
            if (field.type.kind == TypeKind::Unknown) {
                say("the field {} has no type", field.name);
            }
            if (field.record.index >= schema.records.size()) {
                say("the field {} belongs to no record", field.name);
            }
        }
        for (const Matter& matter : schema.matters) {
            if (matter.record.index >= schema.records.size() ||
                matter.verdict.index >= schema.fields.size()) {
                say("the matter {} has no record or no verdict", matter.name);
            }
        }
    }

    void inspect_version(const Version& version) {
        for (const auto& [field, definition] : version.definitions) {
            for (const DefinitionPart& part : definition.parts) {
                inspect_part(version, policy_.schema.fields[field].name, part);
            }
        }
        for (const auto& [field, state] : version.states) {
            for (const Trigger& trigger : {state.begins, state.ends}) {
                inspect_root(version, policy_.schema.fields[field].name, trigger.condition, TypeKind::Bool);
            }
        }
        for (const Rule& rule : version.rules) {
            inspect_root(version, rule.label, rule.condition, TypeKind::Bool);
            if (rule.premise.valid()) {
                inspect_root(version, rule.label, rule.premise, TypeKind::Bool);
            }
            for (const RuleException& exception : rule.exceptions) {
                inspect_root(version, rule.label, exception.condition, TypeKind::Bool);
            }
        }
        for (const Allocation& allocation : version.allocations) {
            inspect_allocation(version, allocation);
        }
        for (const Deadline& deadline : version.deadlines) {
            inspect_deadline(version, deadline);
        }
        for (const MatterTerms& terms : version.matters) {
            for (ExprId day : {terms.governed, terms.facts_until, terms.since}) {
                if (day.valid()) {
                    inspect_root(version, policy_.schema.matters[terms.matter].name, day, TypeKind::Date);
                }
            }
            if (terms.reviewed.valid()) {
                inspect_root(version, policy_.schema.matters[terms.matter].name, terms.reviewed,
                             TypeKind::Bool);
            }
        }
    }

    void inspect_allocation(const Version& version, const Allocation& allocation) {
        const std::string& name = policy_.schema.fields[allocation.rest].name;
        inspect_root(version, name, allocation.amount, TypeKind::Money);
        for (const AllocationPart& part : allocation.parts) {
            if (part.ratio.valid()) {
                inspect_root(version, name, part.ratio, TypeKind::Ratio);
            }
            if (part.limit.valid()) {
                inspect_root(version, name, part.limit, TypeKind::Money);
            }
        }
        for (const AllocationTail& tail : allocation.tails) {
            if (tail.guard.valid()) {
                inspect_root(version, name, tail.guard, TypeKind::Bool);
            }
        }
    }

    void inspect_deadline(const Version& version, const Deadline& deadline) {
        if (deadline.period.valid()) {
            inspect_root(version, deadline.name, deadline.period, TypeKind::Period);
        } else {
            inspect_root(version, deadline.name, deadline.start, TypeKind::Date);
            if (deadline.until.valid()) {
                inspect_root(version, deadline.name, deadline.until, TypeKind::Date);
            } else {
                inspect_root(version, deadline.name, deadline.length, TypeKind::Duration);
            }
        }
        inspect_root(version, deadline.name, deadline.fulfilment, TypeKind::Reference);
    }

    void inspect_part(const Version& version, const std::string& name, const DefinitionPart& part) {
        if (part.clauses.empty()) {
            say("a definition of {} has no clause", name);
        }
        for (const Clause& clause : part.clauses) {
            if (clause.guard.valid()) {
                inspect_root(version, name, clause.guard, TypeKind::Bool);
            }
            inspect(version, name, clause.value);
        }
        for (const Adjustment& adjustment : part.adjustments) {
            inspect(version, name, adjustment.operand);
        }
    }

    void inspect_root(const Version& version, const std::string& name, ExprId id, TypeKind kind) {
        inspect(version, name, id);
        if (id.index < version.exprs.size() && version.exprs[id].type.kind != kind) {
            say("an expression of {} is not of its type", name);
        }
    }

    void inspect(const Version& version, const std::string& name, ExprId id) {
        if (id.index >= version.exprs.size()) {
            say("an expression of {} leads nowhere", name);
            return;
        }
        if (version.exprs[id].type.kind == TypeKind::Unknown) {
            say("an expression of {} has no type", name);
        }
        for (ExprId child : children(version.exprs[id].node)) {
            if (child.index >= id.index) {
                say("an expression of {} is not built from earlier ones", name);
                return;
            }
            inspect(version, name, child);
        }
    }
};

} // namespace

std::vector<std::string> defects(const Policy& policy) { return Inspection(policy).run(); }

} // namespace tiaoli::model
