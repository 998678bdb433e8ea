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
    Readable readable;
    KeyValues keys;
    for (const model::FieldId field : fields) {
        const Value value = read(row, field);
        readable.push_back(is_known(value));
        if (is_known(value))
            keys.push_back(known(value));
        else if (!std::holds_alternative<UnknownValue>(value))
            return; // there is none: it equals nothing
    }
    groups_[readable][keys].push_back({row});
}

std::vector<const WithheldIndex::Group*> WithheldIndex::may_have(const KeyValues& keys) const {
    std::vector<const Group*> found;
    for (const auto& [readable, groups] : groups_) {
        KeyValues held;
        for (std::size_t at = 0; at < keys.size(); ++at) {
            if (readable[at])
                held.push_back(keys[at]);
        }
        const auto group = groups.find(held);
        if (group != groups.end())
            found.push_back(&group->second);
    }
    return found;
}

} // namespace tiaoli::interp
