// Expressions, from the loosest binding to the tightest; one rule a line of policy.peg.
#pragma once

#include "grammar/tokens.hpp"

namespace tiaoli::grammar {

struct expression;
struct postfix;

/// A node made around the last `adopt_` nodes that stand before it.
template <Kind kind_, int adopt_ = 1> struct wrap : pegtl::success {
    static constexpr Kind node = kind_;
    static constexpr int adopt = adopt_;
};
/// A node that takes what stands before it as its first child.
template <Kind kind_, typename... Rules> struct tail : pegtl::seq<Rules...> {
    static constexpr Kind node = kind_;
    static constexpr int adopt = 1;
};
template <Kind kind_, typename... Rules> struct branch : pegtl::seq<Rules...> {
    static constexpr Kind node = kind_;
};

struct used_name : token_leaf<Token::name, Kind::name> {};

// ---- records of a type

struct same_as : branch<Kind::same_as, word_token<Word::same>, pegtl::list<used_name, pause_token>> {};
struct everything : word_leaf<Word::everything, Kind::set_all> {};
struct set_condition : pegtl::sor<same_as, expression> {};
struct set_conditions : pegtl::sor<everything, pegtl::list<set_condition, comma_token>> {};
struct set : branch<Kind::set_expr, pegtl::opt<word_token<Word::before_now>>, used_name, open_token,
                    set_conditions, close_token> {};

struct total_word
    : pegtl::sor<word_leaf<Word::sum, Kind::total_word>, word_leaf<Word::average, Kind::total_word>,
                 word_leaf<Word::maximum, Kind::total_word>, word_leaf<Word::minimum, Kind::total_word>,
                 word_leaf<Word::count, Kind::total_word>> {};
struct field_tail : tail<Kind::field_expr, word_token<Word::of>, used_name> {};
struct element_name : token_leaf<Token::name, Kind::name_expr> {};
struct element_fields : pegtl::seq<element_name, pegtl::star<field_tail>> {};
struct element_value : pegtl::sor<pegtl::seq<open_token, expression, close_token>, element_fields> {};
struct total_tail : tail<Kind::total_expr, word_token<Word::of>, pegtl::opt<element_value>, total_word> {};
struct all_tail : tail<Kind::all_expr, word_token<Word::all_meet>, open_token,
                       pegtl::list<expression, comma_token>, close_token> {};
/// A name before a parenthesis is a set; asked first, so that no text is ever read twice.
struct set_ahead : pegtl::at<pegtl::opt<word_token<Word::before_now>>, token_rule<Token::name>, open_token> {
};
struct totalled_set : pegtl::seq<set, pegtl::sor<total_tail, all_tail>> {};
struct latest : branch<Kind::latest_expr, word_token<Word::latest>, set> {};
struct earliest : branch<Kind::earliest_expr, word_token<Word::earliest>, set> {};

// ---- primaries

struct literal : token_leaf<Token::literal, Kind::literal> {};
struct string_value : token_leaf<Token::string, Kind::string_literal> {};
struct yes : word_leaf<Word::yes, Kind::true_literal> {};
struct no : word_leaf<Word::no, Kind::false_literal> {};
struct that_day : word_leaf<Word::that_day, Kind::that_day> {};
struct today : word_leaf<Word::today, Kind::today> {};
struct own : branch<Kind::own_expr, word_token<Word::own>, used_name> {};
struct name_value : token_leaf<Token::name, Kind::name_expr> {};
template <Word word_> using function_name = word_leaf<word_, Kind::function_word>;
struct function
    : pegtl::sor<function_name<Word::lesser>, function_name<Word::greater>, function_name<Word::absolute>,
                 function_name<Word::round_to_fen>, function_name<Word::round_to_yuan>,
                 function_name<Word::round_half_up>, function_name<Word::round_up>,
                 function_name<Word::round_up_to_fen>, function_name<Word::round_down>,
                 function_name<Word::round_down_to_fen>, function_name<Word::round_half_even>,
                 function_name<Word::round_half_even_to_fen>, function_name<Word::workdays_between>,
                 function_name<Word::roll_forward>, function_name<Word::anniversary>> {};
struct call
    : branch<Kind::call_expr, function, open_token, pegtl::list<expression, comma_token>, close_token> {};
struct grouped : pegtl::seq<open_token, expression, close_token> {};
struct set_or_name : pegtl::if_then_else<set_ahead, totalled_set, name_value> {};
struct primary : pegtl::sor<literal, string_value, yes, no, that_day, today, own, latest, earliest, call,
                            grouped, set_or_name> {};

// ---- periods

template <Word word_> using period_leaf = word_leaf<word_, Kind::period_word>;
struct period_word : pegtl::sor<period_leaf<Word::this_year>, period_leaf<Word::this_quarter>,
                                period_leaf<Word::this_month>, period_leaf<Word::previous_year>,
                                period_leaf<Word::previous_quarter>, period_leaf<Word::previous_month>> {};
/// 本季末日: its days need no 的.
struct period_part : tail<Kind::field_expr, used_name> {};
struct period : pegtl::seq<period_word, pegtl::opt<period_part>> {};
struct workdays_end : pegtl::sor<word_leaf<Word::last_of, Kind::workdays_end>,
                                 word_leaf<Word::first_of, Kind::workdays_end>> {};
struct workdays_tail : tail<Kind::workdays_expr, pegtl::opt<word_token<Word::of>>, workdays_end, literal> {};

/// X的Y的Z, from left to right.
struct postfix : pegtl::seq<pegtl::sor<period, primary>, pegtl::star<pegtl::sor<workdays_tail, field_tail>>> {
};

// ---- arithmetic

struct negated;
struct unary : pegtl::sor<negated, postfix> {};
struct negated : branch<Kind::negate_expr, token_rule<Token::minus>, unary> {};
struct times_tail : tail<Kind::multiply_expr, token_rule<Token::times>, unary> {};
struct divide_tail : tail<Kind::divide_expr, token_rule<Token::divide>, unary> {};
struct product : pegtl::seq<unary, pegtl::star<pegtl::sor<times_tail, divide_tail>>> {};
struct add_tail : tail<Kind::add_expr, token_rule<Token::plus>, product> {};
struct subtract_tail : tail<Kind::subtract_expr, token_rule<Token::minus>, product> {};
struct sum : pegtl::seq<product, pegtl::star<pegtl::sor<add_tail, subtract_tail>>> {};

// ---- comparison

template <Word word_> using relation_leaf = word_leaf<word_, Kind::relation>;
struct relation
    : pegtl::sor<relation_leaf<Word::equal>, relation_leaf<Word::not_equal>, relation_leaf<Word::at_most>,
                 relation_leaf<Word::more_than>, relation_leaf<Word::at_least>,
                 relation_leaf<Word::less_than>, relation_leaf<Word::earlier>, relation_leaf<Word::later>,
                 relation_leaf<Word::not_earlier>, relation_leaf<Word::not_later>> {};
struct bound_word
    : pegtl::sor<word_leaf<Word::or_less, Kind::bound_word>, word_leaf<Word::or_more, Kind::bound_word>> {};
struct not_mark : pegtl::success {
    static constexpr Kind node = Kind::not_word;
};
/// A word, or its negated form, which leaves a mark.
template <Word positive, Word negative>
struct perhaps_not : pegtl::sor<word_token<positive>, pegtl::seq<word_token<negative>, not_mark>> {};

struct bound_tail : tail<Kind::bound_expr, pegtl::opt<word_token<Word::equal>>, literal, bound_word> {};
struct compare_tail : tail<Kind::compare_expr, relation, sum> {};
struct member_tail : tail<Kind::member_expr, perhaps_not<Word::member_of, Word::not_member_of>,
                          pegtl::list<sum, pause_token>> {};
/// 在a至b之间, 在P内, 在400万元以下: told apart after the first value, which is read once. `before` counts the nodes before it.
template <int before>
struct within_end : pegtl::sor<pegtl::seq<word_token<Word::to>, sum, word_token<Word::between_end>,
                                          wrap<Kind::between_expr, before + 2>>,
                               pegtl::seq<word_token<Word::inside>, wrap<Kind::in_period_expr, before + 1>>> {
};
struct within_bound : pegtl::seq<bound_word, wrap<Kind::bound_expr, 3>> {};
struct within_tail : pegtl::seq<word_token<Word::within>, sum, pegtl::sor<within_end<1>, within_bound>> {};
struct not_within_tail : pegtl::seq<word_token<Word::not_within>, not_mark, sum, within_end<2>> {};
struct elapsed_tail : tail<Kind::elapsed_expr, word_token<Word::to>, sum, relation, sum> {};
/// 银行处于暂停新增; without a subject the record that the statement belongs to.
struct during_word : perhaps_not<Word::during, Word::not_during> {};
struct during_tail : tail<Kind::during_expr, during_word, used_name> {};
struct during_own : branch<Kind::during_expr, during_word, used_name> {};
struct predicate_tail : tail<Kind::predicate_expr, used_name> {};
struct comparison_tail : pegtl::sor<bound_tail, compare_tail, member_tail, within_tail, not_within_tail,
                                    elapsed_tail, during_tail, predicate_tail> {};
struct comparison : pegtl::seq<sum, pegtl::opt<comparison_tail>> {};

// ---- logic

struct present_set : pegtl::seq<set, pegtl::opt<pegtl::sor<total_tail, all_tail>>> {};
struct present_operand : pegtl::if_then_else<set_ahead, present_set, postfix> {};
struct has : branch<Kind::has_expr, word_token<Word::has>, present_operand> {};
struct has_no : branch<Kind::has_no_expr, word_token<Word::has_no>, present_operand> {};
struct negation;
struct denied : branch<Kind::not_expr, word_token<Word::not_word>, negation> {};
struct negation : pegtl::sor<denied, has, has_no, during_own, comparison> {};
struct and_tail : tail<Kind::and_expr, pegtl::plus<word_token<Word::and_word>, negation>> {};
struct or_tail : tail<Kind::or_expr, pegtl::plus<word_token<Word::or_word>, negation>> {};
/// 且 and 或 are never mixed without parentheses.
struct expression : pegtl::seq<negation, pegtl::opt<pegtl::sor<and_tail, or_tail>>> {};

} // namespace tiaoli::grammar
