// 不受第X条限制: the parts that win over a definition, and the conditions that lift a rule.
#include "exceptions.hpp"

#include <algorithm>

namespace tiaoli::check {

namespace {

using diag::Message;
using model::ClauseKind;

std::optional<ExprId> condition_of(Workbench& bench, FieldTypes& types, const VersionWork& work,
                                   const Statement& statement) {
    auto meaning = choose(bench, types, work, statement, scope_of(statement),
                          [](Lowering& at, NodeId body) { return Meaning{lower_exception(at, body)}; });
    return meaning ? std::optional{std::get<SingleExpression>(*meaning).root} : std::nullopt;
}

/// Where no exception holds the ordinary definition counts, so an exception has no other cases of its own.
bool has_other_cases(Workbench& bench, const model::DefinitionPart& part, const std::string& label) {
    bool found = false;
    for (const model::Clause& clause : part.clauses) {
        if (clause.kind == ClauseKind::Otherwise || clause.kind == ClauseKind::WhenAbsent) {
            bench.messages.add(Message::ExceptionOtherwise, clause.span, {label});
            found = true;
        }
    }
    return found;
}

/// …的，名 ＝ 值: the premise before the name becomes the guard of the only clause.
bool take_guard(Workbench& bench, FieldTypes& types, const VersionWork& work, const Statement& statement,
                model::DefinitionPart& part) {
    const NodeId guard = statement.tree->child(statement.node, Kind::exception_guard);
    if (!guard.valid()) {
        return true;
    }
    Statement premise = statement;
    premise.node = guard;
    const auto condition = condition_of(bench, types, work, premise);
    if (condition && (part.clauses.size() != 1 || part.clauses.front().kind != ClauseKind::Plain)) {
        const NodeId name = statement.tree->child(statement.node, Kind::name);
        bench.messages.add(Message::ExceptionGuard, part.clauses.front().span,
                           {statement.tree->display(name)});
        return false;
    }
    if (condition) {
        part.clauses.front().kind = ClauseKind::Guarded;
        part.clauses.front().guard = *condition;
    }
    return condition.has_value();
}

struct Candidates {
    std::vector<model::RuleId> rules;
    std::string listed; ///< their names, as one writes them
};

Candidates rules_of(const model::Version& version, model::ArticleId article, model::MatterId matter) {
    Candidates found;
    for (std::uint32_t index = 0; index < version.rules.size(); ++index) {
        const model::Rule& rule = version.rules[model::RuleId{index}];
        if (rule.article == article && rule.matter == matter) {
            found.rules.push_back(model::RuleId{index});
            found.listed += (found.listed.empty() ? "“" : "、“") + rule.label + "”";
        }
    }
    return found;
}

/// The rule that the exception means; nothing when it cannot be told, which has then been reported.
std::optional<model::RuleId> exempted_rule(Workbench& bench, const VersionWork& work,
                                           const Statement& statement, model::ArticleId article) {
    const Tree& tree = *statement.tree;
    const model::Version& version = bench.version(work);
    const std::string& label = version.articles[article].label;
    const std::string& matter = bench.schema().matters[statement.home.matter].name;
    const NodeId name = tree.child(statement.node, Kind::string);
    Candidates found = rules_of(version, article, statement.home.matter);
    const source::Span place = tree.span(tree.child(statement.node, Kind::exempted_article));
    if (found.rules.empty()) {
        bench.messages.add(Message::ExemptedNoRule, place, {label, matter});
        return std::nullopt;
    }
    if (name.valid()) {
        std::erase_if(found.rules, [&](model::RuleId rule) {
            return syntax::canonical(version.rules[rule].label) != syntax::canonical(tree.verbatim(name));
        });
    }
    if (found.rules.empty()) {
        bench.messages.add(Message::ExemptedRule, tree.span(name),
                           {label, matter, std::string(tree.verbatim(name)), found.listed});
        return std::nullopt;
    }
    if (found.rules.size() > 1) {
        bench.messages.add(Message::ExemptedRules, place, {label, matter, found.listed});
        return std::nullopt;
    }
    return found.rules.front();
}

} // namespace

SingleExpression lower_exception(Lowering& at, NodeId body) {
    return {at.condition(at.tree.children(body).front())};
}

std::vector<model::DefinitionPart> lower_exceptions(Workbench& bench, FieldTypes& types,
                                                    const VersionWork& work, model::FieldId field) {
    std::vector<model::DefinitionPart> parts;
    const auto places = work.exceptions.find(field);
    if (places == work.exceptions.end()) {
        return parts;
    }
    for (const std::size_t place : places->second) {
        const Statement& at = work.statements[place];
        const auto article = exempted_article(bench, work, at);
        auto meaning = choose(bench, types, work, at, scope_of(at), [&](Lowering& lowering, NodeId body) {
            return Meaning{lower_definition(lowering, body, field)};
        });
        if (!article || !meaning) {
            continue;
        }
        model::DefinitionPart& part = std::get<model::DefinitionPart>(*meaning);
        part.article = at.article;
        part.span = at.tree->span(at.node);
        part.overrides = *article;
        if (!has_other_cases(bench, part, bench.version(work).articles[*article].label) &&
            take_guard(bench, types, work, at, part)) {
            parts.push_back(std::move(part));
        }
    }
    return parts;
}

void lower_rule_exception(Workbench& bench, FieldTypes& types, const VersionWork& work,
                          const Statement& statement) {
    if (statement.home.kind != Home::Kind::Matter) {
        if (statement.home.kind != Home::Kind::Misread) {
            const bool nowhere = statement.home.kind == Home::Kind::Nowhere;
            bench.messages.add(nowhere ? Message::NeedsBlock : Message::NeedsMatter,
                               statement.tree->span(statement.node), {"不受…限制"});
        }
        return;
    }
    const auto article = exempted_article(bench, work, statement);
    const auto rule = article ? exempted_rule(bench, work, statement, *article) : std::nullopt;
    const auto condition = condition_of(bench, types, work, statement);
    if (rule && condition) {
        const source::Span span = statement.tree->span(statement.node);
        bench.version(work).rules[*rule].exceptions.push_back({statement.article, *condition, span});
    }
}

} // namespace tiaoli::check
