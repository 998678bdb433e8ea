// Writes numbers, days and times as people read them in a spreadsheet, without what only binary fractions put there.
#include "cell_number.hpp"

#include "decimal.hpp"

#include <fmt/format.h>

#include <chrono>

namespace tiaoli::sheets {

namespace {

using Kind = NumberFormat::Kind;

constexpr std::int64_t last_serial = 2958465; // 9999-12-31
constexpr std::int64_t seconds_a_day = 86400;
// The 1900 system counts a day 1900-02-29 that never was.
constexpr std::int64_t serial_never = 60;

struct Moment {
    std::int64_t serial = 0;
    std::int64_t seconds = 0;
};

std::optional<Moment> moment_of(const Decimal& number, DayCount count) {
    const auto whole = number.whole(last_serial);
    if (!whole)
        return std::nullopt;
    constexpr std::int64_t billion = 1'000'000'000;
    Moment moment{*whole, (number.billionths() * seconds_a_day + billion / 2) / billion};
    if (moment.seconds == seconds_a_day)
        moment = {moment.serial + 1, 0};
    if (count == DayCount::From1904)
        moment.serial += 1462;
    return moment;
}

std::chrono::year_month_day day_of(std::int64_t serial) {
    using namespace std::chrono;
    const sys_days before_first =
        serial > serial_never ? sys_days(year(1899) / 12 / 30) : sys_days(year(1899) / 12 / 31);
    return year_month_day(before_first + days(serial));
}

std::string clock_text(std::int64_t seconds) {
    return fmt::format("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

std::string day_text(std::int64_t serial) {
    if (serial == serial_never)
        return "1900-02-29";
    const std::chrono::year_month_day day = day_of(serial);
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                       static_cast<unsigned>(day.day()));
}

/// As far as the format shows it: who sees 2023年3月 has not entered a day.
std::string moment_text(const Moment& moment, Kind kind) {
    const std::chrono::year_month_day day = day_of(moment.serial);
    const auto year = static_cast<int>(day.year());
    const auto month = static_cast<unsigned>(day.month());
    if (kind == Kind::Time)
        return clock_text(moment.seconds);
    if (kind == Kind::Year)
        return fmt::format("{}年", year);
    if (kind == Kind::Month)
        return fmt::format("{}年{}月", year, month);
    if (kind == Kind::MonthDay)
        return fmt::format("{}月{}日", month, static_cast<unsigned>(day.day()));
    const std::string date = day_text(moment.serial);
    return moment.seconds == 0 ? date : date + " " + clock_text(moment.seconds);
}

std::string padded(std::string digits, std::size_t least) {
    const std::size_t sign = digits.starts_with("-") ? 1 : 0;
    const std::size_t whole = digits.find('.') == std::string::npos ? digits.size() : digits.find('.');
    if (whole - sign < least)
        digits.insert(sign, least - (whole - sign), '0');
    return digits;
}

} // namespace

NumberText number_text(std::string_view written, const NumberFormat& format, DayCount count) {
    const auto read = Decimal::read(written);
    if (!read)
        return {std::string(written), Form::Text};
    const Decimal number = read->as_shown();
    switch (format.kind) {
    case Kind::Plain: {
        const std::string digits = padded(number.text(), format.least_digits);
        const bool dressed = !format.before.empty() || !format.behind.empty() || format.least_digits > 0;
        return {format.before + digits + format.behind, dressed ? Form::Text : Form::Number};
    }
    case Kind::Percent:
        return {number.times_power_of_ten(2).text() + "%", Form::Text};
    case Kind::Scaled:
        return {number.text(), Form::Scaled};
    case Kind::Day:
    case Kind::Moment:
    case Kind::Time:
    case Kind::Month:
    case Kind::Year:
    case Kind::MonthDay:
        break;
    }
    const auto moment = moment_of(number, count);
    return moment ? NumberText{moment_text(*moment, format.kind), Form::Text}
                  : NumberText{number.text(), Form::Number};
}

} // namespace tiaoli::sheets
