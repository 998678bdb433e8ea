// Pieces of source text as the author wrote them.
#include "written.hpp"

#include "tiaoli/source/characters.hpp"
#include "tiaoli/syntax/tree.hpp"

#include <algorithm>

namespace tiaoli::check {

namespace {

/// Where a comment begins outside of quotes, else the line's end.
std::size_t comment_start(std::string_view line) {
    int depth = 0;
    for (std::size_t at = 0; at < line.size();) {
        const source::Character character = source::decode(line, at);
        depth += character.code == U'“' ? 1 : character.code == U'”' ? -1 : 0;
        if (depth <= 0 && line.substr(at).starts_with("//")) {
            return at;
        }
        at += character.length;
    }
    return line.size();
}

std::string_view trimmed(std::string_view line) {
    std::size_t first = line.size();
    std::size_t last = 0;
    for (std::size_t at = 0; at < line.size();) {
        const source::Character character = source::decode(line, at);
        if (!source::is_blank(character.code)) {
            first = std::min(first, at);
            last = at + character.length;
        }
        at += character.length;
    }
    return first < last ? line.substr(first, last - first) : std::string_view{};
}

} // namespace

std::string as_written(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find_first_of("\r\n"));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        out += trimmed(line.substr(0, comment_start(line)));
    }
    return out;
}

std::optional<std::size_t> spelled_length(std::string_view written, std::string_view name) {
    std::string met;
    for (std::size_t at = 0; at < written.size();) {
        const std::size_t length = source::decode(written, at).length;
        met += syntax::canonical(written.substr(at, length));
        at += length;
        if (!name.starts_with(met)) {
            return std::nullopt;
        }
        if (met.size() == name.size()) {
            const bool closes = written.substr(at).starts_with("」");
            return closes ? at + std::string_view("」").size() : at;
        }
    }
    return std::nullopt;
}

} // namespace tiaoli::check
