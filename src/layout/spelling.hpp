// How a word of the language is spelled in the language wanted.
#pragma once

#include "tiaoli/layout/layout.hpp"

#include <string>
#include <string_view>

namespace tiaoli::layout {

/// `written`: as it stands in the file. A word without a form in the language wanted comes out empty (限制) or in its other form.
std::string spelling(syntax::Word word, std::string_view written, Keywords keywords);
/// Its first spelling in keywords.def.
std::string main_spelling(syntax::Word word, Keywords keywords);
/// Whether the text (in canonical form) begins with a word that can start a statement.
bool starts_like_statement(std::string_view text);

bool is_english_word(std::string_view text);

/// Without blanks, line ends and comments, and in half width; letters as written. What stands in 「」 keeps its width.
std::string tidied(std::string_view written);

} // namespace tiaoli::layout
