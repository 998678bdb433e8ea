// keywords.def as a table.
#include "tiaoli/syntax/words.hpp"

namespace tiaoli::syntax {

std::span<const WordForms> word_forms() {
    static constexpr WordForms rows[] = {
#define TIAOLI_WORD(id, chinese, english) {Word::id, chinese, english},
#define TIAOLI_SPELLING(id, chinese, english) TIAOLI_WORD(id, chinese, english)
#include "grammar/keywords.def"
#undef TIAOLI_WORD
    };
    return rows;
}

} // namespace tiaoli::syntax
