// Columns that a terminal needs for a text.
#include "tiaoli/source/characters.hpp"

#include "width_ranges.hpp"

#include <algorithm>
#include <iterator>

namespace tiaoli::source {

namespace {

template <std::size_t count> bool lies_in(const CodeRange (&ranges)[count], char32_t code) {
    const auto* after =
        std::upper_bound(std::begin(ranges), std::end(ranges), code,
                         [](char32_t wanted, const CodeRange& range) { return wanted < range.first; });
    return after != std::begin(ranges) && code <= std::prev(after)->last;
}

} // namespace

int display_width(char32_t code) {
    if (code < 0x300)
        return 1;
    if (lies_in(zero_ranges, code))
        return 0;
    return lies_in(wide_ranges, code) ? 2 : 1;
}

int display_width(std::string_view text) {
    int width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Character character = decode(text, at);
        width += display_width(character.code);
        at += character.length;
    }
    return width;
}

} // namespace tiaoli::source
