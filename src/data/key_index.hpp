// The keys of all rows that were read, accepted or turned back.
#pragma once

#include "draft.hpp"

#include <compare>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tiaoli::data {

/// Refers to the drafts' own keys: they must outlive it unchanged.
class KeyIndex {
  public:
    struct RowPlace {
        std::uint32_t draft = 0;
        std::uint32_t row = 0;
        auto operator<=>(const RowPlace&) const = default;
    };
    struct Entry {
        std::string_view key;
        RowPlace place;
        auto operator<=>(const Entry&) const = default;
    };

    KeyIndex(const model::Schema& schema, const std::vector<Draft>& drafts);
    /// The rows with this key; empty when there is none.
    std::span<const Entry> find(model::RecordId record, std::string_view key) const;
    /// All rows that share their key with another one: those of each key, in order of the keys.
    std::vector<std::span<const Entry>> repeated(model::RecordId record) const;
    /// The only key that differs from `key` in nothing but letter case, O for 0, I for 1 or leading zeros.
    std::optional<std::string> mistaken_for(model::RecordId record, std::string_view key);

  private:
    using Likeness = std::pair<std::string, std::string_view>; ///< and the key that it is of

    std::vector<std::vector<Entry>> entries_;       ///< by record, sorted
    std::vector<std::vector<Likeness>> likenesses_; ///< by record, sorted; filled at the first need
    void fill_likenesses(model::RecordId record);
};

} // namespace tiaoli::data
