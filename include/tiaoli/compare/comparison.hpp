// What differs between two versions of a policy: their text, article by article, and what they say to the machine.
#pragma once

#include "tiaoli/compare/pieces.hpp"
#include "tiaoli/compare/unit.hpp"
#include "tiaoli/project/project.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tiaoli::compare {

/// An article of the old version and the same article of the new one; one of them may be missing.
struct ArticlePair {
    model::ArticleId before = {}; ///< not valid: a new article
    model::ArticleId after = {};  ///< not valid: an article that is gone
    bool renumbered = false;
    bool moved = false;           ///< stands under other headings
    bool chapter_renamed = false; ///< the first article of a chapter that has another heading
    bool retitled = false;        ///< its title is another
    bool reworded = false;        ///< its law text is another
    WordChanges words = {};
};

/// What a change is called. The names of figures are given where nothing else of the unit changed.
enum class ChangeName : std::uint8_t {
    Added,
    Removed,
    Changed,
    RatioRaised,
    RatioLowered,
    AmountRaised,
    AmountLowered,
    LengthRaised,
    LengthLowered,
    DayLater,
    DayEarlier,
    NumberRaised,
    NumberLowered,
    FiguresChanged, ///< several figures, in several directions or of several kinds
    TierAdded,
    TierRemoved
};

/// A unit that the two versions have otherwise; one of the two may be missing.
struct Change {
    ChangeName name = ChangeName::Changed;
    std::size_t pair = no_pair; ///< its article, in Comparison::articles
    std::optional<Unit> before = {};
    std::optional<Unit> after = {};
    std::vector<ChangedFigure> figures = {}; ///< as they are shown

    static constexpr std::size_t no_pair = static_cast<std::size_t>(-1);
    const Unit& unit() const { return after ? *after : *before; }
};

struct Comparison {
    std::vector<ArticlePair>
        articles;                ///< in the order of the new version; one that is gone follows its neighbour
    std::vector<Change> changes; ///< by article, in that order; those outside any article first

    bool text_differs() const;
    /// The changes of one article.
    std::vector<const Change*> changes_of(std::size_t pair) const;
};

/// Both projects have exactly one version, without errors.
Comparison compare(const project::Project& before, const project::Project& after);

/// Meanings of articles are called the same on both sides of a pair.
struct ArticleKeys {
    std::vector<std::string> before; ///< by ArticleId
    std::vector<std::string> after;
};
ArticleKeys article_keys(const Comparison& comparison, const project::Project& before,
                         const project::Project& after);

} // namespace tiaoli::compare
