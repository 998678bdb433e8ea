// Decision tables and tier tables: the line that says what is looked at and what comes out, then rows between bars. The cells
// are read later, by cells.hpp.
#pragma once

#include "grammar/lexical.hpp"

namespace tiaoli::grammar {

// ---- how a table begins

struct table_output : word<Word::output> {
    static constexpr Kind node = Kind::table_output;
};
struct table_as_of : word<Word::as_of> {
    static constexpr Kind node = Kind::table_as_of;
};
struct table_mark : pegtl::opt<pegtl::sor<table_output, table_as_of>> {};
struct decision_table_head : pegtl::seq<table_mark, word<Word::decision_table>, open_paren> {};
struct tier_table_head : pegtl::seq<table_mark, word<Word::tier_table>, pegtl::not_at<pegtl::one<'=', ':'>>> {
};
struct table_head_shape : pegtl::at<pegtl::sor<decision_table_head, tier_table_head>> {};

// ---- the first line

/// The length of the unit that `text` begins with; 0 when it begins with none.
inline std::size_t unit_length(std::string_view text) {
    constexpr std::string_view units[] = {"亿元", "千万元", "百万元", "万元", "千元", "元", "%",
                                          "人",   "笔",     "户",     "家",   "次",   "件", "项",
                                          "个月", "个",     "日",     "年",   "yuan"};
    for (const std::string_view unit : units) {
        if (text.starts_with(unit)) {
            return unit.size();
        }
    }
    return 0;
}
/// A unit by which the bare numbers of a column are read.
struct unit_word {
    using rule_t = unit_word;
    using subs_t = pegtl::empty_list;

