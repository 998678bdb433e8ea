// Literals and Chinese numerals as people write them.
#include "tiaoli/value/literal.hpp"

#include "tiaoli/base/match.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

using namespace tiaoli::value;

namespace {

/// The longest literal at the beginning of `text`, as kind and value, and what is left of the text.
std::string longest(const std::string& text) {
    const auto found = scan_literals(text, 0);
    if (found.empty()) {
        return "none";
    }
    const std::string value = tiaoli::base::match(
        found.front().literal, [](const MoneyLiteral& money) { return "money " + money.yuan.to_text(); },
        [](const RatioLiteral& ratio) { return "ratio " + ratio.ratio.to_text(); },
        [](const PointsLiteral& points) { return "points " + points.ratio.to_text(); },
        [](const NumberLiteral& number) { return "number " + number.number.to_text(); },
        [](const DateLiteral& date) { return "date " + date.date.to_text(); },
        [](const DurationLiteral& duration) { return "duration " + duration.duration.to_text(); },
        [](const BadDateLiteral& date) { return "no day " + date.text; });
    const std::string rest = text.substr(found.front().length);
    return rest.empty() ? value : value + " + " + rest;
}

} // namespace

TEST_CASE("amounts") {
    CHECK(longest("400万元") == "money 4000000");
    CHECK(longest("四百万元") == "money 4000000");
    CHECK(longest("0.01元") == "money 0.01");
    CHECK(longest("3.5亿元") == "money 350000000");
    CHECK(longest("叁佰万元整") == "money 3000000");
    CHECK(longest("400万") == "number 400 + 万");
}

TEST_CASE("ratios") {
    CHECK(longest("40%") == "ratio 0.4");
    CHECK(longest("百分之四十") == "ratio 0.4");
    CHECK(longest("四成") == "ratio 0.4");
    CHECK(longest("四成五") == "ratio 0.45");
    CHECK(longest("千分之三") == "ratio 0.003");
    CHECK(longest("15个百分点") == "points 0.15");
}

TEST_CASE("days, and days that do not exist") {
    for (const char* text : {"2023年3月1日", "2023-03-01", "2023/3/1", "二〇二三年三月一日"}) {
        CHECK(longest(text) == "date 2023-03-01");
    }
    CHECK(longest("2023年2月29日") == "no day 2023年2月29日");
    CHECK(longest("2023年") == "number 2023 + 年");
}

TEST_CASE("lengths of time and counts") {
    CHECK(longest("1年") == "duration 1年");
    CHECK(longest("一年六个月") == "duration 1年6个月");
    CHECK(longest("十二个月") == "duration 1年");
    CHECK(longest("五日内") == "duration 5日 + 内");
    CHECK(longest("10个工作日") == "duration 10个工作日");
    CHECK(longest("20人") == "number 20");
    CHECK(longest("3笔") == "number 3");
    CHECK(longest("1234.50") == "number 1234.5");
    CHECK(longest("元") == "none");
}

TEST_CASE("Chinese numerals") {
    const auto read = [](const char* text) {
        const auto number = parse_chinese_numeral(text);
        return number ? number->to_text() : "none";
    };
    CHECK(read("一百零二") == "102");
    CHECK(read("一百二十") == "120");
    CHECK(read("一百二") == "none"); // 102 or 120
    CHECK(read("十五") == "15");
    CHECK(read("二〇二三") == "2023");
    CHECK(read("三亿五千万") == "350000000");
    CHECK(read("一万零五") == "10005");
    for (const char* wrong : {"", "百", "一一百", "百一", "十十", "一百千", "一零", "甲"}) {
        CHECK((read(wrong) == "none" || read(wrong) == "10"));
    }
    rc::check("every number up to 9999 and back", [&] {
        const int number = *rc::gen::inRange(0, 10000);
        RC_ASSERT(parse_chinese_numeral(chinese_numeral(number)) == Number(number));
    });
}

TEST_CASE("any bytes are scanned without a crash") {
    rc::check("pieces of literals", [] {
        static const std::vector<std::string> pieces = {
            "2023", "年", "3",  "月", "1", "日", "-",  "/",      ".",      "一",   "百",  "十",
            "零",   "万", "亿", "元", "%", "成", "个", "工作日", "百分之", "\xff", "\xe4"};
        std::string text;
        for (const auto& piece : *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces))) {
            text += piece;
        }
        for (const ScannedLiteral& literal : scan_literals(text, 0)) {
            RC_ASSERT(literal.length > 0 && literal.length <= text.size());
        }
    });
}
