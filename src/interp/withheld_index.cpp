// Groups turned-back rows by what of their keys could be read.
#include "withheld_index.hpp"

#include <algorithm>

namespace tiaoli::interp {

WithheldIndex::WithheldIndex(const Places& places, model::RecordId record,
                             const std::vector<std::uint32_t>& rows,
                             const std::vector<model::FieldId>& fields, const KeyIndex::Read& read) {
    std::vector<std::uint32_t> in_order = rows;
    std::stable_sort(in_order.begin(), in_order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return places.of({record, a}) < places.of({record, b});
    });
    for (const std::uint32_t row : in_order)
        add(row, fields, read);
}

void WithheldIndex::add(std::uint32_t row, const std::vector<model::FieldId>& fields,
                        const KeyIndex::Read& read) {
    KeyGroups<Candidate>::Keys keys;
    for (const model::FieldId field : fields) {
        const Value value = read(row, field);
        if (is_known(value))
            keys.emplace_back(known(value));
        else if (std::holds_alternative<UnknownValue>(value))
            keys.emplace_back(std::nullopt);
        else
            return; // there is none: it equals nothing
    }
    groups_.add(keys, {row});
}

} // namespace tiaoli::interp
