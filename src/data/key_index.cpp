// Finds rows by their keys, and keys that a slip may have meant.
#include "key_index.hpp"

#include "cell_text.hpp"

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
    : places_(schema.records.size()), likenesses_(schema.records.size()) {
    for (std::uint32_t draft = 0; draft < drafts.size(); ++draft) {
        for (std::uint32_t row = 0; row < drafts[draft].rows.size(); ++row) {
            const std::string& key = drafts[draft].rows[row].key;
            if (!key.empty())
                places_[drafts[draft].record.index][key].push_back({draft, row});
        }
    }
}

const std::vector<KeyIndex::RowPlace>* KeyIndex::find(model::RecordId record, std::string_view key) const {
    const auto found = places_[record.index].find(key);
    return found == places_[record.index].end() ? nullptr : &found->second;
}

std::optional<std::string> KeyIndex::mistaken_for(model::RecordId record, std::string_view key) {
    auto& likenesses = likenesses_[record.index];
    if (likenesses.empty()) {
        for (const auto& [each, places] : places_[record.index])
            likenesses[likeness(each)].push_back(each);
    }
    const auto found = likenesses.find(likeness(key));
    if (found == likenesses.end() || found->second.size() != 1)
        return std::nullopt;
    return found->second.front();
}

} // namespace tiaoli::data
