// Finds rows by their keys, and keys that a slip may have meant.
#include "key_index.hpp"

#include "cell_text.hpp"

#include <algorithm>

namespace tiaoli::data {

namespace {

/// The same for keys that people and spreadsheets take for one another.
std::string likeness(std::string_view key) {
    std::string out;
    for (const char byte : squeezed(key)) {
        const char same = byte == 'o' ? '0' : byte == 'i' || byte == 'l' ? '1' : byte;
        if (same != '0' || !out.empty())
            out += same;
    }
    return out;
}

} // namespace

KeyIndex::KeyIndex(const model::Schema& schema, const std::vector<Draft>& drafts)
    : entries_(schema.records.size()), likenesses_(schema.records.size()) {
    for (std::uint32_t draft = 0; draft < drafts.size(); ++draft) {
        std::vector<Entry>& entries = entries_[drafts[draft].record.index];
        entries.reserve(entries.size() + drafts[draft].rows.size());
        for (std::uint32_t row = 0; row < drafts[draft].rows.size(); ++row) {
            const std::string& key = drafts[draft].rows[row].key;
            if (!key.empty())
                entries.push_back({key, {draft, row}});
        }
    }
    for (std::vector<Entry>& entries : entries_)
        std::sort(entries.begin(), entries.end());
}

std::span<const KeyIndex::Entry> KeyIndex::find(model::RecordId record, std::string_view key) const {
    const std::vector<Entry>& entries = entries_[record.index];
    const auto [first, last] = std::equal_range(entries.begin(), entries.end(), Entry{key, {}},
                                                [](const Entry& a, const Entry& b) { return a.key < b.key; });
    return {first, last};
}

std::vector<std::span<const KeyIndex::Entry>> KeyIndex::repeated(model::RecordId record) const {
    const std::vector<Entry>& entries = entries_[record.index];
    std::vector<std::span<const Entry>> out;
    for (auto first = entries.begin(); first != entries.end();) {
        const auto last =
            std::find_if(first, entries.end(), [&](const Entry& each) { return each.key != first->key; });
        if (last - first > 1)
            out.emplace_back(first, last);
        first = last;
    }
    return out;
}

void KeyIndex::fill_likenesses(model::RecordId record) {
    std::vector<Likeness>& likenesses = likenesses_[record.index];
    std::string_view before;
    for (const Entry& each : entries_[record.index]) {
        if (each.key != before)
            likenesses.emplace_back(likeness(each.key), each.key);
        before = each.key;
    }
    std::sort(likenesses.begin(), likenesses.end());
}

std::optional<std::string> KeyIndex::mistaken_for(model::RecordId record, std::string_view key) {
    std::vector<Likeness>& likenesses = likenesses_[record.index];
    if (likenesses.empty())
        fill_likenesses(record);
    const std::string wanted = likeness(key);
    const auto found = std::lower_bound(likenesses.begin(), likenesses.end(), Likeness{wanted, {}});
    const bool is_there = found != likenesses.end() && found->first == wanted;
    if (!is_there || (found + 1 != likenesses.end() && (found + 1)->first == wanted))
        return std::nullopt;
    return std::string(found->second);
}

} // namespace tiaoli::data
