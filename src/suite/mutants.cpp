// Lists the changes of a policy: of every expression that it uses, and of what stands beside them.
#include "mutants.hpp"

#include "mutant_list.hpp"
#include "tiaoli/model/walk.hpp"

#include <algorithm>

namespace tiaoli::suite {

namespace {

void add_definition(const model::Version& version, const model::Definition& definition,
                    std::vector<Root>& roots) {
    for (const model::DefinitionPart& part : definition.parts) {
        std::set<source::Span> made;
        for (const model::Tier& tier : part.tiers) {
            made.insert(version.exprs[tier.share].span);
            made.insert(part.clauses.front().span);
        }
        for (const model::Clause& clause : part.clauses) {
            roots.push_back({clause.guard, part.article, false, false, made});
            roots.push_back({clause.value, part.article, false, true, made});
        }
        for (const model::Adjustment& adjustment : part.adjustments) {
            roots.push_back({adjustment.guard, part.article});
            if (adjustment.kind != model::AdjustmentKind::Round)
                roots.push_back({adjustment.operand, part.article});
        }
    }
}

void add_rules(const model::Version& version, std::vector<Root>& roots) {
    for (const model::Rule& rule : version.rules) {
        roots.push_back({rule.premise, rule.article});
        roots.push_back({rule.condition, rule.article});
        for (const model::RuleException& exception : rule.exceptions)
            roots.push_back({exception.condition, exception.article});
    }
}

void add_states(const model::Version& version, std::vector<Root>& roots) {
    for (const auto& [field, state] : version.states) {
        for (const model::Trigger& trigger : {state.begins, state.ends})
            roots.push_back({trigger.condition, state.article, trigger.kind == model::TriggerKind::Event});
    }
}

void add_outputs(const model::Version& version, std::vector<Root>& roots) {
    for (const model::Allocation& allocation : version.allocations) {
        for (const model::ExprId expr : model::expressions(allocation))
            roots.push_back({expr, allocation.article});
    }
    for (const model::Deadline& deadline : version.deadlines) {
        for (const model::ExprId expr : model::expressions(deadline))
            roots.push_back({expr, deadline.article, expr == deadline.fulfilment});
    }
}

std::vector<Root> roots_of(const model::Version& version) {
    std::vector<Root> roots;
    for (const auto& [field, definition] : version.definitions)
        add_definition(version, definition, roots);
    add_rules(version, roots);
    add_states(version, roots);
    add_outputs(version, roots);
    for (const model::Parameter& parameter : version.parameters) {
        for (const model::DatedValue& dated : parameter.values)
            roots.push_back({dated.value, parameter.article});
        for (const model::ExprId alternative : parameter.alternatives)
            roots.push_back({alternative, parameter.article});
    }
    for (const model::MatterTerms& terms : version.matters) {
        for (const model::ExprId expr : {terms.governed, terms.facts_until, terms.reviewed, terms.since})
            roots.push_back({expr, {}});
    }
    return roots;
}

} // namespace

std::vector<Mutant> mutants(const project::Project& project) {
    MutantList list;
    for (std::uint32_t index = 0; index < project.policy.versions.size(); ++index) {
        const model::VersionId version{index};
        add_expression_mutants(list, project, version, roots_of(project.policy.versions[version]));
        add_statement_mutants(list, project, version);
    }
    add_field_mutants(list, project);
    std::vector<Mutant> all = list.take();
    std::stable_sort(all.begin(), all.end(),
                     [](const Mutant& a, const Mutant& b) { return a.what.place < b.what.place; });
    return all;
}

} // namespace tiaoli::suite
