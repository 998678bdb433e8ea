// Days, durations and calendar periods by the rules of the Civil Code (民法典 200–204).
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tiaoli::value {

/// A day of the proleptic Gregorian calendar, years 1 to 9999, held as days since 1970-01-01.
struct Date {
    std::int32_t days = 0;
    auto operator<=>(const Date&) const = default;

    /// Nothing when there is no such day (2023-02-29).
    static std::optional<Date> from_ymd(int year, int month, int day);
    int year() const;
    int month() const;
    int day() const;
    /// 1 = Monday … 7 = Sunday.
    int weekday() const;
    std::string to_text() const;         ///< "2023-03-01"
    std::string to_chinese_text() const; ///< "2023年3月1日"
};

/// A length of time: months and days, or working days (never mixed with the others).
struct Duration {
    std::int32_t months = 0; ///< years count twelve
    std::int32_t days = 0;
    std::int32_t workdays = 0;
    auto operator<=>(const Duration&) const = default; ///< for containers only, not an order of lengths
    std::string to_text() const; ///< "1年", "6个月", "5日", "10个工作日", "1年3个月2日"
};

Duration operator+(const Duration& a, const Duration& b);
Duration operator-(const Duration& a);

/// The day a period of `duration` from `date` ends: months first, on the corresponding day, else on the month's last
/// (民法典 202), then days; the first day does not count (201). No working days in `duration`. Nothing outside years 1–9999.
std::optional<Date> add(Date date, const Duration& duration);

/// The last anniversary of `from` that is not after `day`, where anniversaries are counted both ways from `from` (民法典 202 in a
/// year without the corresponding day: the month's last). Where none lies within years 1–9999, `from` itself.
Date anniversary(Date from, Date day);

/// A stretch of days, both ends included: a year, a quarter, a month, the last ten working days of one.
struct Period {
    Date first;
    Date last;
    auto operator<=>(const Period&) const = default;
    bool contains(Date date) const { return first <= date && date <= last; }
    std::string to_text() const; ///< "2025年", "2025年第1季度", "2025年3月", else "2025-03-18至2025-03-31"
};

Period year_of(Date date);
Period quarter_of(Date date);
Period month_of(Date date);
/// The period of the same kind just before (`year`, `quarter` or `month`); an irregular one gives the same number of days before.
Period previous(const Period& period);

} // namespace tiaoli::value
