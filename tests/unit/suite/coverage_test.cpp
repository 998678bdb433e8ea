// What counts as covered: rules with both outcomes, clauses taken, exceptions that lifted, articles by what they hold.
#include "coverage.hpp"

#include <catch2/catch.hpp>

using namespace tiaoli;
using namespace tiaoli::suite;

namespace {

constexpr model::VersionId only{0};

/// A version of articles put together by hand; every clause and rule has a place of its own.
struct Small {
    model::Version version;
    Results results;
    std::uint32_t next = 1;

    Small() { results.rules[only]; }
    model::ArticleId article(const std::string& no_rule = {}) {
        model::Article added;
        added.no_rule = no_rule;
        return version.articles.add(added);
    }
    source::Span place() {
        const std::uint32_t begin = next++;
        return {source::SourceId{0}, begin, begin};
    }
    model::RuleId rule(model::ArticleId article, RuleCoverage outcomes) {
        model::Rule added;
        added.article = article;
        added.span = place();
        const model::RuleId id = version.rules.add(added);
        results.rules[only][id] = outcomes;
        return id;
    }
    source::Span clause(model::ArticleId article) {
        model::DefinitionPart part;
        part.article = article;
        part.clauses.push_back({model::ClauseKind::Plain, {}, {}, place()});
        const source::Span span = part.clauses.front().span;
        const model::FieldId field{next};
        version.definitions[field] = {field, {part}};
        return span;
    }
    void take(const source::Span& span) { results.taken.insert({only, span}); }
    Coverage count() const { return coverage(version, only, results); }
};

} // namespace

TEST_CASE("an article is covered by a rule that both held and failed") {
    Small small;
    const auto first = small.article();
    small.rule(first, {1, 1});
    small.rule(first, {2, 0});
    small.rule(small.article(), {0, 3});
    small.rule(small.article(), {0, 0});
    const Coverage found = small.count();
    CHECK(found.articles.at(0).state == ArticleState::Covered);
    CHECK(found.articles.at(1).state == ArticleState::Open);
    CHECK(found.articles.at(2).state == ArticleState::Open);
    CHECK(found.count(ArticleState::Open) == 2);
    CHECK(found.rules.all == 4);
    CHECK(found.rules.covered == 1);
    REQUIRE(found.gaps.size() == 3);
    CHECK(found.gaps[0].kind == GapKind::NeverFailed);
    CHECK(found.gaps[1].kind == GapKind::NeverHeld);
    CHECK(found.gaps[2].kind == GapKind::NoExample);
}

TEST_CASE("an article that only defines is covered when every clause was taken") {
    Small small;
    const auto first = small.article();
    small.take(small.clause(first));
    small.take(small.clause(first));
    const auto second = small.article();
    small.take(small.clause(second));
    const source::Span missing = small.clause(second);
    const Coverage found = small.count();
    CHECK(found.articles.at(0).state == ArticleState::Covered);
    CHECK(found.articles.at(1).state == ArticleState::Open);
    CHECK(found.clauses.covered == 3);
    CHECK(found.clauses.all == 4);
    REQUIRE(found.gaps.size() == 1);
    CHECK(found.gaps[0].kind == GapKind::NeverTaken);
    CHECK(found.gaps[0].place == missing);
}

TEST_CASE("clauses taken under another version do not count") {
    Small small;
    small.results.taken.insert({model::VersionId{1}, small.clause(small.article())});
    CHECK(small.count().clauses.covered == 0);
}

TEST_CASE("articles without rules say so; what stands under no article comes last and is no article") {
    Small small;
    small.article("没有可以逐笔判断的内容");
    small.article();
    small.rule({}, {1, 1});
    const Coverage found = small.count();
    CHECK(found.articles.at(0).state == ArticleState::NoRule);
    CHECK(found.articles.at(1).state == ArticleState::Declares);
    CHECK(!found.articles.at(2).article.valid());
    CHECK(found.count(ArticleState::Covered) == 0);
}

TEST_CASE("an exception to a rule counts as a clause of its own article, taken where it lifted the rule") {
    Small small;
    const auto rule = small.rule(small.article(), {1, 1});
    const auto by = small.article();
    const source::Span never = small.place();
    const source::Span lifted = small.place();
    small.version.rules[rule].exceptions = {{by, {}, never}, {by, {}, lifted}};
    small.take(lifted);
    const Coverage found = small.count();
    CHECK(found.articles.at(1).clauses.covered == 1);
    CHECK(found.articles.at(1).clauses.all == 2);
    REQUIRE(found.gaps.size() == 1);
    CHECK(found.gaps[0].kind == GapKind::NeverLifted);
}
