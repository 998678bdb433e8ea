// The spellings of keywords.def as a table, Chinese and English.
#include "grammar/lexical.hpp"

namespace tiaoli::grammar {

std::span<const Spelling> spellings() {
    static const std::vector<Spelling> all = [] {
        std::vector<Spelling> list;
        const auto add = [&list](Word word, std::string_view text) {
            if (!text.empty()) {
                list.push_back({word, text});
            }
        };
#define TIAOLI_WORD(id, chinese, english)                                                                    \
    add(Word::id, chinese);                                                                                  \
    add(Word::id, english);
#define TIAOLI_SPELLING(id, chinese, english) TIAOLI_WORD(id, chinese, english)
#include "grammar/keywords.def"
#undef TIAOLI_WORD
        return list;
    }();
    return all;
}

} // namespace tiaoli::grammar
