// Rows by those of their keys that are known: whatever keys are asked for, the rows of one group fit them or do not together.
#pragma once

#include "values.hpp"

#include <map>
#include <unordered_map>

namespace tiaoli::interp {

using KeyValues = std::vector<model::Scalar>;
struct KeyHash {
    std::size_t operator()(const KeyValues& values) const;
};

template <class Row> class KeyGroups {
  public:
    using Group = std::vector<Row>; ///< in the order of adding; its address stays
    using Keys = std::vector<std::optional<model::Scalar>>;

    void add(const Keys& keys, Row row) {
        std::vector<bool> is_known;
        KeyValues known;
        for (const auto& key : keys) {
            is_known.push_back(key.has_value());
            if (key)
                known.push_back(*key);
        }
        groups_[is_known][known].push_back(std::move(row));
    }

    /// The groups whose rows may have these keys.
    std::vector<const Group*> fitting(const KeyValues& keys) const {
        std::vector<const Group*> found;
        for (const auto& [is_known, groups] : groups_) {
            KeyValues known;
            for (std::size_t at = 0; at < keys.size(); ++at) {
                if (is_known[at])
                    known.push_back(keys[at]);
            }
            const auto group = groups.find(known);
            if (group != groups.end())
                found.push_back(&group->second);
        }
        return found;
    }

  private:
    std::map<std::vector<bool>, std::unordered_map<KeyValues, Group, KeyHash>>
        groups_; ///< by which are known
};

} // namespace tiaoli::interp
