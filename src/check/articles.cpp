// Articles whose text has no rules, and the readings that are not settled yet.
#include "workbench.hpp"

namespace tiaoli::check {

namespace {

using diag::Message;

/// Statements by which cases are decided.
bool is_rule(Kind kind) {
    switch (kind) {
    case Kind::rule:
    case Kind::exception_definition:
    case Kind::exception_rule:
    case Kind::allocation:
    case Kind::deadline:
    case Kind::definition:
    case Kind::output:
    case Kind::as_of:
    case Kind::state:
    case Kind::decision_table:
    case Kind::tier_table:
    case Kind::matter_decl:
        return true;
    default:
        return false;
    }
}

/// Statements that say to the machine what an article says, and decide nothing by themselves.
bool is_declaration(Kind kind) {
    switch (kind) {
    case Kind::parameter_decl:
    case Kind::effective:
    case Kind::expires:
    case Kind::repeals:
    case Kind::summary_decl:
    case Kind::order_decl:
    case Kind::enumeration_decl:
    case Kind::record_decl:
        return true;
    default:
        return false;
    }
}

struct NoteCount {
    std::size_t settled = 0;
    std::size_t unsettled = 0;
    source::Span first = {}; ///< the first that is not settled
};

} // namespace

void check_articles(Workbench& bench, const VersionWork& work) {
    std::set<model::ArticleId> ruled;
    std::set<model::ArticleId> spoken; ///< declared at least
    std::map<const Tree*, NoteCount> notes;
    for (const Statement& at : work.statements) {
        const Kind kind = at.tree->kind(at.node);
        if (is_rule(kind) && at.article.valid()) {
            ruled.insert(at.article);
        }
        if (is_declaration(kind) && at.article.valid()) {
            spoken.insert(at.article);
        }
        if (kind == Kind::interpretation) {
            notes[at.tree].settled += at.tree->children(at.node).size();
        } else if (kind == Kind::unsettled) {
            NoteCount& count = notes[at.tree];
            count.first = count.unsettled == 0 ? at.tree->span(at.node) : count.first;
            count.unsettled += at.tree->children(at.node).size();
        }
    }
    const model::Version& version = bench.version(work);
    for (std::uint32_t index = 0; index < version.articles.size(); ++index) {
        const model::Article& article = version.articles[model::ArticleId{index}];
        const bool has_rules = ruled.contains(model::ArticleId{index});
        if (!article.no_rule.empty() && has_rules) {
            bench.messages.add(Message::NoRuleWithRules, article.span, {article.label});
        } else if (article.no_rule.empty() && !has_rules && !spoken.contains(model::ArticleId{index}) &&
                   !article.paragraphs.empty()) {
            bench.messages.add(Message::ArticleSilent, article.span, {article.label});
        }
    }
    for (const Tree* tree : work.trees) {
        const NoteCount& count = notes[tree];
        if (count.unsettled > 0) {
            bench.messages.add(Message::UnsettledCount, count.first,
                               {std::to_string(count.unsettled), std::to_string(count.settled)});
        }
    }
}

} // namespace tiaoli::check
