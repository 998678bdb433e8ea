// The old version with some of the new version's amendments put into it, as a policy of its own.
#pragma once

#include "items.hpp"

#include "tiaoli/compare/attribution.hpp"
#include "tiaoli/compare/comparison.hpp"

#include <memory>
#include <set>
#include <vector>

namespace tiaoli::compare {

/// What the case data look like where records, enumerations or their order differ: of the new version in every composition, or an
/// amendment like any other. The first is right where it alone changes no decision.
enum class SchemaIs : std::uint8_t { OfTheNew, AnAmendment };

class Composer {
  public:
    Composer(const project::Project& before, const project::Project& after, const Comparison& comparison,
             SchemaIs schema_is);

    const std::vector<Amendment>& amendments() const { return amendments_; }
    /// Null where these amendments do not make a policy without errors, for one of them needs another.
    std::unique_ptr<project::Project> compose(const std::vector<bool>& taken) const;

  private:
    enum class From : std::uint8_t { Old, New };
    /// A statement of one of the sides.
    struct Source {
        From from = From::Old;
        std::size_t item = 0;
        auto operator<=>(const Source&) const = default;
    };
    /// What an amendment takes away from the old version and brings from the new one.
    struct Edit {
        std::set<std::size_t> removed;
        std::set<std::size_t> added;
        bool calendar = false;
    };

    void add_articles();
    void add_outside(const Change& change);
    void add_schema(SchemaIs schema_is);
    Edit& edit_of(std::optional<std::size_t> old, std::optional<std::size_t> now, const Change& change);
    bool is_harmless(const Change& change, std::size_t item) const;
    std::string text_of(const std::vector<Source>& chosen) const;
    void write(std::string& out, const Source& source, std::string& home) const;
    const Item& item(const Source& source) const;
    /// The place of the item's article in the comparison; nothing outside any article.
    std::size_t pair_of(From from, model::ArticleId article) const;
    std::string words(const Source& source) const;

    const project::Project& before_;
    const project::Project& after_;
    const Comparison& comparison_;
    std::vector<Item> old_;
    std::vector<Item> new_;
    std::vector<Amendment> amendments_;
    std::vector<Edit> edits_;      ///< by amendment
    std::set<std::size_t> always_; ///< statements of the new version that every composition has
    std::set<std::size_t> never_;  ///< statements of the old version that none has
};

} // namespace tiaoli::compare
