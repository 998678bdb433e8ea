// Leaves out what a reader does not see as part of a word.
#include "tiaoli/source/folded.hpp"

#include "tiaoli/source/characters.hpp"

namespace tiaoli::source {

std::string folded_words(std::string_view text) {
    const std::string narrow = fold_width(text);
    std::string out;
    for (std::size_t at = 0; at < narrow.size();) {
        const Character next = decode(narrow, at);
        if (!is_blank(next.code) && next.code != '\n' && next.code != '\r')
            out.append(narrow, at, next.length);
        at += next.length;
    }
    return out;
}

} // namespace tiaoli::source
