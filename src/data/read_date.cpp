// Dates, calendar periods and lengths of time, as people write them in tables.
#include "cell_text.hpp"
#include "cell_value.hpp"
#include "numeral.hpp"

#include "tiaoli/base/match.hpp"
#include "tiaoli/value/literal.hpp"

#include <array>

namespace tiaoli::data {

namespace {

using value::Date;
using value::Number;

// Serial 1 is 1900-01-01 in the 1900 date system, which counts a day 1900-02-29 that never was: from March 1900 on,
// serial n is n days after 1899-12-30. Serials 20000 to 80000 are the years 1954 to 2119.
constexpr std::int32_t first_serial = 20000;
constexpr std::int32_t last_serial = 80000;

std::optional<int> read_part(std::string_view text) {
    const auto number = all_digits(text) ? Number::parse_decimal(text) : value::parse_chinese_numeral(text);
    const auto whole = number ? number->to_int64() : std::nullopt;
    return whole && *whole <= 9999 ? std::optional<int>(static_cast<int>(*whole)) : std::nullopt;
}

struct Parts {
    std::optional<int> year;
    std::optional<int> month;
    std::optional<int> day;
    bool without_day = false;
};

bool is_year(std::string_view text) {
    return (text.size() == 4 && all_digits(text)) || (text.size() == 12 && !is_digit(text.front()));
}

/// Splits at `first` and `second`; a day may lack. The year needs four digits.
std::optional<Parts> split(std::string_view text, std::string_view first, std::string_view second,
                           std::string_view last) {
    const std::size_t year_end = text.find(first);
    if (year_end == std::string_view::npos || !is_year(text.substr(0, year_end)))
        return std::nullopt;
    Parts parts{read_part(text.substr(0, year_end)), {}, {}, false};
    std::string_view rest = text.substr(year_end + first.size());
    const std::size_t month_end = rest.find(second);
    parts.month = read_part(rest.substr(0, month_end));
    rest = month_end == std::string_view::npos ? std::string_view{} : rest.substr(month_end + second.size());
    if (!last.empty() && !take_ending(rest, last))
        take_ending(rest, "号");
    parts.without_day = rest.empty();
    parts.day = read_part(rest);
    return parts;
}

std::optional<Parts> parts_of(std::string_view text) {
    if (text.size() == 8 && all_digits(text))
        return Parts{read_part(text.substr(0, 4)), read_part(text.substr(4, 2)), read_part(text.substr(6)),
                     false};
    if (const auto chinese = split(text, "年", "月", "日"))
        return chinese;
    for (const std::string_view separator : {"-", "/", "."}) {
        if (const auto parts = split(text, separator, separator, {}))
            return parts;
    }
    return std::nullopt;
}

/// Spreadsheets write a date without time as midnight.
std::string_view without_midnight(std::string_view text) {
    for (const std::string_view midnight : {" 00:00:00", " 0:00:00", " 00:00", " 0:00", "T00:00:00"}) {
        if (take_ending(text, midnight))
            break;
    }
    return text;
}

/// Blanks beside 年 月 日 mean nothing.
std::string without_blanks(std::string_view text) {
    std::string out;
    for (char byte : text) {
        if (byte != ' ')
            out += byte;
    }
    return out;
}

std::optional<value::Period> quarter(int year, std::string_view text) {
    take_beginning(text, "第");
    const auto number = read_part(text);
    if (!number || *number < 1 || *number > 4)
        return std::nullopt;
    const auto date = Date::from_ymd(year, *number * 3, 1);
    return date ? std::optional<value::Period>(value::quarter_of(*date)) : std::nullopt;
}

std::optional<value::Period> period_in_year(int year, std::string_view rest) {
    const auto january = Date::from_ymd(year, 1, 1);
    if (!january)
        return std::nullopt;
    if (rest.empty())
        return value::year_of(*january);
    if (take_ending(rest, "季度") || take_ending(rest, "季"))
        return quarter(year, rest);
    if (!take_ending(rest, "月"))
        return std::nullopt;
    const auto month = read_part(rest);
    const auto date = month ? Date::from_ymd(year, *month, 1) : std::nullopt;
    return date ? std::optional<value::Period>(value::month_of(*date)) : std::nullopt;
}

} // namespace

bool is_open_ended(std::string_view text) {
    return text.starts_with("长期") || text.starts_with("无固定") || text == "永久";
}

bool is_serial_date(std::string_view text) {
    if (text.size() != 5 || !all_digits(text))
        return false;
    const int serial = std::stoi(std::string(text));
    return serial >= first_serial && serial <= last_serial;
}

Reading<Date> read_date(std::string_view text) {
    const std::string written(text);
    if (is_serial_date(text))
        return Date{Date::from_ymd(1899, 12, 30)->days + std::stoi(written)};
    const std::string kept = without_blanks(without_midnight(text));
    if (is_open_ended(kept))
        return Mistake{diag::Message::DateOpenEnded, {written}};
    const auto parts = parts_of(kept);
    if (!parts || !parts->year || !parts->month)
        return Mistake{diag::Message::DateBad, {written}};
    if (parts->without_day)
        return Mistake{diag::Message::DateWithoutDay, {written}};
    if (!parts->day)
        return Mistake{diag::Message::DateBad, {written}};
    const auto date = Date::from_ymd(*parts->year, *parts->month, *parts->day);
    if (!date)
        return Mistake{diag::Message::DateAbsent, {written}};
    return *date;
}

Reading<value::Period> read_period(std::string_view text) {
    const std::string kept = without_blanks(text);
    const std::string_view rest = kept;
    constexpr std::string_view word = "年";
    const std::size_t end = rest.find(word);
    const std::string_view year_text = rest.substr(0, end);
    if (end != std::string_view::npos && is_year(year_text)) {
        const auto year = read_part(year_text);
        const auto period = year ? period_in_year(*year, rest.substr(end + word.size())) : std::nullopt;
        if (period)
            return *period;
    }
    return Mistake{diag::Message::PeriodBad, {std::string(text)}};
}

Reading<value::Duration> read_duration(std::string_view text) {
    const std::string kept = without_blanks(text);
    for (const value::ScannedLiteral& scanned : value::scan_literals(kept, 0)) {
        const auto* literal = std::get_if<value::DurationLiteral>(&scanned.literal);
        if (literal != nullptr && scanned.length == kept.size())
            return literal->duration;
    }
    return Mistake{diag::Message::DurationBad, {std::string(text)}};
}

} // namespace tiaoli::data
