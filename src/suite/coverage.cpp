// Counts which rules both held and failed in the examples, and which clauses were taken.
#include "coverage.hpp"

#include <algorithm>

namespace tiaoli::suite {

namespace {

class Counting {
  public:
    Counting(const model::Version& version, model::VersionId id, const Results& results)
        : version_(version), id_(id), results_(results) {}

    Coverage run();

  private:
    void count_rule(model::RuleId rule, const RuleCoverage& outcomes);
    void count_part(const model::DefinitionPart& part, model::FieldId field);
    void count_taken(Gap gap);
    ArticleCoverage& of(model::ArticleId article) {
        return article.valid() ? out_.articles.at(article.index) : out_.articles.back();
    }

    const model::Version& version_;
    model::VersionId id_;
    const Results& results_;
    Coverage out_;
};

ArticleState state_of(const model::Article& article, const ArticleCoverage& coverage) {
    if (!article.no_rule.empty())
        return ArticleState::NoRule;
    const std::size_t cases = coverage.clauses.all + coverage.rows.all;
    if (coverage.rules.all == 0 && cases == 0)
        return ArticleState::Declares;
    const bool all_taken =
        coverage.rules.all == 0 && coverage.clauses.covered + coverage.rows.covered == cases;
    return coverage.rules.covered > 0 || all_taken ? ArticleState::Covered : ArticleState::Open;
}

} // namespace

std::size_t Coverage::count(ArticleState state) const {
    return static_cast<std::size_t>(
        std::count_if(articles.begin(), articles.end(), [&](const ArticleCoverage& each) {
            return each.article.valid() && each.state == state;
        }));
}

Coverage coverage(const model::Version& version, model::VersionId id, const Results& results) {
    return Counting{version, id, results}.run();
}

namespace {

Coverage Counting::run() {
    for (std::uint32_t index = 0; index < version_.articles.size(); ++index)
        out_.articles.push_back({model::ArticleId{index}, {}, {}, {}});
    out_.articles.push_back({});
    for (const auto& [rule, outcomes] : results_.rules.at(id_))
        count_rule(rule, outcomes);
    for (const auto& [field, definition] : version_.definitions) {
        for (const model::DefinitionPart& part : definition.parts)
            count_part(part, field);
    }
    for (ArticleCoverage& each : out_.articles) {
        if (each.article.valid())
            each.state = state_of(version_.articles[each.article], each);
    }
    const ArticleCoverage& outside = out_.articles.back();
    if (outside.rules.all == 0 && outside.clauses.all == 0 && outside.rows.all == 0)
        out_.articles.pop_back();
    std::stable_sort(out_.gaps.begin(), out_.gaps.end(),
                     [](const Gap& a, const Gap& b) { return a.place < b.place; });
    return std::move(out_);
}

void Counting::count_rule(model::RuleId id, const RuleCoverage& outcomes) {
    const model::Rule& rule = version_.rules[id];
    const bool both = outcomes.held > 0 && outcomes.failed > 0;
    of(rule.article).rules.add(both);
    out_.rules.add(both);
    if (!both) {
        const GapKind kind = outcomes.held > 0     ? GapKind::NeverFailed
                             : outcomes.failed > 0 ? GapKind::NeverHeld
                                                   : GapKind::NoExample;
        out_.gaps.push_back({kind, rule.article, {}, rule.label, rule.span});
    }
    for (const model::RuleException& exception : rule.exceptions)
        count_taken({GapKind::NeverLifted, exception.article, exception.span, {}, exception.span});
}

void Counting::count_part(const model::DefinitionPart& part, model::FieldId field) {
    for (const model::Clause& clause : part.clauses)
        count_taken({GapKind::NeverTaken, part.article, clause.span, {}, clause.span, field, clause.row});
}

void Counting::count_taken(Gap gap) {
    const bool taken = results_.taken.contains({id_, gap.words});
    const bool is_row = gap.row != 0;
    (is_row ? of(gap.article).rows : of(gap.article).clauses).add(taken);
    (is_row ? out_.rows : out_.clauses).add(taken);
    if (!taken)
        out_.gaps.push_back(std::move(gap));
}

} // namespace

} // namespace tiaoli::suite
