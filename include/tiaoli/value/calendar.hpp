// Working days: weekends, statutory holidays and make-up working days from a published calendar; a year that is missing is never guessed.
#pragma once

#include "tiaoli/value/date.hpp"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace tiaoli::value {

/// A year that the calendar does not cover (日历未发布).
struct UncoveredYear {
    int year = 0;
};

template <class T> using CalendarResult = std::variant<T, UncoveredYear>;

/// What is wrong with a line of a calendar file (1-based).
struct CalendarMistake {
    std::uint32_t line = 0;
    std::string text;
};

/// Holidays and make-up working days. A year is covered when the file lists at least five rest days
/// of it (a few days at its end may belong to the next year's holidays).
class Calendar {
  public:
    /// Reads CSV with the columns 日期,休班,名称 (休 = rest, 班 = working). Mistakes are listed; the good lines are taken.
    static Calendar parse(std::string_view csv, std::vector<CalendarMistake>& mistakes);

    bool covers(int year) const;
    CalendarResult<bool> is_workday(Date date) const;
    /// `date` itself when it is a working day, else the next one (民法典 203; 顺延).
    CalendarResult<Date> roll_forward(Date date) const;
    /// The n-th working day after `date` (n ≥ 0; the day itself does not count; 0 gives `date`); before it for n < 0.
    CalendarResult<Date> add_workdays(Date date, int count) const;
    /// Working days in (from, to]: the first day does not count. Negative when to < from.
    CalendarResult<int> workdays_between(Date from, Date to) const;
    /// The last `count` (> 0) working days of a period, as the period from the first of them to the last.
    CalendarResult<Period> last_workdays(const Period& period, int count) const;
    CalendarResult<Period> first_workdays(const Period& period, int count) const;

  private:
    std::map<Date, bool> exceptions_; ///< day → is it a working day
    std::set<int> years_;
};

} // namespace tiaoli::value
