// Working days by the published calendar.
#include "tiaoli/value/calendar.hpp"

#include <charconv>

namespace tiaoli::value {

namespace {

std::string_view next_cell(std::string_view& line) {
    const std::size_t comma = line.find(',');
    const std::string_view cell = line.substr(0, comma);
    line = comma == std::string_view::npos ? std::string_view() : line.substr(comma + 1);
    return cell;
}

std::optional<int> number(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

std::optional<Date> iso_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return std::nullopt;
    }
    const auto year = number(text.substr(0, 4));
    const auto month = number(text.substr(5, 2));
    const auto day = number(text.substr(8, 2));
    return year && month && day ? Date::from_ymd(*year, *month, *day) : std::nullopt;
}

/// A year's holidays may begin on the last days of the year before: those few days alone do not publish that year.
constexpr int rest_days_of_a_published_year = 5;

bool is_weekend(Date date) { return date.weekday() >= 6; }

} // namespace

Calendar Calendar::parse(std::string_view csv, std::vector<CalendarMistake>& mistakes) {
    Calendar calendar;
    std::map<int, int> rest_days;
    if (csv.starts_with("\xEF\xBB\xBF")) {
        csv.remove_prefix(3);
    }
    for (std::uint32_t number = 1; !csv.empty(); ++number) {
        const std::size_t stop = csv.find('\n');
        std::string_view line = csv.substr(0, stop);
        csv = stop == std::string_view::npos ? std::string_view() : csv.substr(stop + 1);
        if (line.ends_with('\r')) {
            line.remove_suffix(1);
        }
        if (line.empty() || (number == 1 && line.starts_with("日期"))) {
            continue;
        }
        const std::string whole(line);
        const std::optional<Date> date = iso_date(next_cell(line));
        const std::string_view kind = next_cell(line);
        if (!date || (kind != "休" && kind != "班")) {
            mistakes.push_back({number, whole});
            continue;
        }
        calendar.exceptions_[*date] = kind == "班";
        rest_days[date->year()] += kind == "休" ? 1 : 0;
    }
    for (const auto& [year, count] : rest_days) {
        if (count >= rest_days_of_a_published_year) {
            calendar.years_.insert(year);
        }
    }
    return calendar;
}

bool Calendar::covers(int year) const { return years_.contains(year); }

CalendarResult<bool> Calendar::is_workday(Date date) const {
    if (!covers(date.year())) {
        return UncoveredYear{date.year()};
    }
    const auto exception = exceptions_.find(date);
    return exception != exceptions_.end() ? exception->second : !is_weekend(date);
}

CalendarResult<Date> Calendar::roll_forward(Date date) const {
    for (;; ++date.days) {
        const CalendarResult<bool> workday = is_workday(date);
        if (const auto* year = std::get_if<UncoveredYear>(&workday)) {
            return *year;
        }
        if (std::get<bool>(workday)) {
            return date;
        }
    }
}

CalendarResult<Date> Calendar::add_workdays(Date date, int count) const {
    const int step = count < 0 ? -1 : 1;
    while (count != 0) {
        date.days += step;
        const CalendarResult<bool> workday = is_workday(date);
        if (const auto* year = std::get_if<UncoveredYear>(&workday)) {
            return *year;
        }
        count -= std::get<bool>(workday) ? step : 0;
    }
    return date;
}

CalendarResult<int> Calendar::workdays_between(Date from, Date to) const {
    const bool backwards = to < from;
    if (backwards) {
        std::swap(from, to);
    }
    int count = 0;
    while (from < to) {
        ++from.days;
        const CalendarResult<bool> workday = is_workday(from);
        if (const auto* year = std::get_if<UncoveredYear>(&workday)) {
            return *year;
        }
        count += std::get<bool>(workday) ? 1 : 0;
    }
    return backwards ? -count : count;
}

CalendarResult<Period> Calendar::last_workdays(const Period& period, int count) const {
    const CalendarResult<Date> first = add_workdays(Date{period.last.days + 1}, -count);
    const CalendarResult<Date> last = add_workdays(Date{period.last.days + 1}, -1);
    if (const auto* year = std::get_if<UncoveredYear>(&first)) {
        return *year;
    }
    return Period{std::get<Date>(first), std::get<Date>(last)};
}

CalendarResult<Period> Calendar::first_workdays(const Period& period, int count) const {
    const CalendarResult<Date> last = add_workdays(Date{period.first.days - 1}, count);
    const CalendarResult<Date> first = add_workdays(Date{period.first.days - 1}, 1);
    if (const auto* year = std::get_if<UncoveredYear>(&last)) {
        return *year;
    }
    return Period{std::get<Date>(first), std::get<Date>(last)};
}

} // namespace tiaoli::value
