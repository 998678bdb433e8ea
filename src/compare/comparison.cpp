// Compares text and rules.
#include "tiaoli/compare/comparison.hpp"

#include "articles.hpp"
#include "changes.hpp"
#include "units.hpp"

#include <algorithm>

namespace tiaoli::compare {

namespace {

std::vector<PlacedUnit> placed(std::vector<Unit> units, const std::vector<ArticlePair>& pairs,
                               model::ArticleId ArticlePair::*side) {
    std::vector<PlacedUnit> out;
    for (Unit& unit : units) {
        std::size_t pair = Change::no_pair;
        for (std::size_t at = 0; unit.article.valid() && at < pairs.size(); ++at) {
            if (pairs[at].*side == unit.article)
                pair = at;
        }
        out.push_back({pair, std::move(unit)});
    }
    return out;
}

} // namespace

bool Comparison::text_differs() const {
    return std::any_of(articles.begin(), articles.end(), [](const ArticlePair& pair) {
        return !pair.before.valid() || !pair.after.valid() || pair.renumbered || pair.moved ||
               pair.retitled || pair.reworded;
    });
}

std::vector<const Change*> Comparison::changes_of(std::size_t pair) const {
    std::vector<const Change*> found;
    for (const Change& change : changes) {
        if (change.pair == pair)
            found.push_back(&change);
    }
    return found;
}

ArticleKeys article_keys(const Comparison& comparison, const project::Project& before,
                         const project::Project& after) {
    ArticleKeys keys;
    keys.before.resize(before.policy.versions[model::VersionId{0}].articles.size());
    keys.after.resize(after.policy.versions[model::VersionId{0}].articles.size());
    for (std::size_t at = 0; at < comparison.articles.size(); ++at) {
        const ArticlePair& pair = comparison.articles[at];
        if (pair.before.valid())
            keys.before[pair.before.index] = "条" + std::to_string(at);
        if (pair.after.valid())
            keys.after[pair.after.index] = "条" + std::to_string(at);
    }
    return keys;
}

Comparison compare(const project::Project& before, const project::Project& after) {
    Comparison out;
    out.articles = match_articles(before, after);
    const ArticleKeys keys = article_keys(out, before, after);
    out.changes =
        changes_between(placed(UnitCollector{before, keys.before}.units, out.articles, &ArticlePair::before),
                        placed(UnitCollector{after, keys.after}.units, out.articles, &ArticlePair::after));
    return out;
}

} // namespace tiaoli::compare
