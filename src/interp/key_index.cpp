// Builds and asks the index of a record type's key fields.
#include "key_index.hpp"

#include "tiaoli/base/match.hpp"

#include <algorithm>

namespace tiaoli::interp {

namespace {

std::size_t mixed(std::size_t a, std::size_t b) {
    return a ^ (b + 0x9e3779b97f4a7c15ULL + (a << 6U) + (a >> 2U));
}

std::size_t hash_of(const model::Scalar& scalar) {
    const auto day = [](value::Date date) { return std::hash<std::int32_t>{}(date.days); };
    return base::match(
        scalar, [](bool yes) { return std::hash<bool>{}(yes); },
        [](const value::Number& number) { return number.hash(); }, day,
        [](const value::Duration& length) {
            return mixed(
                std::hash<std::int32_t>{}(length.months),
                mixed(std::hash<std::int32_t>{}(length.days), std::hash<std::int32_t>{}(length.workdays)));
        },
        [&](const value::Period& period) { return mixed(day(period.first), day(period.last)); },
        [](const std::string& text) { return std::hash<std::string>{}(text); },
        [](const model::EnumerationValue& word) { return mixed(word.enumeration.index, word.index); },
        [](const model::RowRef& row) { return mixed(row.record.index, row.row); });
}

} // namespace

std::size_t KeyHash::operator()(const KeyValues& values) const {
    std::size_t hash = values.size();
    for (const model::Scalar& value : values)
        hash = mixed(hash, hash_of(value));
    return hash;
}

KeyIndex::KeyIndex(const Places& places, model::RecordId record, const std::vector<model::FieldId>& fields,
                   const Read& read)
    : places_(places), record_(record) {
    for (const std::uint32_t row : places.in_order(record))
        add(row, fields, read);
}

void KeyIndex::add(std::uint32_t row, const std::vector<model::FieldId>& fields, const Read& read) {
    Candidate loose{row};
    KeyGroups<Candidate>::Keys held;
    KeyValues keys;
    for (const model::FieldId field : fields) {
        const Value value = read(row, field);
        if (is_known(value)) {
            keys.push_back(known(value));
            held.emplace_back(known(value));
            continue;
        }
        const auto* absent = std::get_if<UnknownValue>(&value);
        if (absent == nullptr)
            return; // there is none: it equals nothing
        held.emplace_back(std::nullopt);
        join(loose.unknown_keys, absent->reasons);
    }
    if (keys.size() == fields.size())
        rows_[keys].push_back(row);
    else
        loose_.add(held, std::move(loose));
}

std::vector<Candidate> KeyIndex::candidates(const KeyValues& keys) const {
    std::vector<Candidate> found;
    const auto rows = rows_.find(keys);
    if (rows != rows_.end()) {
        found.reserve(rows->second.size());
        for (const std::uint32_t row : rows->second)
            found.push_back({row});
    }
    const auto earlier = [&](const Candidate& a, const Candidate& b) {
        return places_.position({record_, a.row}) < places_.position({record_, b.row});
    };
    for (const KeyGroups<Candidate>::Group* loose : loose_.fitting(keys)) {
        const auto merged = static_cast<std::ptrdiff_t>(found.size());
        found.insert(found.end(), loose->begin(), loose->end());
        std::inplace_merge(found.begin(), found.begin() + merged, found.end(), earlier);
    }
    return found;
}

} // namespace tiaoli::interp
