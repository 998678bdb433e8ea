// The cells of tables: conditions in the law's words on what their column looks at, and the values that come out.
#pragma once

#include "grammar/expressions.hpp"

namespace tiaoli::grammar {

struct input_body : branch<Kind::input_body, expression, pegtl::eof> {};
struct cell_result : branch<Kind::cell_result, expression, pegtl::eof> {};

struct cell_any : word_leaf<Word::anything, Kind::cell_any> {};
struct cell_other : word_leaf<Word::other_rows, Kind::cell_other> {};
struct cell_values : branch<Kind::cell_values, pegtl::list<sum, pause_token>> {};
struct cell_bound
    : branch<Kind::cell_bound, pegtl::opt<pegtl::sor<word_token<Word::within>, word_token<Word::equal>>>,
             literal, bound_word> {};
struct cell_compare : branch<Kind::cell_compare, relation, sum> {};
struct cell_member : branch<Kind::cell_member, perhaps_not<Word::member_of, Word::not_member_of>,
                            pegtl::list<sum, pause_token>> {};
struct cell_between : branch<Kind::cell_between, perhaps_not<Word::within, Word::not_within>, sum,
                             word_token<Word::to>, sum, word_token<Word::between_end>> {};
struct cell_range_part : pegtl::sor<cell_bound, cell_compare, cell_member, cell_between> {};
/// 超过500万元，1500万元以下; a comma between plain values would be read as "or" by some and is refused.
struct cell_range
    : pegtl::seq<cell_range_part, pegtl::star<pegtl::opt<pegtl::sor<comma_token, word_token<Word::and_word>>>,
                                              cell_range_part>> {};
struct cell_condition
    : branch<Kind::cell_condition,
             pegtl::sor<pegtl::seq<cell_any, pegtl::eof>, pegtl::seq<cell_other, pegtl::eof>,
                        pegtl::seq<cell_range, pegtl::eof>, pegtl::seq<cell_values, pegtl::eof>>> {};

} // namespace tiaoli::grammar
