// Finds rows that were turned back by those of a set's key fields that could be read.
#pragma once

#include "key_index.hpp"

#include <map>

namespace tiaoli::interp {

/// The turned-back rows of one type by the values of some fields. Rows of which the same fields could be read, with the same
/// values, are one group: whatever else the keys asked for may be, they stand or fall together.
class WithheldIndex {
  public:
    using Group = std::vector<Candidate>; ///< in world order; its address stays

    WithheldIndex(const Places& places, model::RecordId record, const std::vector<std::uint32_t>& rows,
                  const std::vector<model::FieldId>& fields, const KeyIndex::Read& read);

    /// The groups whose rows may have these keys.
    std::vector<const Group*> may_have(const KeyValues& keys) const;

  private:
    using Readable = std::vector<bool>; ///< by place in the fields
    void add(std::uint32_t row, const std::vector<model::FieldId>& fields, const KeyIndex::Read& read);

    std::map<Readable, std::unordered_map<KeyValues, Group, KeyHash>> groups_;
};

} // namespace tiaoli::interp
