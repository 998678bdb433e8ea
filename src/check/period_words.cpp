// A year, quarter or month at the beginning of an example's words.
#include "example_words.hpp"

#include <algorithm>
#include <charconv>

namespace tiaoli::check {

namespace {

/// Takes a number and the word behind it from the front of the text.
std::optional<int> take_number(std::string_view& text, std::string_view word) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const std::string_view rest = text.substr(static_cast<std::size_t>(end - text.data()));
    if (error != std::errc{} || !rest.starts_with(word)) {
        return std::nullopt;
    }
    text = rest.substr(word.size());
    return number;
}

std::optional<value::Period> read_period(std::string_view text) {
    const std::optional<int> year = take_number(text, "年");
    if (!year) {
        return std::nullopt;
    }
    if (text.empty() || text == "度") {
        const auto day = value::Date::from_ymd(*year, 1, 1);
        return day ? std::optional{value::year_of(*day)} : std::nullopt;
    }
    if (text.starts_with("第")) {
        text.remove_prefix(std::string_view("第").size());
        const std::optional<int> quarter = take_number(text, "季度");
        const bool fits = quarter && text.empty() && *quarter >= 1 && *quarter <= 4;
        const auto day = fits ? value::Date::from_ymd(*year, *quarter * 3, 1) : std::nullopt;
        return day ? std::optional{value::quarter_of(*day)} : std::nullopt;
    }
    const std::optional<int> month = take_number(text, "月");
    const auto day = month && text.empty() ? value::Date::from_ymd(*year, *month, 1) : std::nullopt;
    return day ? std::optional{value::month_of(*day)} : std::nullopt;
}

} // namespace

Leading<std::optional<value::Period>> leading_period(std::string_view text) {
    for (const std::string_view of : {"的", "."}) {
        const std::size_t end = std::min(text.find(of), text.size());
        const auto period = read_period(syntax::canonical(text.substr(0, end)));
        if (period && end < text.size()) {
            return {period, text.substr(end + of.size())};
        }
    }
    return {std::nullopt, text};
}

} // namespace tiaoli::check
