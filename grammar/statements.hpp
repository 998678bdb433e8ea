// The bodies of statements: what stands after 要求, 名 ＝, 参数 名 ＝ and 事项 名：.
#pragma once

#include "grammar/expressions.hpp"

namespace tiaoli::grammar {

/// `…的，` (or `when,`): ends a premise or a guard.
struct guard_end : pegtl::seq<pegtl::sor<word_token<Word::of>, word_token<Word::case_end>>, comma_token> {};

// ---- 要求

struct string_node : token_leaf<Token::string, Kind::string> {};
struct label : branch<Kind::label, string_node, colon_token> {};
struct outcome : token_leaf<Token::name, Kind::outcome> {};
struct consequence : branch<Kind::consequence, comma_token, word_token<Word::else_outcome>, outcome,
                            pegtl::opt<string_node>> {};
struct premise_end : pegtl::seq<guard_end, wrap<Kind::premise>> {};
struct rule_body : branch<Kind::rule_body, pegtl::opt<label>, expression, pegtl::opt<premise_end, expression>,
                          pegtl::opt<consequence>, pegtl::eof> {};

// ---- 不受…限制

struct exception_body : branch<Kind::exception_body, expression, pegtl::eof> {};

// ---- definitions

template <Word word_, Kind kind_> struct adjustment : pegtl::seq<word_token<word_>, expression> {
    static constexpr Kind node = kind_;
};
template <Word word_, Kind kind_> struct guarded_adjustment : pegtl::seq<word_token<word_>, expression> {
    static constexpr Kind node = kind_;
    static constexpr int adopt = 1;
};
template <Word word_> using rounding_leaf = word_leaf<word_, Kind::rounding_word>;
struct rounding_word
    : pegtl::sor<rounding_leaf<Word::round_to_fen>, rounding_leaf<Word::round_to_yuan>,
                 rounding_leaf<Word::round_up_to_fen>, rounding_leaf<Word::round_down_to_fen>,
                 rounding_leaf<Word::round_half_even_to_fen>> {};
/// A rounding word on its own; with parentheses it is a function.
struct rounding_alone : pegtl::seq<rounding_word, pegtl::not_at<open_token>> {};
struct adjustment_plain
    : pegtl::sor<adjustment<Word::add, Kind::adjust_add>, adjustment<Word::subtract, Kind::adjust_subtract>,
                 adjustment<Word::at_most, Kind::adjust_at_most>,
                 adjustment<Word::at_least, Kind::adjust_at_least>,
                 branch<Kind::adjust_round, rounding_alone>> {};
struct adjustment_after_guard
    : pegtl::seq<wrap<Kind::adjust_guard>,
                 pegtl::sor<guarded_adjustment<Word::add, Kind::adjust_add>,
                            guarded_adjustment<Word::subtract, Kind::adjust_subtract>,
                            guarded_adjustment<Word::at_most, Kind::adjust_at_most>,
                            guarded_adjustment<Word::at_least, Kind::adjust_at_least>,
                            tail<Kind::adjust_round, rounding_alone>>> {};

struct clause_otherwise
    : branch<Kind::clause_otherwise, word_token<Word::other_case>, comma_token, expression> {};
struct clause_absent : branch<Kind::clause_absent, word_token<Word::absent_case>, comma_token, expression> {};
struct clause_after_guard : tail<Kind::clause_guarded, expression> {};
struct after_guard : pegtl::seq<guard_end, pegtl::sor<adjustment_after_guard, clause_after_guard>> {};
struct clause : pegtl::seq<expression, pegtl::sor<after_guard, wrap<Kind::clause_plain>>> {};
struct definition_item : pegtl::sor<clause_otherwise, clause_absent, adjustment_plain, clause> {};
struct definition_body : branch<Kind::definition_body, pegtl::list<definition_item, semicolon_token>,
                                pegtl::opt<semicolon_token>, pegtl::eof> {};

// ---- 状态

/// 至 after a comma, or right after 之日起.
struct until : pegtl::sor<pegtl::seq<comma_token, word_token<Word::until>>, word_token<Word::to>> {};
struct state_body : branch<Kind::state_body, word_token<Word::from>, expression, word_token<Word::begin_day>,
                           until, expression, word_token<Word::end_day>, pegtl::eof> {};

/// An expression on its own: the amount, a ratio or a limit of 分配.
struct expression_body : branch<Kind::expression_body, expression, pegtl::eof> {};

// ---- 期限

struct deadline_from : branch<Kind::deadline_from, word_token<Word::from>, sum, word_token<Word::from_end>,
                              sum, word_token<Word::inside>> {};
struct deadline_within
    : branch<Kind::deadline_within, word_token<Word::within>, sum, word_token<Word::inside>> {};
struct deadline_until : branch<Kind::deadline_until, word_token<Word::from>, sum, word_token<Word::from_end>,
                               word_token<Word::until>, sum> {};
struct deadline_span : pegtl::sor<deadline_until, deadline_from, deadline_within> {};
struct roll_over : word_leaf<Word::roll_over, Kind::roll_over> {};
template <Word word_, Kind kind_>
struct breach
    : branch<kind_, semicolon_token, word_token<word_>, comma_token, outcome, pegtl::opt<string_node>> {};
struct breaches : pegtl::star<pegtl::sor<breach<Word::late_case, Kind::late_case>,
                                         breach<Word::missed_case, Kind::missed_case>>> {};
struct deadline_body
    : branch<Kind::deadline_body, deadline_span, pegtl::opt<comma_token, roll_over>, comma_token,
             word_token<Word::has>, set, breaches, pegtl::opt<semicolon_token>, pegtl::eof> {};

// ---- 参数, 事项

struct dated_value : branch<Kind::dated_value, word_token<Word::from>, literal, word_token<Word::from_end>,
                            pegtl::opt<comma_token>, expression> {};
struct parameter_body : branch<Kind::parameter_body, expression, pegtl::star<semicolon_token, dated_value>,
                               pegtl::opt<semicolon_token>, pegtl::eof> {};

struct governed : branch<Kind::governed, word_token<Word::governed>, word_token<Word::equal>, expression> {};
struct facts_until : branch<Kind::facts_until, word_token<Word::facts_until>, expression> {};
struct survives_expiry : word_leaf<Word::survives_expiry, Kind::survives_expiry> {};
struct recurrence : pegtl::sor<word_leaf<Word::each_year, Kind::recurrence>,
                               word_leaf<Word::each_quarter, Kind::recurrence>,
                               word_leaf<Word::each_month, Kind::recurrence>> {};
struct reviewed_if
    : branch<Kind::reviewed_if, open_token, pegtl::list<expression, comma_token>, close_token> {};
struct reviewed_since
    : branch<Kind::reviewed_since, word_token<Word::from>, expression, word_token<Word::from_end>> {};
struct matter_term
    : pegtl::seq<comma_token, pegtl::sor<governed, facts_until, survives_expiry, reviewed_since>> {};
struct matter_body : branch<Kind::matter_body, pegtl::opt<recurrence>, word_token<Word::reviews>, used_name,
                            pegtl::opt<reviewed_if>, pegtl::star<matter_term>, pegtl::eof> {};

} // namespace tiaoli::grammar
