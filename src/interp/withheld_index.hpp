// Finds rows that were turned back by those of a set's key fields that could be read.
#pragma once

#include "key_index.hpp"

namespace tiaoli::interp {

/// The turned-back rows of one type by the values of some fields. Rows of which the same fields could be read, with the same
/// values, are one group: whatever else the keys asked for may be, they stand or fall together.
class WithheldIndex {
  public:
    using Group = KeyGroups<Candidate>::Group; ///< in world order; its address stays

    WithheldIndex(const Places& places, model::RecordId record, const std::vector<std::uint32_t>& rows,
                  const std::vector<model::FieldId>& fields, const KeyIndex::Read& read);

    /// The groups whose rows may have these keys.
    std::vector<const Group*> may_have(const KeyValues& keys) const { return groups_.fitting(keys); }

  private:
    void add(std::uint32_t row, const std::vector<model::FieldId>& fields, const KeyIndex::Read& read);

    KeyGroups<Candidate> groups_;
};

} // namespace tiaoli::interp
