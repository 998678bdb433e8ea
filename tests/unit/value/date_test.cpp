// Days, durations, periods and working days.
#include "tiaoli/value/calendar.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <rapidcheck.h>
#include <sstream>

using namespace tiaoli::value;

namespace {

Date day(int year, int month, int number) { return *Date::from_ymd(year, month, number); }

Calendar published() {
    std::ostringstream text;
    text << std::ifstream(std::string(TIAOLI_REPOSITORY) + "/policies/dalian-ip-pledge/china-holidays.csv")
                .rdbuf();
    std::vector<CalendarMistake> mistakes;
    const Calendar calendar = Calendar::parse(text.str(), mistakes);
    CHECK(mistakes.empty());
    return calendar;
}

} // namespace

TEST_CASE(
    "a period of months or years ends on the corresponding day, else on the month's last (Civil Code 202)") {
    CHECK(add(day(2024, 2, 29), {12, 0, 0}) == day(2025, 2, 28));
    CHECK(add(day(2025, 1, 31), {1, 0, 0}) == day(2025, 2, 28));
    CHECK(add(day(2025, 1, 31), Duration{1, 0, 0} + Duration{1, 0, 0}) == day(2025, 3, 31));
    CHECK(add(day(2025, 3, 1), {12, 0, 0}) == day(2026, 3, 1));
    CHECK(add(day(2025, 6, 11), {0, 5, 0}) == day(2025, 6, 16));
    CHECK_FALSE(add(day(9999, 12, 31), {0, 1, 0}));
    CHECK_FALSE(add(day(1, 1, 1), {-1, 0, 0}));
    CHECK_FALSE(Date::from_ymd(2023, 2, 29));
}

TEST_CASE("days keep their parts, and durations in days go back and forth") {
    rc::check("any day of the calendar", [] {
        const Date date{*rc::gen::inRange(day(2, 1, 1).days, day(9998, 1, 1).days)};
        RC_ASSERT(Date::from_ymd(date.year(), date.month(), date.day()) == date);
        const int length = *rc::gen::inRange(-300, 300);
        RC_ASSERT(add(*add(date, {0, length, 0}), {0, -length, 0}) == date);
        const int months = *rc::gen::inRange(0, 11);
        RC_ASSERT(*add(date, {months, 0, 0}) <= *add(date, {months + 1, 0, 0}));
        RC_ASSERT(year_of(date).contains(date));
        RC_ASSERT(quarter_of(date).contains(date));
        RC_ASSERT(previous(quarter_of(date)).last.days == quarter_of(date).first.days - 1);
        RC_ASSERT(previous(month_of(date)).last.days == month_of(date).first.days - 1);
    });
}

TEST_CASE("periods and durations in words") {
    CHECK(year_of(day(2025, 3, 1)).to_text() == "2025年");
    CHECK(quarter_of(day(2025, 5, 1)).to_text() == "2025年第2季度");
    CHECK(month_of(day(2025, 5, 1)).to_text() == "2025年5月");
    CHECK(Period{day(2025, 3, 18), day(2025, 3, 31)}.to_text() == "2025-03-18至2025-03-31");
    CHECK(Duration{15, 2, 0}.to_text() == "1年3个月2日");
    CHECK(Duration{0, 0, 10}.to_text() == "10个工作日");
    CHECK(day(2023, 3, 1).to_chinese_text() == "2023年3月1日");
}

TEST_CASE("the last anniversary of a day counts from that day, both ways") {
    CHECK(anniversary(day(2022, 12, 1), day(2025, 11, 30)) == day(2024, 12, 1));
    CHECK(anniversary(day(2022, 12, 1), day(2025, 12, 1)) == day(2025, 12, 1));
    CHECK(anniversary(day(2024, 2, 29), day(2025, 2, 28)) == day(2025, 2, 28));
    CHECK(anniversary(day(2025, 3, 1), day(2025, 2, 1)) == day(2024, 3, 1));
    rc::check("a year of anniversaries holds the day", [] {
        const Date from{*rc::gen::inRange(day(1990, 1, 1).days, day(2050, 1, 1).days)};
        const Date at{*rc::gen::inRange(day(1990, 1, 1).days, day(2050, 1, 1).days)};
        const Date found = anniversary(from, at);
        RC_ASSERT(found <= at);
        RC_ASSERT(*add(from, {(found.year() - from.year()) * 12}) == found);
        RC_ASSERT(*add(from, {(found.year() - from.year() + 1) * 12}) > at);
    });
}

TEST_CASE("working days follow the published calendar, with make-up days") {
    const Calendar calendar = published();
    const auto workdays_of = [&](int year) {
        return std::get<int>(calendar.workdays_between(day(year - 1, 12, 31), day(year, 12, 31)));
    };
    CHECK(workdays_of(2023) == 249);
    CHECK(workdays_of(2024) == 251);
    CHECK(workdays_of(2025) == 248);
    CHECK(workdays_of(2026) == 248);
    CHECK(std::get<Date>(calendar.roll_forward(day(2025, 5, 1))) == day(2025, 5, 6));
    CHECK(std::get<Date>(calendar.roll_forward(day(2025, 6, 15))) == day(2025, 6, 16));
    CHECK(std::get<bool>(calendar.is_workday(day(2025, 9, 28)))); // a Sunday made up
    const Period last = std::get<Period>(calendar.last_workdays(quarter_of(day(2025, 9, 1)), 10));
    CHECK(last == Period{day(2025, 9, 18), day(2025, 9, 30)});
}

TEST_CASE("a year that is not published is never guessed") {
    const Calendar calendar = published();
    CHECK_FALSE(calendar.covers(2027));
    CHECK_FALSE(calendar.covers(2018)); // its last days belong to the holidays of 2019
    CHECK(std::get<UncoveredYear>(calendar.is_workday(day(2027, 3, 1))).year == 2027);
    CHECK(std::holds_alternative<UncoveredYear>(calendar.add_workdays(day(2026, 12, 30), 5)));
}

TEST_CASE("counting working days there and back") {
    const Calendar calendar = published();
    rc::check("add and count", [&] {
        const Date from{*rc::gen::inRange(day(2023, 3, 1).days, day(2025, 10, 1).days)};
        const int count = *rc::gen::inRange(0, 40);
        const Date to = std::get<Date>(calendar.add_workdays(from, count));
        RC_ASSERT(std::get<int>(calendar.workdays_between(from, to)) == count);
        RC_ASSERT(std::get<int>(calendar.workdays_between(to, from)) == -count);
    });
}

TEST_CASE("a calendar's bad lines are listed and the good ones taken") {
    std::vector<CalendarMistake> mistakes;
    Calendar::parse(
        "日期,休班,名称\r\n2025-02-30,休,无此日\r\n2025-10-01,歇,国庆节\r\n2025-10-02,休,国庆节\r\n",
        mistakes);
    REQUIRE(mistakes.size() == 2);
    CHECK(mistakes[0].line == 2);
    CHECK(mistakes[1].line == 3);
}
