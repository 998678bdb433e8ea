// The structure of a policy file: blocks, declarations, and the heads of statements whose bodies need
// the declared names. The bodies are read later, by statements.hpp.
#pragma once

#include "grammar/headings.hpp"

namespace tiaoli::grammar {

struct block : pegtl::seq<block_open, name, block_close> {
    static constexpr Kind node = Kind::block;
};

// ---- the shapes by which a statement is known

template <Word word_> struct word_then_string : pegtl::seq<word<word_>, pegtl::one<string_open>> {};
template <Word word_> struct word_then_day : pegtl::seq<word<word_>, numeral> {};
template <Word word_, typename Sign> struct word_name_sign : pegtl::seq<word<word_>, name_shape, Sign> {};
struct definition_head : pegtl::seq<name_shape, define_sign> {};
/// A statement word followed by anything but the sign that would make it a name of its own. A name that begins with such a
/// word is written in 「」: a rule must never be taken for a definition.
template <Word word_> struct word_then_body : pegtl::seq<word<word_>, pegtl::not_at<pegtl::one<'=', ':'>>> {};

struct exception_shape
    : pegtl::seq<word<Word::notwithstanding>,
                 pegtl::sor<pegtl::string<'\xE7', '\xAC', '\xAC'>, pegtl::string<'a', 'r', 't'>>> {}; // 第
struct recurrence_shape
    : pegtl::sor<word<Word::each_year>, word<Word::each_quarter>, word<Word::each_month>> {};
struct matter_head
    : pegtl::seq<word<Word::matter>, name_shape, colon, pegtl::opt<recurrence_shape>, word<Word::reviews>> {};
/// The whole way to 之日起: inside a record 状态说明：文本 is a field.
struct state_from : pegtl::plus<pegtl::not_at<pegtl::sor<full_stop, word<Word::begin_day>>>, opaque> {};
struct state_head : pegtl::seq<word<Word::state>, name_shape, colon, empty_lines, word<Word::from>,
                               state_from, word<Word::begin_day>> {};
/// 分配 … up to the colon before its parts; a name that begins with 分配 is followed by ＝ first.
struct allocation_head
    : pegtl::seq<word_then_body<Word::allocate>,
                 pegtl::star<pegtl::not_at<pegtl::sor<full_stop, pegtl::one<'=', ':', ';'>>>, opaque>,
                 colon> {};
/// Names to the end of the line: 小结说明：文本 is a field, 小结数 ＝ … a definition.
struct summary_head
    : pegtl::seq<word<Word::summary>, pegtl::list<name_shape, pegtl::seq<empty_lines, pause, empty_lines>>,
                 pegtl::sor<full_stop, end_of_line, pegtl::eof>> {};
struct enumeration_head : word_name_sign<Word::enumeration, colon> {};
struct given_head_shape : word_then_body<Word::given> {};

/// What starts a statement, but for 枚举, which inside a record is a field (枚举类别：甲、乙).
struct statement_shape
    : pegtl::sor<word_then_string<Word::policy>, word_then_string<Word::version>,
                 word_then_string<Word::document_number>, word_then_string<Word::draft>,
                 word_then_string<Word::import>, word_then_string<Word::calendar>,
                 word_then_day<Word::effective>, word_then_day<Word::expires>,
                 word_then_string<Word::repeals>, word_name_sign<Word::record, open_paren>,
                 word_then_body<Word::same_day_order>, matter_head, word_then_string<Word::interpretation>,
                 word_then_string<Word::unsettled>, word_then_string<Word::no_rule>,
                 word_then_string<Word::example>, given_head_shape, word_then_body<Word::expect>, state_head,
                 word_then_body<Word::require>, exception_shape, word_then_string<Word::deadline>,
                 allocation_head, summary_head, table_head_shape, definition_head> {};
struct start : pegtl::sor<heading_shape, block_open, enumeration_head, statement_shape> {};

/// Where a statement ends: a full stop, or a line end before something that starts a new one.
struct line_before_start : pegtl::seq<pegtl::plus<end_of_line>, pegtl::sor<start, pegtl::eof>> {};
struct statement_end : pegtl::sor<full_stop, pegtl::at<line_before_start>, pegtl::eof> {};
/// A declaration may also end at any line end: the next line is then on its own.
struct line_stop : pegtl::sor<full_stop, pegtl::at<end_of_line>, pegtl::eof> {};

struct body : pegtl::star<pegtl::not_at<statement_end>, opaque> {
    static constexpr Kind node = Kind::readings;
};

// ---- declarations

/// `word “…”`, one line.
template <Word word_, Kind kind_> struct string_statement : pegtl::seq<word<word_>, string, line_stop> {
    static constexpr Kind node = kind_;
};
/// `word “…”、“…”`, over several lines if need be.
struct string_separator : pegtl::seq<empty_lines, pegtl::opt<pegtl::sor<pause, comma>>, empty_lines> {};
template <Word word_, Kind kind_>
struct strings_statement : pegtl::seq<word<word_>, string, pegtl::star<string_separator, string>, line_stop> {
    static constexpr Kind node = kind_;
};

struct policy_decl : string_statement<Word::policy, Kind::policy_decl> {};
struct version_decl : string_statement<Word::version, Kind::version_decl> {};
struct document_number : string_statement<Word::document_number, Kind::document_number> {};
struct draft_decl : string_statement<Word::draft, Kind::draft_decl> {};
struct import_decl : string_statement<Word::import, Kind::import_decl> {};
struct calendar_decl : string_statement<Word::calendar, Kind::calendar_decl> {};
struct no_rule : strings_statement<Word::no_rule, Kind::no_rule> {};
struct interpretation : strings_statement<Word::interpretation, Kind::interpretation> {};
struct unsettled : strings_statement<Word::unsettled, Kind::unsettled> {};
struct repeals : strings_statement<Word::repeals, Kind::repeals> {};

struct literal_text
    : pegtl::plus<pegtl::not_at<pegtl::sor<full_stop, pegtl::one<',', '(', ')', '\n'>>>, pegtl::any> {
    static constexpr Kind node = Kind::literal_text;
};
struct provisional : pegtl::seq<open_paren, word<Word::provisional>, close_paren> {
    static constexpr Kind node = Kind::provisional;
};
struct effective : pegtl::seq<word<Word::effective>, literal_text, pegtl::opt<provisional>, line_stop> {
    static constexpr Kind node = Kind::effective;
};
struct expires : pegtl::seq<word<Word::expires>, literal_text, line_stop> {
    static constexpr Kind node = Kind::expires;
};

template <typename Item>
struct paused_list : pegtl::list<Item, pegtl::seq<empty_lines, pause, empty_lines>> {};
struct enumeration_decl
    : pegtl::seq<word<Word::enumeration>, name, colon, empty_lines, paused_list<name>, line_stop> {
    static constexpr Kind node = Kind::enumeration_decl;
};
struct order_decl : pegtl::seq<word<Word::same_day_order>, paused_list<name>, line_stop> {
    static constexpr Kind node = Kind::order_decl;
};

struct summary_decl : pegtl::seq<word<Word::summary>, paused_list<name>, line_stop> {
    static constexpr Kind node = Kind::summary_decl;
};

// ---- records

struct key : name {
    static constexpr Kind node = Kind::key;
};
struct occurs_at : pegtl::seq<word<Word::occurs_at>, name> {
    static constexpr Kind node = Kind::occurs_at;
};
struct type_name : name {
    static constexpr Kind node = Kind::type_name;
};
struct inline_values : pegtl::seq<name, pegtl::plus<empty_lines, pause, empty_lines, name>> {
    static constexpr Kind node = Kind::inline_values;
};
template <Word word_, Kind kind_> struct word_modifier : word<word_> { static constexpr Kind node = kind_; };
struct modifier_default : pegtl::seq<word<Word::default_value>, pegtl::sor<string, literal_text>> {
    static constexpr Kind node = Kind::modifier_default;
};
struct modifier_column : pegtl::seq<word<Word::column>, paused_list<string>> {
    static constexpr Kind node = Kind::modifier_column;
};
struct modifier_unit : pegtl::seq<word<Word::unit>, literal_text> {
    static constexpr Kind node = Kind::modifier_unit;
};
struct modifier_pattern : pegtl::seq<word<Word::pattern>, string> {
    static constexpr Kind node = Kind::modifier_pattern;
};
struct low_bound : pegtl::plus<pegtl::not_at<word<Word::to>>, pegtl::not_one<',', '\n'>> {
    static constexpr Kind node = Kind::literal_text;
};
struct high_bound : pegtl::plus<pegtl::not_at<word<Word::between_end>>, pegtl::not_one<',', '\n'>> {
    static constexpr Kind node = Kind::literal_text;
};
struct modifier_bounds
    : pegtl::seq<word<Word::within>, low_bound, word<Word::to>, high_bound, word<Word::between_end>> {
    static constexpr Kind node = Kind::modifier_bounds;
};
struct modifier : pegtl::sor<word_modifier<Word::optional, Kind::modifier_optional>,
                             word_modifier<Word::nullable, Kind::modifier_nullable>,
                             word_modifier<Word::pending, Kind::modifier_pending>,
                             word_modifier<Word::unique, Kind::modifier_unique>, modifier_default,
                             modifier_column, modifier_unit, modifier_pattern, modifier_bounds> {};
struct field_decl : pegtl::seq<name, colon, pegtl::sor<inline_values, type_name>,
                               pegtl::star<comma, empty_lines, modifier>, pegtl::at<line_stop>> {
    static constexpr Kind node = Kind::field_decl;
};
/// Inside a record a line `名：…` is a field, unless it starts a statement by its shape.
struct bad_field : pegtl::seq<name, colon, pegtl::star<pegtl::not_at<line_stop>, pegtl::any>> {
    static constexpr Kind node = Kind::bad_statement;
};
struct field_line
    : pegtl::seq<pegtl::plus<end_of_line>,
                 pegtl::not_at<pegtl::sor<matter_head, state_head, given_head_shape, heading_shape>>,
                 pegtl::sor<field_decl, bad_field>> {};
struct record_decl
    : pegtl::seq<word<Word::record>, name, open_paren, paused_list<key>, close_paren,
                 pegtl::opt<comma, empty_lines, occurs_at>, pegtl::star<field_line>, line_stop> {
    static constexpr Kind node = Kind::record_decl;
};

// ---- examples

struct like_example : pegtl::seq<comma, empty_lines, word<Word::like_example>, string> {
    static constexpr Kind node = Kind::like_example;
};
struct example : pegtl::seq<word<Word::example>, string, pegtl::opt<like_example>, line_stop> {
    static constexpr Kind node = Kind::example;
};
struct given_today
    : pegtl::seq<word<Word::given>, word<Word::today>, pegtl::opt<pegtl::sor<word<Word::equal>, colon>>,
                 literal_text, statement_end> {
    static constexpr Kind node = Kind::given_today;
};
struct given_character : pegtl::seq<pegtl::not_at<pegtl::sor<statement_end, comma>>, opaque> {};
struct given_head : pegtl::plus<pegtl::not_at<pegtl::sor<statement_end, comma, colon>>, pegtl::any> {
    static constexpr Kind node = Kind::given_head;
};
struct given_value : pegtl::plus<given_character> {
    static constexpr Kind node = Kind::given_value;
};
struct given_values : pegtl::seq<empty_lines, given_value, pegtl::star<comma, empty_lines, given_value>> {};
struct given_record
    : pegtl::seq<word<Word::given>, given_head, colon, pegtl::opt<given_values>, statement_end> {
    static constexpr Kind node = Kind::given_record;
};
/// 假设 参数 年度口径为滚动十二个月: a record type that begins with 参数 has a colon after its key.
struct given_reading_text : pegtl::plus<pegtl::not_at<colon>, given_character> {
    static constexpr Kind node = Kind::given_value;
};
struct given_reading
    : pegtl::seq<word<Word::given>, word<Word::parameter>, given_reading_text, statement_end> {
    static constexpr Kind node = Kind::given_reading;
};
struct given_one_text : pegtl::plus<given_character> {
    static constexpr Kind node = Kind::given_value;
};
struct given_one : pegtl::seq<word<Word::given>, given_one_text, statement_end> {
    static constexpr Kind node = Kind::given_one;
};
struct expect_value : pegtl::plus<given_character> {
    static constexpr Kind node = Kind::expect_value;
};
struct article_label : pegtl::plus<pegtl::not_at<pegtl::sor<statement_end, comma, pause>>, pegtl::any> {
    static constexpr Kind node = Kind::article_label;
};
struct expect_citing : pegtl::seq<comma, empty_lines, word<Word::citing>, paused_list<article_label>> {
    static constexpr Kind node = Kind::expect_citing;
};
struct hint_word : pegtl::string<'\xE6', '\x8F', '\x90', '\xE7', '\xA4', '\xBA'> {}; // 提示
struct expect_hinting
    : pegtl::seq<comma, empty_lines, pegtl::sor<hint_word, pegtl::string<'h', 'i', 'n', 't'>>,
                 paused_list<article_label>> {
    static constexpr Kind node = Kind::expect_hinting;
};
struct expect : pegtl::seq<word<Word::expect>, expect_value,
                           pegtl::star<pegtl::sor<expect_citing, expect_hinting>>, statement_end> {
    static constexpr Kind node = Kind::expect;
};

// ---- statements with bodies

struct matter_decl : pegtl::seq<word<Word::matter>, name, colon, body, statement_end> {
    static constexpr Kind node = Kind::matter_decl;
};
struct choice : pegtl::plus<pegtl::not_at<pegtl::sor<pause, close_paren>>, pegtl::not_one<'\n'>> {
    static constexpr Kind node = Kind::name;
};
struct choices_shape : pegtl::seq<open_paren, word<Word::choices>, colon> {};
struct choices : pegtl::seq<choices_shape, paused_list<choice>, close_paren> {
    static constexpr Kind node = Kind::choices;
};
struct parameter_body_text : pegtl::star<pegtl::not_at<pegtl::sor<statement_end, choices_shape>>, opaque> {
    static constexpr Kind node = Kind::readings;
};
/// The alternatives may stand behind the name or at the end.
struct parameter_decl : pegtl::seq<word<Word::parameter>, name, pegtl::opt<choices>, define_sign,
                                   parameter_body_text, pegtl::opt<choices>, statement_end> {
    static constexpr Kind node = Kind::parameter_decl;
};
struct definition : pegtl::seq<name, define_sign, body, statement_end> {
    static constexpr Kind node = Kind::definition;
};
struct output : pegtl::seq<word<Word::output>, name, define_sign, body, statement_end> {
    static constexpr Kind node = Kind::output;
};
struct as_of : pegtl::seq<word<Word::as_of>, name, define_sign, body, statement_end> {
    static constexpr Kind node = Kind::as_of;
};
struct state : pegtl::seq<pegtl::at<state_head>, word<Word::state>, name, colon, body, statement_end> {
    static constexpr Kind node = Kind::state;
};
struct rule : pegtl::seq<word_then_body<Word::require>, body, statement_end> {
    static constexpr Kind node = Kind::rule;
};
struct deadline : pegtl::seq<word<Word::deadline>, string, colon, body, statement_end> {
    static constexpr Kind node = Kind::deadline;
};

/// 不受第十五条限制，: the article whose words do not count, as written.
struct exempted_article
    : pegtl::plus<pegtl::not_at<pegtl::sor<pegtl::one<string_open, ',', '\n'>, word<Word::restriction>,
                                           word<Word::of>, full_stop>>,
                  pegtl::any> {
    static constexpr Kind node = Kind::exempted_article;
};
struct exception_close
    : pegtl::seq<pegtl::opt<word<Word::of>>, pegtl::opt<word<Word::restriction>>, comma, empty_lines> {};
/// A guard before the name ends where `的，名 ＝` follows.
struct exception_guard_end : pegtl::seq<pegtl::sor<word<Word::of>, word<Word::case_end>>, comma, empty_lines,
                                        pegtl::at<definition_head>> {};
struct exception_guard_text
    : pegtl::plus<pegtl::not_at<pegtl::sor<exception_guard_end, statement_end>>, opaque> {
    static constexpr Kind node = Kind::readings;
};
struct exception_guard : pegtl::seq<exception_guard_text> {
    static constexpr Kind node = Kind::exception_guard;
};
/// A rule of its own, so that a guard that comes to nothing leaves no node.
struct exception_premise : pegtl::seq<exception_guard, exception_guard_end> {};
struct exception_definition
    : pegtl::seq<word<Word::notwithstanding>, exempted_article, exception_close,
                 pegtl::opt<exception_premise>, name, define_sign, body, statement_end> {
    static constexpr Kind node = Kind::exception_definition;
};
struct exception_rule : pegtl::seq<word<Word::notwithstanding>, exempted_article, pegtl::opt<word<Word::of>>,
                                   pegtl::opt<string>, exception_close, body, statement_end> {
    static constexpr Kind node = Kind::exception_rule;
};

} // namespace tiaoli::grammar
