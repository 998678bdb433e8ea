// Parameters and defined fields that nothing uses.
#include "workbench.hpp"

#include "tiaoli/model/walk.hpp"

namespace tiaoli::check {

namespace {

using diag::Message;
using model::ExprId;
using model::FieldRole;

/// What all versions use; a field's use of itself does not count.
class Uses {
  public:
    explicit Uses(Workbench& bench) : bench_(bench) {}

    void run() {
        for (const model::Version& version : bench_.policy.versions) {
            look_through(version);
        }
        for (const model::Version& version : bench_.policy.versions) {
            report(version);
        }
    }

  private:
    Workbench& bench_;
    std::set<model::FieldId> fields_;
    std::set<std::string> parameters_;

    void look_through(const model::Version& version) {
        look_through_definitions(version);
        look_through_statements(version);
        for (const model::MatterTerms& terms : version.matters) {
            walk(version, terms.governed, {});
            walk(version, terms.facts_until, {});
            walk(version, terms.reviewed, {});
            walk(version, terms.since, {});
        }
        for (const model::Example& example : version.examples) {
            for (const model::ExampleExpectation& expectation : example.expectations) {
                fields_.insert(expectation.field);
            }
        }
    }

    void look_through_definitions(const model::Version& version) {
        for (const auto& [field, definition] : version.definitions) {
            for (const model::DefinitionPart& part : definition.parts) {
                for (const model::Clause& clause : part.clauses) {
                    walk(version, clause.guard, field);
                    walk(version, clause.value, field);
                }
                for (const model::Adjustment& adjustment : part.adjustments) {
                    walk(version, adjustment.guard, field);
                    walk(version, adjustment.operand, field);
                }
            }
        }
        for (const auto& [field, state] : version.states) {
            walk(version, state.begins.condition, field);
            walk(version, state.ends.condition, field);
        }
    }

    void look_through_statements(const model::Version& version) {
        for (const model::Rule& rule : version.rules) {
            walk(version, rule.premise, {});
            walk(version, rule.condition, {});
            for (const model::RuleException& exception : rule.exceptions) {
                walk(version, exception.condition, {});
            }
        }
        for (const model::Allocation& allocation : version.allocations) {
            for (ExprId root : model::expressions(allocation)) {
                walk(version, root, {});
            }
            fields_.insert(allocation.same.begin(), allocation.same.end());
        }
        for (const model::Deadline& deadline : version.deadlines) {
            for (ExprId root : model::expressions(deadline)) {
                walk(version, root, {});
            }
        }
    }

    void use(model::FieldId field, model::FieldId user) {
        if (field != user) {
            fields_.insert(field);
        }
    }

    void walk(const model::Version& version, ExprId id, model::FieldId user) {
        if (!id.valid()) {
            return;
        }
        const model::ExprNode& node = version.exprs[id].node;
        if (const auto* field = std::get_if<model::FieldOf>(&node)) {
            use(field->field, user);
        } else if (const auto* parameter = std::get_if<model::ParameterUse>(&node)) {
            parameters_.insert(version.parameters[parameter->parameter].name);
        } else if (const auto* aggregate = std::get_if<model::Aggregate>(&node)) {
            for (const model::SetKey& key : aggregate->set.keys) {
                use(key.field, user);
            }
        }
        for (ExprId child : model::children(node)) {
            walk(version, child, user);
        }
    }

    void report(const model::Version& version) {
        for (const model::Parameter& parameter : version.parameters) {
            if (!parameters_.contains(parameter.name)) {
                bench_.messages.add(Message::UnusedParameter, parameter.span, {parameter.name});
            }
        }
        for (const auto& [id, definition] : version.definitions) {
            const model::Field& field = bench_.schema().fields[id];
            if (field.role != FieldRole::Output && !fields_.contains(id)) {
                bench_.messages.add(Message::UnusedField, field.declared, {field.name});
            }
        }
        for (const auto& [id, state] : version.states) {
            if (!fields_.contains(id) && !fields_.contains(state.start_field)) {
                const model::Field& field = bench_.schema().fields[id];
                bench_.messages.add(Message::UnusedField, field.declared, {field.name});
            }
        }
    }
};

} // namespace

void check_uses(Workbench& bench) { Uses(bench).run(); }

} // namespace tiaoli::check
