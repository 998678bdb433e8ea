// The neighbours of numbers, lengths of time and days, in their own units.
#include "literal_steps.hpp"

#include <catch2/catch.hpp>

namespace suite = tiaoli::suite;
namespace model = tiaoli::model;
namespace value = tiaoli::value;

namespace {

std::string words(const std::vector<suite::Neighbour>& neighbours) {
    std::string out;
    for (const suite::Neighbour& each : neighbours)
        out += (out.empty() ? "" : " ") + each.words;
    return out;
}

std::string of_number(std::string_view written, const value::Number& number, model::TypeKind kind) {
    return words(suite::neighbours(written, number, {kind}));
}

std::string of_length(std::string_view written, const value::Duration& length) {
    return words(suite::neighbours(written, length, {model::TypeKind::Duration}));
}

} // namespace

TEST_CASE("a number steps by one of its last digit, in the unit it is written in") {
    const auto percent = [](std::int64_t parts) { return value::Number::fraction(parts, 1000); };
    CHECK(of_number("40%", percent(400), model::TypeKind::Ratio) == "41% 39%");
    CHECK(of_number("20.5%", percent(205), model::TypeKind::Ratio) == "20.6% 20.4%");
    CHECK(of_number("0%", 0, model::TypeKind::Ratio) == "1% -1%");
    CHECK(of_number("百分之四十", percent(400), model::TypeKind::Ratio) == "百分之四十一 百分之三十九");
    CHECK(of_number("400万元", 4000000, model::TypeKind::Money) == "401万元 399万元");
    CHECK(of_number("四百万元", 4000000, model::TypeKind::Money) == "四百零一万元 三百九十九万元");
    CHECK(of_number("0元", 0, model::TypeKind::Money) == "1元 -1元");
    CHECK(of_number("20人", 20, model::TypeKind::Integer) == "21人 19人");
}

TEST_CASE("a bare number of a table steps in the unit of its column") {
    const auto next = suite::neighbours("40000", value::Number{400000000}, {model::TypeKind::Money});
    REQUIRE(next.size() == 2);
    CHECK(next[0].words == "40001");
    CHECK(next[0].value == model::Scalar{value::Number{400010000}});
}

TEST_CASE("lengths and days step by one of their own unit") {
    CHECK(of_length("五日", {0, 5, 0}) == "六日 四日");
    CHECK(of_length("10个工作日", {0, 0, 10}) == "11个工作日 9个工作日");
    CHECK(of_length("一年", {12, 0, 0}) == "二年 零年");
    CHECK(of_length("6个月", {6, 0, 0}) == "7个月 5个月");
    const auto day = suite::neighbours({}, *value::Date::from_ymd(2023, 3, 1), {model::TypeKind::Date});
    CHECK(words(day) == "2023年3月2日 2023年2月28日");
}

TEST_CASE("days become working days, and the other way round") {
    CHECK(words(suite::other_calendar(value::Duration{0, 5, 0})) == "5个工作日");
    CHECK(words(suite::other_calendar(value::Duration{0, 0, 10})) == "10日");
    CHECK(suite::other_calendar(value::Duration{12, 0, 0}).empty());
}
