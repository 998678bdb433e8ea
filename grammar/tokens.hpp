// The pieces that the bodies of statements are made of. A body is split into tokens first (names have no spaces around them, so
// every way to split it is tried); the grammar of bodies then reads a string with one byte a token.
#pragma once

#include "grammar/lexical.hpp"

namespace tiaoli::grammar {

/// Codes of tokens that are not words of the language; the word w has the code first_word + w.
enum class Token : unsigned char {
    name = 1,
    literal,
    string,
    comma,
    semicolon,
    colon,
    open,
    close,
    pause,
    plus,
    minus,
    times,
    divide,
    equals_sign,
    first_word = 16
};

constexpr char token_code(Token token) { return static_cast<char>(token); }
constexpr char token_code(Word word) {
    return static_cast<char>(static_cast<unsigned char>(Token::first_word) +
                             static_cast<unsigned char>(word));
}

constexpr bool is_word(char code) {
    return static_cast<unsigned char>(code) >= static_cast<unsigned char>(Token::first_word);
}
/// The word whose code it is.
constexpr Word token_word(char code) {
    return static_cast<Word>(static_cast<unsigned char>(code) -
                             static_cast<unsigned char>(Token::first_word));
}

template <Token token> struct token_rule : pegtl::one<token_code(token)> {};
template <Word word_> struct word_token : pegtl::one<token_code(word_)> {};
/// A word that makes a leaf: relation, total_word, …
template <Word word_, Kind kind_> struct word_leaf : pegtl::one<token_code(word_)> {
    static constexpr Kind node = kind_;
    static constexpr Word meaning = word_;
};
template <Token token, Kind kind_> struct token_leaf : pegtl::one<token_code(token)> {
    static constexpr Kind node = kind_;
};

using comma_token = token_rule<Token::comma>;
using semicolon_token = token_rule<Token::semicolon>;
using colon_token = token_rule<Token::colon>;
using open_token = token_rule<Token::open>;
using close_token = token_rule<Token::close>;
using pause_token = token_rule<Token::pause>;

} // namespace tiaoli::grammar
