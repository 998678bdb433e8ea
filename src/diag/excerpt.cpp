// Lays a source line and its mark under one another, by display width.
#include "excerpt.hpp"

#include "tiaoli/source/characters.hpp"

#include <algorithm>
#include <vector>

namespace tiaoli::diag {

namespace {

constexpr int indent = 4;
constexpr int line_columns = 100 - indent;
constexpr int columns_before = 40;

/// A character as shown: tabs are a space, bytes that cannot be shown are U+FFFD.
struct Shown {
    std::string text;
    int width = 1;
    std::size_t offset = 0; ///< in the line
};

std::vector<Shown> shown_characters(std::string_view line) {
    std::vector<Shown> out;
    for (std::size_t at = 0; at < line.size();) {
        const source::Character character = source::decode(line, at);
        Shown shown{std::string(line.substr(at, character.length)), 1, at};
        if (character.code == U'\t') {
            shown.text = " ";
        } else if (!character.valid || character.code < 0x20 ||
                   (character.code >= 0x7F && character.code < 0xA0)) {
            shown.text = "\uFFFD";
        } else {
            shown.width = source::display_width(character.code);
        }
        out.push_back(std::move(shown));
        at += character.length;
    }
    return out;
}

/// Which characters [first, last) of the line are shown.
struct Window {
    std::size_t first = 0;
    std::size_t last = 0;
};

Window window_around(const std::vector<Shown>& characters, std::size_t place) {
    int total = 0;
    for (const Shown& each : characters)
        total += each.width;
    if (total <= line_columns)
        return {0, characters.size()};
    constexpr int room = line_columns - 2; // for the two … that say that the line goes on
    Window window{place, place};
    int used = 0;
    const auto back = [&](int limit) {
        while (window.first > 0 && used + characters[window.first - 1].width <= limit)
            used += characters[--window.first].width;
    };
    back(columns_before);
    while (window.last < characters.size() && used + characters[window.last].width <= room)
        used += characters[window.last++].width;
    back(room);
    return window;
}

std::size_t character_at(const std::vector<Shown>& characters, std::size_t offset) {
    const auto found = std::find_if(characters.begin(), characters.end(),
                                    [offset](const Shown& each) { return each.offset >= offset; });
    return static_cast<std::size_t>(found - characters.begin());
}

int width_between(const std::vector<Shown>& characters, std::size_t first, std::size_t last) {
    int width = 0;
    for (std::size_t at = first; at < last; ++at)
        width += characters[at].width;
    return width;
}

} // namespace

std::string excerpt(const source::Sources& sources, source::Span span) {
    const std::uint32_t line = sources.line_column(span.source, span.begin).line;
    const std::uint32_t start = sources[span.source].line_starts[line - 1];
    const std::vector<Shown> characters = shown_characters(sources.line_text(span.source, line));
    const std::size_t place = character_at(characters, span.begin - start);
    const std::size_t end = std::max(place, character_at(characters, std::max(span.begin, span.end) - start));
    const Window window = window_around(characters, place);

    const std::string cut = "…";
    std::string shown(indent, ' ');
    shown += window.first > 0 ? cut : "";
    for (std::size_t at = window.first; at < window.last; ++at)
        shown += characters[at].text;
    shown += window.last < characters.size() ? cut : "";

    const int before = indent + (window.first > 0 ? 1 : 0) + width_between(characters, window.first, place);
    const int marked = width_between(characters, place, std::min(end, window.last));
    std::string mark(static_cast<std::size_t>(before), ' ');
    mark += '^';
    mark.append(static_cast<std::size_t>(std::max(0, marked - 1)), '~');
    return shown + "\n" + mark + "\n";
}

} // namespace tiaoli::diag
