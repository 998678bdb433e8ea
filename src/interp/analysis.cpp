// Walks expressions and definitions to see what they depend on.
#include "analysis.hpp"

#include "tiaoli/model/walk.hpp"

namespace tiaoli::interp {

/// One walk from an expression or field to everything below it.
struct Analysis::Search {
    const model::Policy& policy;
    const model::Version& version;
    FieldFacts& facts;
    /// Fields met, and whether as of their own record's place (true) or the asker's moment.
    std::set<std::pair<model::FieldId, bool>> met = {};

    void visit_expr(model::ExprId id, bool own_place);
    void visit_field(model::FieldId id, bool own_place);
    void visit_state(model::FieldId id);
    void visit_definition(const model::Definition& definition, bool own_place);
};

void Analysis::Search::visit_expr(model::ExprId id, bool own_place) {
    const model::ExprNode& node = version.exprs[id].node;
    if (const auto* use = std::get_if<model::FieldOf>(&node))
        visit_field(use->field, own_place);
    if (const auto* aggregate = std::get_if<model::Aggregate>(&node)) {
        facts.relational = true;
        if (!own_place)
            facts.sets.insert(aggregate->set.record);
        for (const model::SetKey& key : aggregate->set.keys)
            visit_field(key.field, own_place);
    }
    for (const model::ExprId child : model::children(node))
        visit_expr(child, own_place);
}

void Analysis::Search::visit_field(model::FieldId id, bool own_place) {
    const model::Field& field = policy.schema.fields[id];
    switch (field.role) {
    case model::FieldRole::Stored:
        return;
    case model::FieldRole::Verdict:
    case model::FieldRole::Output:
    case model::FieldRole::Matter:
        facts.relational = true;
        return;
    case model::FieldRole::Derived:
        own_place = own_place || policy.schema.records[field.record].day.valid();
        break;
    case model::FieldRole::AsOf:
        break;
    case model::FieldRole::State:
    case model::FieldRole::StateStart:
        return visit_state(id);
    }
    if (!met.insert({id, own_place}).second)
        return;
    const auto found = version.definitions.find(id);
    if (found != version.definitions.end())
        visit_definition(found->second, own_place);
}

/// A state's history is one for all askers, so its sets leave out no record of theirs: it looks as from its own place.
void Analysis::Search::visit_state(model::FieldId id) {
    facts.relational = true;
    const auto* state = model::state_of(version, id);
    if (state == nullptr || !met.insert({state->first, true}).second)
        return;
    facts.articles.insert(state->second.article);
    visit_expr(state->second.begins.condition, true);
    visit_expr(state->second.ends.condition, true);
}

void Analysis::Search::visit_definition(const model::Definition& definition, bool own_place) {
    const auto visit = [&](model::ExprId id) {
        if (id.valid())
            visit_expr(id, own_place);
    };
    for (const model::DefinitionPart& part : definition.parts) {
        facts.articles.insert(part.article);
        for (const model::Clause& clause : part.clauses) {
            visit(clause.guard);
            visit(clause.value);
        }
        for (const model::Adjustment& adjustment : part.adjustments) {
            visit(adjustment.guard);
            visit(adjustment.operand);
        }
    }
}

Analysis::Analysis(const model::Policy& policy) : policy_(policy) {}

const FieldFacts& Analysis::field(model::VersionId version, model::FieldId field) {
    const auto [found, is_new] = fields_.try_emplace({version, field});
    if (is_new)
        Search{policy_, policy_.versions[version], found->second}.visit_field(field, false);
    return found->second;
}

const SetFacts& Analysis::set(model::VersionId version, model::ExprId expr) {
    const auto [found, is_new] = sets_.try_emplace({version, expr});
    SetFacts& facts = found->second;
    if (!is_new)
        return facts;
    const auto& node = std::get<model::Aggregate>(policy_.versions[version].exprs[expr].node);
    for (std::size_t at = 0; at < node.set.keys.size(); ++at) {
        const model::FieldId field = node.set.keys[at].field;
        if (!is_fixed(version, field)) {
            facts.filter_keys.push_back(at);
            continue;
        }
        facts.index_keys.push_back(at);
        facts.index_fields.push_back(field);
        facts.index_by_version =
            facts.index_by_version || policy_.schema.fields[field].role == model::FieldRole::Derived;
    }
    for (const model::ExprId filter : node.set.filters)
        facts.own_dependent = facts.own_dependent || mentions_own(version, filter);
    if (node.value.valid())
        facts.own_dependent = facts.own_dependent || mentions_own(version, node.value);
    Search search{policy_, policy_.versions[version], facts.inner};
    for (const model::SetKey& key : node.set.keys)
        search.visit_field(key.field, false);
    for (const model::ExprId child : model::children(policy_.versions[version].exprs[expr].node))
        search.visit_expr(child, false);
    return facts;
}

bool Analysis::mentions_own(model::VersionId version, model::ExprId expr) const {
    const model::ExprNode& node = policy_.versions[version].exprs[expr].node;
    if (std::holds_alternative<model::OwnRecord>(node) || std::holds_alternative<model::ThisPeriod>(node))
        return true;
    for (const model::ExprId child : model::children(node)) {
        if (mentions_own(version, child))
            return true;
    }
    return false;
}

/// Whether the field of a record is the same for every asker of one version.
bool Analysis::is_fixed(model::VersionId version, model::FieldId id) {
    const model::Field& field = policy_.schema.fields[id];
    if (field.role == model::FieldRole::Stored)
        return field.absence != model::Absence::Pending;
    return field.role == model::FieldRole::Derived && policy_.schema.records[field.record].day.valid() &&
           !this->field(version, id).relational;
}

} // namespace tiaoli::interp
