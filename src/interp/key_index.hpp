// Finds the records of a set by the values of its key fields, so that a total never looks at all records.
#pragma once

#include "key_groups.hpp"
#include "places.hpp"

#include <functional>

namespace tiaoli::interp {

/// A record that may belong to a set, with the reasons why one of its keys is not known.
struct Candidate {
    std::uint32_t row = 0;
    std::vector<Reason> unknown_keys = {};
};

/// The rows of one type by the values of some fields, each list in world order.
class KeyIndex {
  public:
    using Read = std::function<Value(std::uint32_t row, model::FieldId field)>;
    KeyIndex(const Places& places, model::RecordId record, const std::vector<model::FieldId>& fields,
             const Read& read);

    /// Rows with these keys, and those that may have them because a key is not known; in world order.
    std::vector<Candidate> candidates(const KeyValues& keys) const;

  private:
    void add(std::uint32_t row, const std::vector<model::FieldId>& fields, const Read& read);

    const Places& places_;
    model::RecordId record_;
    std::unordered_map<KeyValues, std::vector<std::uint32_t>, KeyHash> rows_;
    KeyGroups<Candidate> loose_; ///< rows with an unknown key
};

} // namespace tiaoli::interp
