// What the examples exercise of one version: its articles, rules and the clauses of its definitions.
#pragma once

#include "tiaoli/suite/suite.hpp"

namespace tiaoli::suite {

/// So many of so many.
struct Share {
    std::size_t covered = 0;
    std::size_t all = 0;
    void add(bool is_covered) {
        ++all;
        covered += is_covered ? 1 : 0;
    }
};

enum class ArticleState : std::uint8_t {
    Covered,  ///< a rule both held and failed; or, without rules, every clause was taken
    NoRule,   ///< 不设规则
    Declares, ///< only declarations: days of force, names, parameters
    Open
};
struct ArticleCoverage {
    model::ArticleId article; ///< not valid: what stands under no article
    Share rules;              ///< that both held and failed
    Share clauses;            ///< that were taken
    Share rows;               ///< of tables, that were taken
    ArticleState state = ArticleState::Open;
};

enum class GapKind : std::uint8_t { NoExample, NeverFailed, NeverHeld, NeverTaken, NeverLifted };
struct Gap {
    GapKind kind;
    model::ArticleId article;
    source::Span words; ///< of the clause or exception
    std::string label;  ///< of the rule
    source::Span place;
    model::FieldId field = {}; ///< whose clause
    std::uint32_t row = 0;     ///< of a table, from 1; 0: no row
};

struct Coverage {
    std::vector<ArticleCoverage> articles; ///< in written order; what stands under none comes last
    std::vector<Gap> gaps;                 ///< in the order of the files
    Share rules;
    Share clauses;
    Share rows;
    std::size_t count(ArticleState state) const;
};

Coverage coverage(const model::Version& version, model::VersionId id, const Results& results);

} // namespace tiaoli::suite
