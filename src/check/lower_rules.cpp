// 要求, and the terms of a matter.
#include "bodies.hpp"
#include "written.hpp"

namespace tiaoli::check {

namespace {

using diag::Message;

void take_consequence(Lowering& at, NodeId node, model::Rule& rule) {
    const NodeId outcome = at.tree.child(node, Kind::outcome);
    if (const auto consequence = outcome_named(at.tree.text(outcome))) {
        rule.consequence = *consequence;
    } else {
        at.fail(outcome, Message::UnknownOutcome);
    }
    if (const NodeId words = at.tree.child(node, Kind::string); words.valid()) {
        rule.explanation = at.tree.verbatim(words);
    }
}

} // namespace

ExprId lower_day(Lowering& at, NodeId node, const char* word) {
    const ExprId id = at.lower(node);
    if (!fits(at.type(id), {TypeKind::Date})) {
        return at.fail(node, Message::DayWanted, {word, at.type_text(id)});
    }
    return id;
}

std::optional<model::Consequence> outcome_named(std::string_view word) {
    if (word == "不通过") {
        return model::Consequence::Fail;
    }
    if (word == "退回补正") {
        return model::Consequence::Return;
    }
    if (word == "暂缓") {
        return model::Consequence::Defer;
    }
    if (word == "转人工") {
        return model::Consequence::Manual;
    }
    return word == "提示" ? std::optional{model::Consequence::Hint} : std::nullopt;
}

model::Rule lower_rule(Lowering& at, NodeId body) {
    model::Rule rule;
    for (NodeId part : at.tree.children(body)) {
        switch (at.tree.kind(part)) {
        case Kind::label:
            rule.label = at.tree.verbatim(at.tree.children(part).front());
            break;
        case Kind::premise:
            rule.premise = at.condition(at.tree.children(part).front());
            break;
        case Kind::consequence:
            take_consequence(at, part, rule);
            break;
        default:
            rule.condition = at.condition(part);
            if (rule.label.empty()) {
                rule.label = as_written(at.tree.verbatim(part));
            }
        }
    }
    return rule;
}

model::MatterTerms lower_terms(Lowering& at, NodeId body) {
    model::MatterTerms terms;
    for (NodeId part : at.tree.children(body)) {
        if (at.tree.kind(part) == Kind::governed) {
            terms.governed = lower_day(at, at.tree.children(part).front(), "依据日为");
        } else if (at.tree.kind(part) == Kind::facts_until) {
            at.scope.today = TodayRule::Allowed;
            terms.facts_until = lower_day(at, at.tree.children(part).front(), "事实截至");
            at.scope.today = TodayRule::Refused;
        } else if (at.tree.kind(part) == Kind::survives_expiry) {
            terms.survives_expiry = true;
        } else if (at.tree.kind(part) == Kind::reviewed_if) {
            terms.reviewed = lower_reviewed(at, part);
        } else if (at.tree.kind(part) == Kind::reviewed_since) {
            terms.since = lower_since(at, part);
        }
    }
    return terms;
}

} // namespace tiaoli::check
