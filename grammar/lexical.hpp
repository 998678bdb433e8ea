// The smallest pieces of a policy file's structure. The text has been prepared: width folded, blanks and comments removed,
// letters in lower case, every line end a single newline, “ and ” of a string as the bytes 1 and 2.
#pragma once

#include "tiaoli/syntax/tree.hpp"

#include <array>
#include <span>
#include <string_view>
#include <tao/pegtl.hpp>
#include <tao/pegtl/contrib/analyze.hpp>

namespace tiaoli::grammar {

namespace pegtl = tao::pegtl;
using syntax::Kind;
using syntax::Word;

/// Every spelling of every word, in the order of keywords.def.
struct Spelling {
    Word word;
    std::string_view text;
};
std::span<const Spelling> spellings();

/// Matches any spelling of one word (the longest first).
template <Word word_> struct word {
    using rule_t = word;
    using subs_t = pegtl::empty_list;
    static constexpr Word spelled = word_;

    template <typename Input> static bool match(Input& in) {
        std::size_t longest = 0;
        const std::string_view rest(in.current(), in.size(0));
        for (const Spelling& spelling : spellings()) {
            if (spelling.word == word_ && rest.starts_with(spelling.text)) {
                longest = std::max(longest, spelling.text.size());
            }
        }
        in.bump_in_this_line(longest);
        return longest != 0;
    }
};

inline constexpr char string_open = '\x01';
inline constexpr char string_close = '\x02';

struct end_of_line : pegtl::one<'\n'> {};
struct empty_lines : pegtl::star<end_of_line> {};
struct line_final_dot : pegtl::seq<pegtl::one<'.'>, pegtl::at<pegtl::sor<end_of_line, pegtl::eof>>> {};
struct full_stop : pegtl::sor<pegtl::string<'\xE3', '\x80', '\x82'>, line_final_dot> {};    // 。
struct pause : pegtl::sor<pegtl::string<'\xE3', '\x80', '\x81'>, pegtl::one<'|'>> {};       // 、
struct name_open : pegtl::string<'\xE3', '\x80', '\x8C'> {};                                // 「
struct name_close : pegtl::string<'\xE3', '\x80', '\x8D'> {};                               // 」
struct block_open : pegtl::sor<pegtl::string<'\xE3', '\x80', '\x90'>, pegtl::one<'['>> {};  // 【
struct block_close : pegtl::sor<pegtl::string<'\xE3', '\x80', '\x91'>, pegtl::one<']'>> {}; // 】
struct comma : pegtl::one<','> {};
struct colon : pegtl::one<':'> {};
struct define_sign : pegtl::one<'='> {};
struct open_paren : pegtl::one<'('> {};
struct close_paren : pegtl::one<')'> {};

struct string_text : pegtl::star<pegtl::not_one<string_close, '\n'>> {
    static constexpr Kind node = Kind::string;
};
struct string : pegtl::seq<pegtl::one<string_open>, string_text, pegtl::one<string_close>> {};
/// A string inside a text that is read later: no node of its own.
struct opaque_string : pegtl::seq<pegtl::one<string_open>, pegtl::star<pegtl::not_one<string_close, '\n'>>,
                                  pegtl::one<string_close>> {};
struct opaque : pegtl::sor<opaque_string, pegtl::any> {};

/// A character that can stand in a name: no punctuation of the language.
struct name_end : pegtl::sor<full_stop, pause, name_open, name_close, block_open, block_close,
                             pegtl::one<',', ';', ':', '=', '(', ')', '<', '>', '+', '-', '*', '/', '\n',
                                        string_open, string_close>,
                             pegtl::string<'\xC3', '\xB7'>> {}; // ÷
struct name_character : pegtl::seq<pegtl::not_at<name_end>, pegtl::any> {};
struct plain_name : pegtl::plus<name_character> {};
struct quoted_name
    : pegtl::seq<name_open, pegtl::plus<pegtl::not_at<name_close>, pegtl::not_one<'\n'>>, name_close> {};
struct name_shape : pegtl::sor<quoted_name, plain_name> {};
struct name : name_shape {
    static constexpr Kind node = Kind::name;
};

} // namespace tiaoli::grammar

namespace tao::pegtl {
template <typename Name, tiaoli::syntax::Word word_>
struct analyze_traits<Name, tiaoli::grammar::word<word_>> : analyze_any_traits<> {};
} // namespace tao::pegtl
