// The keys of all rows that were read, accepted or turned back.
#pragma once

#include "draft.hpp"

#include <compare>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tiaoli::data {

class KeyIndex {
  public:
    struct RowPlace {
        std::uint32_t draft = 0;
        std::uint32_t row = 0;
        auto operator<=>(const RowPlace&) const = default;
    };
    using Places = std::map<std::string, std::vector<RowPlace>, std::less<>>;

    KeyIndex(const model::Schema& schema, const std::vector<Draft>& drafts);
    const Places& of(model::RecordId record) const { return places_[record.index]; }
    /// The rows with this key; nothing when there is none.
    const std::vector<RowPlace>* find(model::RecordId record, std::string_view key) const;
    /// The only key that differs from `key` in nothing but letter case, O for 0, I for 1 or leading zeros.
    std::optional<std::string> mistaken_for(model::RecordId record, std::string_view key);

  private:
    std::vector<Places> places_;
    std::vector<std::map<std::string, std::vector<std::string>>>
        likenesses_; ///< by record, filled at the first need
};

} // namespace tiaoli::data
