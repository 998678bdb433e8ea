// The words of the language with their forms, row by row of keywords.def.
#pragma once

#include "tiaoli/syntax/tree.hpp"

#include <span>
#include <string_view>

namespace tiaoli::syntax {

/// One spelling in both languages; either may be empty.
struct WordForms {
    Word word;
    std::string_view chinese;
    std::string_view english;
};
/// In the order of keywords.def: the main spelling of a word comes first.
std::span<const WordForms> word_forms();

} // namespace tiaoli::syntax
