// A figure: a number that a sentence or a rule binds things to, such as 40%, 五日, 不高于20%; with what it bounds and where it stands.
#pragma once

#include "workbench.hpp"

#include "tiaoli/value/literal.hpp"

#include <string_view>

namespace tiaoli::check {

/// What a figure bounds.
enum class Bound : std::uint8_t {
    None,   ///< it bounds nothing: 按50%给予贴息
    AtMost, ///< 不高于, 以内
    Greater,
    AtLeast, ///< 达到, 以上
    Less
};

/// Whether a bound says what must be, or in which case something else follows.
enum class Voice : std::uint8_t {
    Demand, ///< 不高于40%: as it stands
    Case    ///< 达到10%的，暂停: a rule may as well demand its opposite
};

/// A day of every year: 3月31日.
struct MonthDay {
    int month = 0;
    int day = 0;
};

/// A count or another number; in a text, one without a unit stands for any number (比例不得为0).
struct PlainNumber {
    value::Number number;
};

struct Figure {
    using Amount = std::variant<PlainNumber, value::MoneyLiteral, value::RatioLiteral, value::Date, MonthDay,
                                value::Duration>;
    Amount amount;
    Bound bound = Bound::None;
    Voice voice = Voice::Demand;
    source::Span span = {};
    std::string words = {}; ///< as written, with its bound
};

/// The same by value, however it is written: 四成 and 40%, 12个月 and 一年.
bool is_same_amount(const Figure& a, const Figure& b);
/// Both amounts of money, both ratios, …; a number without a unit goes with every number.
bool is_same_sort(const Figure& a, const Figure& b);
/// Whether a rule's bound does what the text's bound says.
bool carries(const Figure& text, const Figure& rule);
/// 不超过, 超过, 不低于, 低于, or nothing.
std::string_view bound_words(Bound bound);
/// The bound seen from the other side: a ≤ b is b ≥ a.
Bound mirrored(Bound bound);

/// The figures of a text of natural language that stands at `at` in its source, in written order. Numbers of articles, documents and
/// years, titles in 《》, and 一 that only means "a" are none.
std::vector<Figure> figures_of_text(std::string_view text, source::Span at);

/// The figures of what stands under an article for the machine.
struct RuleFigures {
    std::vector<Figure> own;     ///< in its own statements
    std::vector<Figure> reached; ///< in definitions elsewhere that these use, in bounds of fields
};
RuleFigures figures_of_rules(const Workbench& bench, const VersionWork& work, model::ArticleId article);

} // namespace tiaoli::check
