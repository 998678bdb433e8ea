// Takes the words of an example apart.
#include "example_words.hpp"

#include "written.hpp"

namespace tiaoli::check {

std::optional<Leading<model::RecordId>> leading_record(const Workbench& bench, std::string_view text) {
    std::optional<Leading<model::RecordId>> best;
    std::size_t longest = 0;
    for (const auto& [name, id] : bench.names.records) {
        const auto length = spelled_length(text, name);
        if (length && name.size() > longest) {
            longest = name.size();
            best = Leading<model::RecordId>{id, text.substr(*length)};
        }
    }
    return best;
}

std::optional<Leading<model::FieldId>> leading_field(const Workbench& bench, model::RecordId record,
                                                     std::string_view text, Fields which) {
    std::optional<Leading<model::FieldId>> best;
    std::size_t longest = 0;
    for (const auto& [place, id] : bench.names.fields) {
        const bool stored = bench.schema().fields[id].role == model::FieldRole::Stored;
        if (place.first != record || (which == Fields::Stored && !stored)) {
            continue;
        }
        const auto length = spelled_length(text, place.second);
        if (length && place.second.size() > longest) {
            longest = place.second.size();
            best = Leading<model::FieldId>{id, text.substr(*length)};
        }
    }
    return best;
}

std::vector<Leading<model::RecordId>> leading_keys(const KnownKeys& keys, std::string_view text,
                                                   std::string& key) {
    std::vector<Leading<model::RecordId>> found;
    std::size_t longest = 0;
    for (const auto& [record, known] : keys) {
        const auto length = spelled_length(text, syntax::canonical(known));
        const auto rest = length ? after_word(text.substr(*length), {"的", "."}) : std::nullopt;
        if (!rest || known.size() < longest) {
            continue;
        }
        if (known.size() > longest) {
            found.clear();
            longest = known.size();
            key = known;
        }
        found.push_back({record, *rest});
    }
    return found;
}

std::string value_text(std::string_view text) {
    std::string value = as_written(text);
    constexpr std::string_view open = "“";
    constexpr std::string_view close = "”";
    if (value.starts_with(open) && value.ends_with(close) && value.size() >= open.size() + close.size()) {
        value = value.substr(open.size(), value.size() - open.size() - close.size());
    } else if (value.size() >= 2 && value.front() == '"' && value.back() == '"') {
        value = value.substr(1, value.size() - 2);
    } else if (value.starts_with("「") && value.ends_with("」")) {
        value = syntax::canonical(value);
    }
    return value;
}

std::optional<std::string_view> after_word(std::string_view text,
                                           std::initializer_list<std::string_view> words) {
    for (std::string_view word : words) {
        if (const auto length = spelled_length(text, word)) {
            return text.substr(*length);
        }
    }
    return std::nullopt;
}

} // namespace tiaoli::check
