// The table of what may stand before and after each word of the language.
#include "word_class.hpp"

namespace tiaoli::parse {

namespace {

using syntax::Word;

constexpr std::uint8_t before_value = in(State::Operand);
constexpr std::uint8_t after_value = in(State::Operator);

bool is_relation(Word word) {
    switch (word) {
    case Word::equal:
    case Word::not_equal:
    case Word::more_than:
    case Word::less_than:
    case Word::earlier:
    case Word::later:
    case Word::not_earlier:
    case Word::not_later:
    case Word::member_of:
    case Word::not_member_of:
    case Word::not_within:
    case Word::to:
    case Word::and_word:
    case Word::or_word:
        return true;
    default:
        return false;
    }
}

bool is_prefix(Word word) {
    switch (word) {
    case Word::not_word:
    case Word::has:
    case Word::has_no:
    case Word::same:
    case Word::before_now:
    case Word::latest:
    case Word::earliest:
    case Word::else_outcome:
    case Word::from:
    case Word::until:
    case Word::reviews:
    case Word::facts_until:
    case Word::add:
    case Word::subtract:
        return true;
    default:
        return false;
    }
}

bool is_value(Word word) {
    switch (word) {
    case Word::that_day:
    case Word::today:
    case Word::yes:
    case Word::no:
    case Word::everything:
    case Word::other_case:
    case Word::absent_case:
    case Word::roll_over:
    case Word::late_case:
    case Word::missed_case:
    case Word::governed:
    case Word::survives_expiry:
    case Word::lesser:
    case Word::greater:
    case Word::absolute:
    case Word::round_to_fen:
    case Word::round_to_yuan:
    case Word::round_half_up:
    case Word::round_up:
    case Word::round_up_to_fen:
    case Word::round_down:
    case Word::round_down_to_fen:
    case Word::round_half_even:
    case Word::round_half_even_to_fen:
    case Word::workdays_between:
    case Word::roll_forward:
    case Word::anniversary:
    case Word::this_year:
    case Word::this_quarter:
    case Word::this_month:
    case Word::previous_year:
    case Word::previous_quarter:
    case Word::previous_month:
        return true;
    default:
        return false;
    }
}

bool is_suffix(Word word) {
    switch (word) {
    case Word::or_less:
    case Word::or_more:
    case Word::between_end:
    case Word::inside:
    case Word::all_meet:
    case Word::begin_day:
    case Word::end_day:
        return true;
    default:
        return false;
    }
}

bool is_total(Word word) {
    switch (word) {
    case Word::sum:
    case Word::average:
    case Word::maximum:
    case Word::minimum:
    case Word::count:
        return true;
    default:
        return false;
    }
}

/// Words that stand between operands in a way of their own.
std::optional<Step> step_between(Word word) {
    switch (word) {
    case Word::of:
    case Word::case_end: // a comma follows, as it may follow 的
        return Step{after_value, State::Field};
    case Word::from_end:
        return Step{after_value, State::Operand};
    case Word::own:
        return Step{before_value, State::Own};
    case Word::last_of:
    case Word::first_of:
        return Step{static_cast<std::uint8_t>(after_value | in(State::Field)), State::Operand};
    case Word::each_year:
    case Word::each_quarter:
    case Word::each_month:
        return Step{before_value, State::Operand};
    default:
        return std::nullopt;
    }
}

} // namespace

std::optional<Step> step_of(Word word) {
    if (is_relation(word)) {
        return Step{after_value, State::Operand};
    }
    const bool is_during =
        word == Word::during || word == Word::not_during; // also without a subject: 处于暂停新增
    if (is_during || word == Word::at_most || word == Word::at_least || word == Word::within) {
        // also adjustments (不超过400万元) and deadlines (在本季内)
        return Step{static_cast<std::uint8_t>(after_value | before_value), State::Operand};
    }
    if (is_prefix(word)) {
        return Step{before_value, State::Operand};
    }
    if (is_value(word)) {
        return Step{before_value, State::Operator};
    }
    if (is_suffix(word)) {
        return Step{after_value, State::Operator};
    }
    if (is_total(word)) {
        return Step{static_cast<std::uint8_t>(after_value | in(State::Field)), State::Operator};
    }
    return step_between(word);
}

std::optional<Step> cell_step_of(Word word) {
    if (word == Word::anything || word == Word::other_rows) {
        return Step{before_value, State::Operator};
    }
    std::optional<Step> step = step_of(word);
    if (is_relation(word) && word != Word::to) {
        step->from |= before_value;
    }
    return step;
}

} // namespace tiaoli::parse
