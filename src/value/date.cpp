// Days of the Gregorian calendar, and the Civil Code's way to add durations to them.
#include "tiaoli/value/date.hpp"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>

namespace tiaoli::value {

namespace {

namespace chrono = std::chrono;

constexpr int first_year = 1;
constexpr int last_year = 9999;

chrono::year_month_day parts(Date date) {
    return chrono::year_month_day(chrono::sys_days(chrono::days(date.days)));
}

Date from_parts(chrono::year_month_day day) {
    return Date{static_cast<std::int32_t>(chrono::sys_days(day).time_since_epoch().count())};
}

Date last_of_month(int year, int month) {
    return from_parts(chrono::year(year) / chrono::month(static_cast<unsigned>(month)) / chrono::last);
}

Date day_of(int year, int month, int day) { return *Date::from_ymd(year, month, day); }

bool is_year(const Period& period) { return period == year_of(period.first); }
bool is_quarter(const Period& period) { return period == quarter_of(period.first); }
bool is_month(const Period& period) { return period == month_of(period.first); }

} // namespace

std::optional<Date> Date::from_ymd(int year, int month, int day) {
    if (year < first_year || year > last_year || month < 1 || month > 12 || day < 1 || day > 31) {
        return std::nullopt;
    }
    const chrono::year_month_day date = chrono::year(year) / chrono::month(static_cast<unsigned>(month)) /
                                        chrono::day(static_cast<unsigned>(day));
    return date.ok() ? std::optional(from_parts(date)) : std::nullopt;
}

int Date::year() const { return static_cast<int>(parts(*this).year()); }
int Date::month() const { return static_cast<int>(static_cast<unsigned>(parts(*this).month())); }
int Date::day() const { return static_cast<int>(static_cast<unsigned>(parts(*this).day())); }
int Date::weekday() const {
    return static_cast<int>(chrono::weekday(chrono::sys_days(chrono::days(days))).iso_encoding());
}
std::string Date::to_text() const { return fmt::format("{:04}-{:02}-{:02}", year(), month(), day()); }
std::string Date::to_chinese_text() const { return fmt::format("{}年{}月{}日", year(), month(), day()); }

std::string Duration::to_text() const {
    std::string text;
    if (months / 12 != 0) {
        text += fmt::format("{}年", months / 12);
    }
    if (months % 12 != 0) {
        text += fmt::format("{}个月", months % 12);
    }
    if (workdays != 0) {
        text += fmt::format("{}个工作日", workdays);
    }
    if (days != 0 || text.empty()) {
        text += fmt::format("{}日", days);
    }
    return text;
}

Duration operator+(const Duration& a, const Duration& b) {
    return {a.months + b.months, a.days + b.days, a.workdays + b.workdays};
}
Duration operator-(const Duration& a) { return {-a.months, -a.days, -a.workdays}; }

std::optional<Date> add(Date date, const Duration& duration) {
    const std::int64_t month_index =
        static_cast<std::int64_t>(date.year()) * 12 + date.month() - 1 + duration.months;
    const std::int64_t year = month_index >= 0 ? month_index / 12 : -1;
    if (year < first_year || year > last_year) {
        return std::nullopt;
    }
    const int month = static_cast<int>(month_index % 12) + 1;
    const Date last = last_of_month(static_cast<int>(year), month);
    const Date moved = day_of(static_cast<int>(year), month, std::min(date.day(), last.day()));
    const std::int64_t days = static_cast<std::int64_t>(moved.days) + duration.days;
    if (days < day_of(first_year, 1, 1).days || days > day_of(last_year, 12, 31).days) {
        return std::nullopt;
    }
    return Date{static_cast<std::int32_t>(days)};
}

Date anniversary(Date from, Date day) {
    int years = day.year() - from.year();
    std::optional<Date> found = add(from, {years * 12});
    if (found && *found > day) {
        found = add(from, {--years * 12});
    }
    return found.value_or(from);
}

std::string Period::to_text() const {
    if (is_year(*this)) {
        return fmt::format("{}年", first.year());
    }
    if (is_quarter(*this)) {
        return fmt::format("{}年第{}季度", first.year(), (first.month() + 2) / 3);
    }
    if (is_month(*this)) {
        return fmt::format("{}年{}月", first.year(), first.month());
    }
    return fmt::format("{}至{}", first.to_text(), last.to_text());
}

Period year_of(Date date) { return {day_of(date.year(), 1, 1), day_of(date.year(), 12, 31)}; }

Period quarter_of(Date date) {
    const int month = (date.month() - 1) / 3 * 3 + 1;
    return {day_of(date.year(), month, 1), last_of_month(date.year(), month + 2)};
}

Period month_of(Date date) {
    return {day_of(date.year(), date.month(), 1), last_of_month(date.year(), date.month())};
}

Period previous(const Period& period) {
    const Date before{period.first.days - 1};
    if (before < day_of(first_year, 1, 1)) {
        return period; // nothing lies before the first year
    }
    if (is_year(period)) {
        return year_of(before);
    }
    if (is_quarter(period)) {
        return quarter_of(before);
    }
    if (is_month(period)) {
        return month_of(before);
    }
    return {Date{before.days - (period.last.days - period.first.days)}, before};
}

} // namespace tiaoli::value
