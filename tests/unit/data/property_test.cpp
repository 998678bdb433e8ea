// What must hold for any values and any order of rows.
#include "case_text.hpp"

#include "cell_text.hpp"
#include "cell_value.hpp"

#include "tiaoli/value/literal.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <set>

using namespace tiaoli;

namespace {

value::Number fen(std::int64_t count) { return value::Number::fraction(count, 100); }

std::string with_commas(const std::string& digits) {
    std::string out = digits;
    const std::size_t point = out.find('.');
    const std::size_t first = out.starts_with("-") ? 1 : 0;
    for (std::size_t at = point == std::string::npos ? out.size() : point; at > first + 3; at -= 3)
        out.insert(at - 3, ",");
    return out;
}

std::string sorted_lines(const std::string& text) {
    std::multiset<std::string> lines;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = text.find('\n', at);
        lines.insert(text.substr(at, end - at));
        at = end + 1;
    }
    std::string out;
    for (const std::string& line : lines)
        out += line + "\n";
    return out;
}

} // namespace

TEST_CASE("amounts of money survive every way of writing them") {
    CHECK(rc::check([] {
        const auto amount = fen(*rc::gen::arbitrary<std::int64_t>());
        const std::string plain = value::money_plain(amount);
        for (const std::string& text : {plain, with_commas(plain), "￥" + plain, plain + "元"}) {
            const auto read = data::read_money(text, {});
            RC_ASSERT(std::holds_alternative<value::Number>(read));
            RC_ASSERT(std::get<value::Number>(read) == amount);
        }
        const auto in_ten_thousands = (amount / value::Number(10000)).to_text();
        const auto read = data::read_money(in_ten_thousands + "万元", {});
        RC_ASSERT(std::get<value::Number>(read) == amount);
    }));
}

TEST_CASE("ratios and dates survive every way of writing them") {
    CHECK(rc::check([] {
        const auto ratio = value::Number::fraction(*rc::gen::inRange(-1000000, 1000000), 10000);
        const auto read = data::read_ratio((ratio * value::Number(100)).to_text() + "%", {});
        RC_ASSERT(std::get<value::Number>(read) == ratio);
    }));
    CHECK(rc::check([] {
        const value::Date date{*rc::gen::inRange(-100000, 100000)};
        const std::string iso = date.to_text();
        std::string packed = iso;
        packed.erase(std::remove(packed.begin(), packed.end(), '-'), packed.end());
        for (const std::string& text : {iso, packed, date.to_chinese_text()})
            RC_ASSERT(std::get<value::Date>(data::read_date(text)) == date);
    }));
}

TEST_CASE("the order of rows changes nothing but their places") {
    const auto schema = case_text::schema();
    CHECK(rc::check([&schema] {
        const auto count = *rc::gen::inRange<std::size_t>(1, 12);
        std::vector<std::string> rows;
        for (std::size_t at = 0; at < count; ++at) {
            rows.push_back(*rc::gen::elementOf(std::vector<std::string>{"L1", "L2", "L3", "L4", "L5", ""}) +
                           "," + *rc::gen::elementOf(std::vector<std::string>{"甲", "乙", "丙", ""}) + "," +
                           *rc::gen::elementOf(std::vector<std::string>{"2023-03-01", "44986", "x"}) +
                           ",1\n");
        }
        const auto read = [&] {
            std::string loans = "合同号,企业,放款日,本金\n";
            for (const std::string& row : rows)
                loans += row;
            return case_text::read(schema, {{"企业.csv", "代码,人数\n甲,1\n乙,x\n"}, {"贷款.csv", loans}});
        };
        const auto before = read();
        std::reverse(rows.begin(), rows.end());
        const auto after = read();
        RC_ASSERT(sorted_lines(case_text::tables(schema, before)) ==
                  sorted_lines(case_text::tables(schema, after)));
        RC_ASSERT(before.turned_back.size() == after.turned_back.size());
        RC_ASSERT(before.table({1}).rows() + before.turned_back.size() == rows.size() + 1);
    }));
}

TEST_CASE("any text is either a value or a mistake") {
    CHECK(rc::check([](const std::string& bytes) {
        const std::string text = data::tidy(bytes);
        RC_PRE(!text.empty());
        const data::ColumnUnit none;
        data::read_money(text, none);
        data::read_number(text, none);
        data::read_ratio(text, none);
        data::read_date(text);
        data::read_period(text);
        data::read_duration(text);
        data::read_text(text);
        RC_SUCCEED("read");
    }));
}
