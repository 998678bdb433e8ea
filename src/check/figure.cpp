// When two figures are the same, and when a rule's bound does what a text's bound says.
#include "figure.hpp"

#include "tiaoli/base/match.hpp"

namespace tiaoli::check {

namespace {

/// The number in a figure that is one; nothing for days and lengths of time.
std::optional<value::Number> number_of(const Figure::Amount& amount) {
    using Found = std::optional<value::Number>;
    return base::match(
        amount, [](const PlainNumber& plain) { return Found{plain.number}; },
        [](const value::MoneyLiteral& money) { return Found{money.yuan}; },
        [](const value::RatioLiteral& ratio) { return Found{ratio.ratio}; },
        [](const value::Date&) { return Found{}; }, [](const MonthDay&) { return Found{}; },
        [](const value::Duration&) { return Found{}; });
}

bool is_month_day(const MonthDay& day, const Figure::Amount& other) {
    if (const auto* date = std::get_if<value::Date>(&other)) {
        return date->month() == day.month && date->day() == day.day;
    }
    const auto* same = std::get_if<MonthDay>(&other);
    return same != nullptr && same->month == day.month && same->day == day.day;
}

Bound opposite(Bound bound) {
    switch (bound) {
    case Bound::AtMost:
        return Bound::Greater;
    case Bound::Greater:
        return Bound::AtMost;
    case Bound::AtLeast:
        return Bound::Less;
    case Bound::Less:
        return Bound::AtLeast;
    case Bound::None:
        break;
    }
    return Bound::None;
}

} // namespace

bool is_same_sort(const Figure& a, const Figure& b) {
    if (number_of(a.amount) && number_of(b.amount)) {
        return a.amount.index() == b.amount.index() || std::holds_alternative<PlainNumber>(a.amount) ||
               std::holds_alternative<PlainNumber>(b.amount);
    }
    const auto is_day = [](const Figure& figure) {
        return std::holds_alternative<value::Date>(figure.amount) ||
               std::holds_alternative<MonthDay>(figure.amount);
    };
    return a.amount.index() == b.amount.index() || (is_day(a) && is_day(b));
}

bool is_same_amount(const Figure& a, const Figure& b) {
    if (!is_same_sort(a, b)) {
        return false;
    }
    if (const auto* day = std::get_if<MonthDay>(&a.amount)) {
        return is_month_day(*day, b.amount);
    }
    if (const auto* day = std::get_if<MonthDay>(&b.amount)) {
        return is_month_day(*day, a.amount);
    }
    if (const auto number = number_of(a.amount)) {
        return *number == *number_of(b.amount);
    }
    if (const auto* date = std::get_if<value::Date>(&a.amount)) {
        return *date == std::get<value::Date>(b.amount);
    }
    return std::get<value::Duration>(a.amount) == std::get<value::Duration>(b.amount);
}

bool carries(const Figure& text, const Figure& rule) {
    if (text.bound == Bound::None || text.bound == rule.bound) {
        return true;
    }
    const bool is_case = text.voice == Voice::Case || rule.voice == Voice::Case;
    return is_case && opposite(text.bound) == rule.bound;
}

std::string_view bound_words(Bound bound) {
    switch (bound) {
    case Bound::AtMost:
        return "不超过";
    case Bound::Greater:
        return "超过";
    case Bound::AtLeast:
        return "不低于";
    case Bound::Less:
        return "低于";
    case Bound::None:
        break;
    }
    return {};
}

Bound mirrored(Bound bound) {
    switch (bound) {
    case Bound::AtMost:
        return Bound::AtLeast;
    case Bound::Greater:
        return Bound::Less;
    case Bound::AtLeast:
        return Bound::AtMost;
    case Bound::Less:
        return Bound::Greater;
    case Bound::None:
        break;
    }
    return Bound::None;
}

} // namespace tiaoli::check
