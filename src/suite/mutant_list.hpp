// Gathers mutants; what is one change of the text becomes one mutant, however many nodes of the model it touches.
#pragma once

#include "mutants.hpp"

#include <map>
#include <set>
#include <tuple>

namespace tiaoli::suite {

class MutantList {
  public:
    struct Draft {
        ChangeKind kind;
        source::Span place;
        model::ArticleId article;
        model::VersionId version;
        Wording before;
        Wording after;
        std::function<void(model::Policy&)> edit;
        std::vector<Witness> witnesses = {}; ///< none: it may matter to every example
        bool changes_reading = false;
    };

    void add(Draft draft) {
        const Key key{draft.place, draft.kind, draft.before.chinese, draft.after.chinese};
        const auto [found, is_new] = places_.try_emplace(key, items_.size());
        if (is_new)
            items_.push_back(
                {{draft.kind, draft.place, draft.article, draft.version, draft.before, draft.after},
                 {},
                 {},
                 draft.changes_reading});
        Mutant& mutant = items_[found->second];
        mutant.edits.push_back(std::move(draft.edit));
        mutant.witnesses.insert(mutant.witnesses.end(), draft.witnesses.begin(), draft.witnesses.end());
    }

    std::vector<Mutant> take() { return std::move(items_); }

  private:
    using Key = std::tuple<source::Span, ChangeKind, std::string, std::string>;
    std::map<Key, std::size_t> places_;
    std::vector<Mutant> items_;
};

/// An expression that a statement begins with.
struct Root {
    model::ExprId expr;
    model::ArticleId article;
    bool is_looked_through =
        false;              ///< a set whose records are looked at one by one: its total is not asked for
    bool is_result = false; ///< the value of a clause
    std::set<source::Span> made =
        {}; ///< places of what a 超额累进 table makes of its rows: its head and the rows
};
/// Adds the changes of the expressions from `roots` on.
void add_expression_mutants(MutantList& list, const project::Project& project, model::VersionId version,
                            const std::vector<Root>& roots);

/// Adds the changes of what is no expression: days of force, exceptions, adjustments, deadlines, fields of the case data.
void add_statement_mutants(MutantList& list, const project::Project& project, model::VersionId version);
void add_field_mutants(MutantList& list, const project::Project& project);

} // namespace tiaoli::suite