    template <typename Input> static bool match(Input& in) {
        const std::size_t length = unit_length({in.current(), in.size(0)});
        in.bump_in_this_line(length);
        return length != 0;
    }
};
struct table_unit : unit_word {
    static constexpr Kind node = Kind::table_unit;
};
struct unit_in_parens : pegtl::seq<open_paren, table_unit, close_paren> {};

/// What may follow an input inside the parentheses, and what follows one that stands without them.
struct input_separator : pegtl::sor<pause, comma, close_paren> {};
struct gives : word<Word::gives> {};

/// The text of an input, up to a unit in parentheses or to `After`, both outside of all parentheses and on the same line.
template <typename After> struct input_text {
    using rule_t = input_text;
    using subs_t = pegtl::empty_list;
    static constexpr Kind node = Kind::readings;

    template <typename Input> static bool match(Input& in) {
        const std::string_view rest(in.current(), in.size(0));
        std::size_t at = 0;
        std::size_t depth = 0;
        bool quoted = false; // inside a string or 「」, where no sign means anything
        for (; at < rest.size() && rest[at] != '\n'; ++at) {
            const std::string_view here = rest.substr(at);
            const bool opens = here.front() == string_open || here.starts_with("「");
            const bool closes = here.front() == string_close || here.starts_with("」");
            quoted = opens || (quoted && !closes);
            if (quoted) {
                continue;
            }
            if (depth == 0 && ends_at(here)) {
                break;
            }
            depth += here.front() == '(' ? 1 : 0;
            depth -= here.front() == ')' && depth > 0 ? 1 : 0;
        }
        in.bump_in_this_line(at);
        return at != 0;
    }

  private:
    static bool follows(std::string_view rest) {
        pegtl::memory_input<> in(rest.data(), rest.data() + rest.size(), "");
        return pegtl::parse<After>(in);
    }
    static bool ends_at(std::string_view rest) {
        if (follows(rest)) {
            return true;
        }
        const std::size_t unit = rest.front() == '(' ? unit_length(rest.substr(1)) : 0;
        return unit != 0 && rest.substr(1 + unit).starts_with(")") && follows(rest.substr(2 + unit));
    }
};

template <typename After> struct table_input : pegtl::seq<input_text<After>, pegtl::opt<unit_in_parens>> {
    static constexpr Kind node = Kind::table_input;
};
struct inputs_in_parens
    : pegtl::seq<open_paren, empty_lines,
                 pegtl::list<table_input<input_separator>, pegtl::seq<pegtl::sor<pause, comma>, empty_lines>>,
                 empty_lines, close_paren> {};
struct tier_input : pegtl::sor<pegtl::seq<inputs_in_parens, pegtl::at<gives>>, table_input<gives>> {};

struct table_result : pegtl::seq<name, pegtl::opt<unit_in_parens>> {
    static constexpr Kind node = Kind::table_result;
};
struct table_results
    : pegtl::seq<gives, empty_lines, pegtl::list<table_result, pegtl::seq<pause, empty_lines>>> {};

template <Word word_, Kind kind_> struct table_word : word<word_> { static constexpr Kind node = kind_; };
struct from_day : pegtl::plus<pegtl::not_at<word<Word::from_end>>, pegtl::not_one<',', '\n', '|'>> {
    static constexpr Kind node = Kind::literal_text;
};
struct table_from : pegtl::seq<word<Word::from>, from_day, word<Word::from_end>> {
    static constexpr Kind node = Kind::table_from;
};
struct table_option
    : pegtl::seq<comma, empty_lines,
                 pegtl::sor<table_word<Word::first_row, Kind::table_first>,
                            table_word<Word::whole_amount, Kind::table_whole>,
                            table_word<Word::progressive, Kind::table_progressive>, table_from>> {};

// ---- the rows

struct bar : pegtl::one<'|'> {};
struct cell_end : pegtl::one<'|', '\n'> {};
struct cell_character : pegtl::seq<pegtl::not_at<cell_end>, opaque> {};
struct heading_cell : pegtl::star<cell_character> {
    static constexpr Kind node = Kind::table_heading;
};
struct last_heading : pegtl::plus<cell_character> {
    static constexpr Kind node = Kind::table_heading;
};
struct closed_heading : pegtl::seq<heading_cell, bar> {};
struct table_headings : pegtl::seq<bar, pegtl::star<closed_heading>, pegtl::opt<last_heading>> {
    static constexpr Kind node = Kind::table_headings;
};
/// `| --- | --- |`, which may be missing.
struct table_ruler
    : pegtl::seq<bar, pegtl::star<pegtl::one<'|', ':'>>, pegtl::one<'-'>,
                 pegtl::star<pegtl::one<'|', ':', '-'>>, pegtl::at<pegtl::sor<end_of_line, pegtl::eof>>> {};
struct cell_text : pegtl::star<cell_character> {
    static constexpr Kind node = Kind::readings;
};
struct table_cell : pegtl::seq<cell_text> {
    static constexpr Kind node = Kind::table_cell;
};
struct last_text : pegtl::plus<cell_character> {
    static constexpr Kind node = Kind::readings;
};
struct last_cell : pegtl::seq<last_text> {
    static constexpr Kind node = Kind::table_cell;
};
struct closed_cell : pegtl::seq<table_cell, bar> {};
struct table_row : pegtl::seq<bar, pegtl::star<closed_cell>, pegtl::opt<last_cell>> {
    static constexpr Kind node = Kind::table_row;
};
struct table_lines
    : pegtl::seq<pegtl::plus<end_of_line>, table_headings, pegtl::opt<pegtl::plus<end_of_line>, table_ruler>,
                 pegtl::star<pegtl::plus<end_of_line>, table_row>> {};
struct table_rest
    : pegtl::seq<table_results, pegtl::star<table_option>, pegtl::opt<colon>, pegtl::opt<table_lines>,
                 pegtl::sor<full_stop, pegtl::at<end_of_line>, pegtl::eof>> {};
struct decision_table
    : pegtl::seq<table_mark, word<Word::decision_table>, inputs_in_parens, empty_lines, table_rest> {
    static constexpr Kind node = Kind::decision_table;
};
struct tier_table : pegtl::seq<table_mark, word<Word::tier_table>, tier_input, table_rest> {
    static constexpr Kind node = Kind::tier_table;
};

} // namespace tiaoli::grammar

namespace tao::pegtl {
template <typename Name> struct analyze_traits<Name, tiaoli::grammar::unit_word> : analyze_any_traits<> {};
template <typename Name, typename After>
struct analyze_traits<Name, tiaoli::grammar::input_text<After>> : analyze_any_traits<> {};
} // namespace tao::pegtl
