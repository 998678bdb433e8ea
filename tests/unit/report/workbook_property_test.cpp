// What must hold for any amount, any name and any text.
#include "sheet_names.hpp"
#include "tiaoli/source/html.hpp"
#include "workbook.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <cstdio>
#include <cstdlib>
#include <set>

using namespace tiaoli;

namespace {

/// What a spreadsheet shows of a number that it holds in binary: 15 digits.
value::Number shown(const std::string& kept) {
    char text[64];
    std::snprintf(text, sizeof text, "%.15g", std::strtod(kept.c_str(), nullptr));
    const std::string digits{text};
    const std::size_t power = digits.find('e');
    const value::Number mantissa = *value::Number::parse_decimal(digits.substr(0, power));
    if (power == std::string::npos)
        return mantissa;
    return mantissa * value::Number::power_of_ten(std::atoi(digits.c_str() + power + 1));
}

} // namespace

TEST_CASE("an amount that becomes a number cell keeps every digit") {
    const bool holds = rc::check([](std::int64_t count) {
        for (const std::int64_t parts : {1, 100, 10'000}) {
            const value::Number number = value::Number::fraction(count, parts);
            if (const auto kept = report::kept_digits(number))
                RC_ASSERT(shown(*kept) == number);
        }
    });
    CHECK(holds);
    const bool ordinary = rc::check([] {
        const auto count = *rc::gen::inRange<std::int64_t>(-999'999'999'999'999, 1'000'000'000'000'000);
        const value::Number number = value::Number::fraction(count, 100);
        const auto kept = report::kept_digits(number);
        RC_ASSERT(kept.has_value()); // up to a hundred thousand million yuan nothing becomes text
        RC_ASSERT(shown(*kept) == number);
    });
    CHECK(ordinary);
}

TEST_CASE("any names become sheet names, all different") {
    const bool holds = rc::check([](const std::vector<std::string>& wanted) {
        report::SheetNames names;
        std::set<std::string> taken;
        for (const std::string& each : wanted) {
            const std::string name = names.take(each);
            RC_ASSERT(!name.empty());
            RC_ASSERT(report::clipped(name, 31).size() == name.size());
            RC_ASSERT(name.find_first_of("[]:*?/\\") == std::string::npos);
            RC_ASSERT(!name.starts_with('\'') && !name.ends_with('\''));
            RC_ASSERT(taken.insert(name).second);
        }
    });
    CHECK(holds);
}

TEST_CASE("no text becomes markup") {
    const bool holds = rc::check([](const std::string& text) {
        RC_ASSERT(source::html_escaped(text).find_first_of("<>\"'") == std::string::npos);
    });
    CHECK(holds);
}
