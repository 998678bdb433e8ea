// Finds the unit that a literal is written in, and steps by one of its last digit.
#include "literal_steps.hpp"

#include "tiaoli/source/folded.hpp"
#include "tiaoli/value/literal.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace tiaoli::suite {

namespace {

/// 百分之|四十, 400|万元: what a literal counts, and in what.
struct Count {
    std::string before = {};
    value::Number number = 0;
    std::string after = {};
    bool is_chinese = false;
    value::Number unit = 1;
    value::Number step = 1; ///< of `number`
};

std::optional<Count> counted(std::string_view written, const value::Number& value);

/// The unit of a zero cannot be worked out: it is told from the words.
value::Number unit_of(std::string_view words) {
    static const std::array<std::pair<std::string_view, value::Number>, 5> units{
        std::pair{std::string_view{"亿"}, value::Number{100000000}},
        std::pair{std::string_view{"万"}, value::Number{10000}},
        std::pair{std::string_view{"%"}, value::Number::fraction(1, 100)},
        std::pair{std::string_view{"百分"}, value::Number::fraction(1, 100)},
        std::pair{std::string_view{"成"}, value::Number::fraction(1, 10)}};
    for (const auto& [word, unit] : units) {
        if (words.find(word) != std::string_view::npos)
            return unit;
    }
    return 1;
}

bool is_power_of_ten(const value::Number& number) {
    for (int exponent = -6; exponent <= 12; ++exponent) {
        if (number == value::Number::power_of_ten(exponent))
            return true;
    }
    return false;
}

std::size_t digits_at(std::string_view text) {
    const std::size_t end = text.find_first_not_of("0123456789.,");
    return std::min(end, text.size());
}

/// The longest beginning that is a Chinese numeral; 万 and 亿 at its end are a unit.
std::optional<std::pair<value::Number, std::size_t>> numeral_at(std::string_view text) {
    constexpr std::size_t character = 3;
    std::size_t length = 0;
    for (std::size_t end = character; end <= text.size(); end += character) {
        if (value::parse_chinese_numeral(text.substr(0, end)))
            length = end;
    }
    const std::string_view last = length > character ? text.substr(length - character, character) : "";
    if ((last == "万" || last == "亿") && value::parse_chinese_numeral(text.substr(0, length - character)))
        length -= character;
    if (length == 0)
        return std::nullopt;
    return std::pair{*value::parse_chinese_numeral(text.substr(0, length)), length};
}

std::string number_words(const Count& count, const value::Number& number) {
    const auto whole = number.to_int64();
    constexpr std::int64_t most = 9999;
    if (count.is_chinese && whole && *whole >= 0 && *whole <= most)
        return value::chinese_numeral(static_cast<int>(*whole));
    return number.to_text();
}

value::Number generic_step(const value::Number& number, const model::Type& type) {
    if (type.kind == model::TypeKind::Ratio || !number.is_integer())
        return value::Number::fraction(1, 100);
    const value::Number wan{10000};
    const bool in_wan =
        type.kind == model::TypeKind::Money && !number.is_zero() && (number / wan).is_integer();
    return in_wan ? wan : value::Number{1};
}

std::string generic_words(const value::Number& number, const model::Type& type) {
    if (type.kind == model::TypeKind::Ratio)
        return value::ratio_text(number);
    return number.to_text() + (type.kind == model::TypeKind::Money ? "元" : "");
}

std::vector<Neighbour> of_number(std::string_view written, const value::Number& number,
                                 const model::Type& type) {
    std::vector<Neighbour> out;
    const auto count = counted(written, number);
    const value::Number step = count ? count->step : generic_step(number, type);
    for (const value::Number& way : {step, -step}) {
        if (count)
            out.push_back({(count->number + way) * count->unit,
                           count->before + number_words(*count, count->number + way) + count->after});
        else
            out.push_back({number + way, generic_words(number + way, type)});
    }
    return out;
}

value::Duration step_of(const value::Duration& length, std::string_view written) {
    if (length.workdays != 0)
        return {0, 0, 1};
    constexpr int year = 12;
    const bool in_years = length.months % year == 0 && written.find("月") == std::string_view::npos;
    if (length.days != 0 || length.months == 0)
        return {0, 1, 0};
    return {in_years ? year : 1, 0, 0};
}

std::vector<Neighbour> of_length(std::string_view written, const value::Duration& length) {
    std::vector<Neighbour> out;
    const value::Duration step = step_of(length, written);
    for (const value::Duration& way : {step, -step}) {
        const value::Duration next = length + way;
        std::string words = next.to_text();
        const auto whole = [](const value::Duration& of, const value::Duration& unit) {
            return std::int64_t{unit.months != 0 ? of.months / unit.months : of.days + of.workdays};
        };
        const auto count = counted(written, whole(length, step));
        const bool is_single = count && count->unit == value::Number{1} &&
                               count->after.find_first_of("0123456789") == std::string::npos;
        if (is_single)
            words = number_words(*count, whole(next, step)) + count->after;
        out.push_back({next, words});
    }
    return out;
}

std::optional<Count> counted(std::string_view written, const value::Number& value) {
    Count count;
    std::string text = source::folded_words(written);
    for (const std::string_view head : {"百分之", "千分之", "万分之"}) {
        if (text.starts_with(head)) {
            count.before = head;
            text = text.substr(head.size());
        }
    }
    std::size_t length = digits_at(text);
    if (length > 0) {
        std::string digits = text.substr(0, length);
        digits.erase(std::remove(digits.begin(), digits.end(), ','), digits.end());
        const auto number = value::Number::parse_decimal(digits);
        if (!number)
            return std::nullopt;
        count.number = *number;
        const std::size_t point = digits.find('.');
        const auto decimals = point == std::string::npos ? 0 : static_cast<int>(digits.size() - point - 1);
        count.step = value::Number::power_of_ten(-decimals);
    } else if (const auto numeral = numeral_at(text)) {
        count.number = numeral->first;
        length = numeral->second;
        count.is_chinese = true;
    } else {
        return std::nullopt;
    }
    count.after = text.substr(length);
    count.unit = count.number.is_zero() ? unit_of(count.before + count.after) : value / count.number;
    return is_power_of_ten(count.unit) ? std::optional{count} : std::nullopt;
}

} // namespace

std::vector<Neighbour> neighbours(std::string_view written, const model::Scalar& value,
                                  const model::Type& type) {
    if (const auto* number = std::get_if<value::Number>(&value))
        return of_number(written, *number, type);
    if (const auto* length = std::get_if<value::Duration>(&value))
        return of_length(source::folded_words(written), *length);
    const auto* day = std::get_if<value::Date>(&value);
    if (day == nullptr)
        return {};
    const value::Date next{day->days + 1};
    const value::Date previous{day->days - 1};
    return {{next, next.to_chinese_text()}, {previous, previous.to_chinese_text()}};
}

std::vector<Neighbour> other_calendar(const model::Scalar& value) {
    const auto* length = std::get_if<value::Duration>(&value);
    if (length == nullptr || length->months != 0 || (length->days == 0 && length->workdays == 0))
        return {};
    const value::Duration other{0, length->workdays, length->days};
    return {{other, other.to_text()}};
}

value::Number step_of(std::string_view written, const value::Number& number, const model::Type& type) {
    const auto count = counted(written, number);
    return count ? count->step * count->unit : generic_step(number, type);
}

} // namespace tiaoli::suite
