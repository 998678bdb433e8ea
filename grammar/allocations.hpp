// 分配: an amount split into parts. Its parts are told apart here, for their names are declared by it; the expressions in them are
// read later, by statements.hpp.
#pragma once

#include "grammar/structure.hpp"

namespace tiaoli::grammar {

template <Word word_> struct allocation_word : word<word_> {
    static constexpr Kind node = Kind::allocation_mode;
    static constexpr Word meaning = word_;
};
struct allocation_same : pegtl::seq<open_paren, word<Word::same>, paused_list<name>, close_paren> {
    static constexpr Kind node = Kind::allocation_same;
};
struct allocation_mode
    : pegtl::sor<pegtl::seq<allocation_word<Word::cumulative>, pegtl::opt<allocation_same>>,
                 allocation_word<Word::in_order>, allocation_word<Word::to_fen>> {};
struct amount_end : pegtl::seq<comma, empty_lines, allocation_mode, empty_lines, colon> {};
struct amount_text : pegtl::star<pegtl::not_at<pegtl::sor<amount_end, statement_end>>, opaque> {
    static constexpr Kind node = Kind::readings;
};
/// What stands in parentheses, signs of the statement among it.
struct nested;
struct nested_piece
    : pegtl::sor<nested, pegtl::seq<pegtl::not_at<pegtl::sor<close_paren, full_stop>>, opaque>> {};
struct nested : pegtl::seq<open_paren, pegtl::star<nested_piece>, close_paren> {};
struct part_end : pegtl::sor<pegtl::seq<empty_lines, pegtl::one<';'>>, statement_end> {};
struct limit_head : pegtl::seq<comma, empty_lines, pegtl::at<word<Word::limit_from>>> {};
struct limit_foot : pegtl::seq<word<Word::limit_end>, pegtl::at<part_end>> {};
struct ratio_text : pegtl::star<pegtl::not_at<pegtl::sor<limit_head, part_end>>, pegtl::sor<nested, opaque>> {
    static constexpr Kind node = Kind::readings;
};
struct limit_text : pegtl::star<pegtl::not_at<pegtl::sor<limit_foot, part_end>>, pegtl::sor<nested, opaque>> {
    static constexpr Kind node = Kind::readings;
};
struct part_ratio : pegtl::seq<word<Word::by_ratio>, ratio_text> {
    static constexpr Kind node = Kind::allocation_ratio;
};
struct part_limit : pegtl::seq<word<Word::limit_from>, limit_text, limit_foot> {
    static constexpr Kind node = Kind::allocation_limit;
};
/// Up to the first 按 or 以; a name that contains one is written in 「」.
struct part_name_character
    : pegtl::seq<pegtl::not_at<pegtl::sor<word<Word::by_ratio>, word<Word::limit_from>>>, name_character> {};
struct part_name : pegtl::sor<quoted_name, pegtl::plus<part_name_character>> {
    static constexpr Kind node = Kind::name;
};
struct part_terms : pegtl::sor<pegtl::seq<part_ratio, pegtl::opt<limit_head, part_limit>>, part_limit> {};
struct allocation_part : pegtl::seq<part_name, empty_lines, part_terms, pegtl::at<part_end>> {
    static constexpr Kind node = Kind::allocation_part;
};
struct allocation_rest : pegtl::seq<word<Word::rest>, empty_lines, name, pegtl::at<part_end>> {
    static constexpr Kind node = Kind::allocation_rest;
};
struct largest_part : word<Word::largest_part> {
    static constexpr Kind node = Kind::largest_part;
};
struct tail_guard_end : pegtl::seq<pegtl::sor<word<Word::of>, word<Word::case_end>>, comma, empty_lines,
                                   pegtl::at<word<Word::odd_fen>>> {};
struct tail_guard_text : pegtl::plus<pegtl::not_at<pegtl::sor<tail_guard_end, part_end>>, opaque> {
    static constexpr Kind node = Kind::readings;
};
struct tail_guard : pegtl::seq<tail_guard_text> {
    static constexpr Kind node = Kind::tail_guard;
};
struct tail_premise : pegtl::seq<tail_guard, tail_guard_end> {};
struct allocation_tail : pegtl::seq<pegtl::opt<tail_premise>, word<Word::odd_fen>, empty_lines,
                                    pegtl::sor<largest_part, name>, pegtl::at<part_end>> {
    static constexpr Kind node = Kind::allocation_tail;
};
struct bad_part : pegtl::plus<pegtl::not_at<part_end>, opaque> {
    static constexpr Kind node = Kind::bad_part;
};
struct allocation_item
    : pegtl::seq<empty_lines, pegtl::sor<allocation_rest, allocation_tail, allocation_part, bad_part>> {};
struct allocation_items : pegtl::seq<pegtl::list<allocation_item, pegtl::seq<empty_lines, pegtl::one<';'>>>,
                                     pegtl::opt<empty_lines, pegtl::one<';'>>> {};
struct allocation : pegtl::seq<pegtl::at<allocation_head>, word<Word::allocate>, amount_text, amount_end,
                               pegtl::opt<allocation_items>, statement_end> {
    static constexpr Kind node = Kind::allocation;
};

} // namespace tiaoli::grammar
