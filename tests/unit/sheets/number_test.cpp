// Numbers of workbooks: as people read them, whatever binary fraction a program has left in the file.
#include "cell_number.hpp"
#include "decimal.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

using namespace tiaoli::sheets;

namespace {

std::string shown(const std::string& written, const std::string& code = "General",
                  DayCount days = DayCount::From1900) {
    return number_text(written, format_of_code(code), days).text;
}

std::string built_in(const std::string& written, std::uint32_t id) {
    return number_text(written, built_in_format(id), DayCount::From1900).text;
}

Form form(const std::string& written, const std::string& code) {
    return number_text(written, format_of_code(code), DayCount::From1900).form;
}

} // namespace

TEST_CASE("a number is read with the fifteen digits that are shown") {
    CHECK(shown("0.10000000000000001") == "0.1");
    CHECK(shown("493827.15999999997") == "493827.16");
    CHECK(shown("0.30000000000000004") == "0.3");
    CHECK(shown("0.28999999999999998") == "0.29");
    CHECK(shown("2.9999999999999999E-2") == "0.03");
    CHECK(shown("999999999999999.9") == "1000000000000000");
    CHECK(shown("9.1210231234567002E+17") == "912102312345670000");
    CHECK(shown("-1.5E-3") == "-0.0015");
    CHECK(shown("3E+06") == "3000000");
    CHECK(shown("0") == "0");
    CHECK(shown("-0.0") == "0");
    CHECK(shown("1E+300") == "1E+300");
    CHECK(shown("1.25E-300") == "1.25E-300");
    CHECK(shown("abc") == "abc");
    CHECK(shown("1E+9999") == "1E+9999");
}

TEST_CASE("what is written with fifteen digits at most comes back as it is") {
    CHECK(rc::check([] {
        const auto whole = *rc::gen::inRange<std::int64_t>(0, 10'000'000'000'000);
        const auto hundredths = *rc::gen::inRange(1, 100);
        const std::string parts = std::to_string(hundredths);
        std::string text = std::to_string(whole) + "." + (parts.size() < 2 ? "0" + parts : parts);
        while (text.back() == '0')
            text.pop_back();
        RC_ASSERT(Decimal::read(text)->as_shown().text() == text);
        RC_ASSERT(Decimal::read(text)->times_power_of_ten(2).times_power_of_ten(-2).text() == text);
    }));
}

TEST_CASE("percentages, units and signs of number formats") {
    CHECK(shown("0.4", "0%") == "40%");
    CHECK(shown("0.40500000000000003", "0%") == "40.5%");
    CHECK(built_in("0.4", 9) == "40%");
    CHECK(built_in("0.4", 10) == "40%");
    CHECK(shown("300", "0\"万元\"") == "300万元");
    CHECK(shown("40", "0\"%\"") == "40%");
    CHECK(shown("300", "#,##0.00_);(#,##0.00)") == "300");
    CHECK(shown("300", "\"￥\"#,##0.00") == "300");
    CHECK(shown("300", "[$￥-804]#,##0.00") == "300");
    CHECK(shown("300", "[$US$-409]#,##0.00") == "US$300");
    CHECK(shown("300", "\\$#,##0") == "$300");
    CHECK(shown("7", "\"DK\"0000") == "DK0007");
    CHECK(shown("123", "000000") == "000123");
    CHECK(form("123", "000000") == Form::Text);
    CHECK(form("123", "0.00") == Form::Number);
    CHECK(form("3000000", "#,##0.00,") == Form::Scaled);
    CHECK(form("3000000", "0!.0,\"万元\"") == Form::Scaled);
    CHECK(shown("300", "G/通用格式\"元\"") == "300元");
    CHECK(shown("1.5", "0.00E+00") == "1.5");
}

TEST_CASE("days, as far as the format shows them") {
    for (const char* code :
         {"yyyy-mm-dd", "yyyy/m/d;@", "yyyy\"年\"m\"月\"d\"日\"", "[$-804]yyyy\"年\"m\"月\"d\"日\";@",
          "m/d/yy", "[$-F800]dddd, mmmm dd, yyyy", "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\""})
        CHECK(shown("44986", code) == "2023-03-01");
    CHECK(shown("43524", "yyyy-mm-dd", DayCount::From1904) == "2023-03-01");
    CHECK(shown("44986.5", "yyyy-mm-dd hh:mm") == "2023-03-01 12:00:00");
    CHECK(shown("44985.999999999", "yyyy-mm-dd hh:mm:ss") == "2023-03-01");
    CHECK(shown("44986", "yyyy\"年\"m\"月\"") == "2023年3月");
    CHECK(shown("44986", "yyyy") == "2023年");
    CHECK(shown("44986", "m\"月\"d\"日\"") == "3月1日");
    CHECK(shown("0.75", "h:mm") == "18:00:00");
    CHECK(shown("1", "yyyy-mm-dd") == "1900-01-01");
    CHECK(shown("59", "yyyy-mm-dd") == "1900-02-28");
    CHECK(shown("60", "yyyy-mm-dd") == "1900-02-29");
    CHECK(shown("61", "yyyy-mm-dd") == "1900-03-01");
    CHECK(shown("2958465", "yyyy-mm-dd") == "9999-12-31");
    CHECK(shown("2958466", "yyyy-mm-dd") == "2958466");
    CHECK(shown("-1", "yyyy-mm-dd") == "-1");
    CHECK(built_in("44986", 14) == "2023-03-01");
    CHECK(built_in("44986", 31) == "2023-03-01");
    CHECK(built_in("44986", 57) == "2023年3月");
    CHECK(built_in("44986", 58) == "3月1日");
    CHECK(built_in("44986", 22) == "2023-03-01");
    CHECK(built_in("44986", 0) == "44986");
}
