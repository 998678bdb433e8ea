// Exact numbers: the laws of arithmetic, rounding, and their texts.
#include "tiaoli/value/number.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

using tiaoli::value::Number;
using tiaoli::value::Rounding;

namespace {

/// Any fraction, also of a size that leaves the small form.
Number any_number() {
    const auto top = *rc::gen::arbitrary<std::int64_t>();
    const auto bottom = *rc::gen::nonZero<std::int64_t>();
    const Number number = Number::fraction(top, bottom);
    return *rc::gen::arbitrary<bool>() ? number * Number(top) : number;
}

} // namespace

TEST_CASE("numbers obey the laws of a field") {
    rc::check("sums, products, inverses and order", [] {
        const Number a = any_number();
        const Number b = any_number();
        const Number c = any_number();
        RC_ASSERT(a + b == b + a);
        RC_ASSERT((a + b) + c == a + (b + c));
        RC_ASSERT(a * (b + c) == a * b + a * c);
        RC_ASSERT(a - a == Number(0));
        if (!b.is_zero()) {
            RC_ASSERT(a / b * b == a);
        }
        RC_ASSERT((a < b) == (a - b).is_negative());
        RC_ASSERT((a == b) == (a.to_text() == b.to_text()));
        RC_ASSERT((a + b - b).hash() == a.hash());
    });
}

TEST_CASE("rounding gives a multiple of the step no further than the step") {
    rc::check("every way of rounding", [] {
        const Number a = any_number();
        const Number step = Number::fraction(*rc::gen::inRange(1, 1000), 100);
        for (Rounding rounding : {Rounding::HalfUp, Rounding::HalfEven, Rounding::Up, Rounding::Down}) {
            const Number rounded = a.rounded_to(step, rounding);
            RC_ASSERT((rounded / step).is_integer());
            RC_ASSERT((rounded - a).absolute() < step);
            RC_ASSERT((-a).rounded_to(step, rounding) == -rounded);
        }
    });
    const Number fen = Number::fraction(1, 100);
    const auto rounded = [&](const char* text, Rounding rounding) {
        return Number::parse_decimal(text)->rounded_to(fen, rounding).to_text();
    };
    CHECK(rounded("0.005", Rounding::HalfUp) == "0.01");
    CHECK(rounded("-0.005", Rounding::HalfUp) == "-0.01");
    CHECK(rounded("0.025", Rounding::HalfEven) == "0.02");
    CHECK(rounded("0.035", Rounding::HalfEven) == "0.04");
    CHECK(rounded("0.011", Rounding::Up) == "0.02");
    CHECK(rounded("0.019", Rounding::Down) == "0.01");
}

TEST_CASE("decimals are read and written exactly") {
    rc::check("text and back", [] {
        const Number number =
            Number(*rc::gen::arbitrary<std::int64_t>()) * Number::power_of_ten(-*rc::gen::inRange(0, 25));
        RC_ASSERT(Number::parse_decimal(number.to_text()) == number);
    });
    CHECK(Number::parse_decimal("0099.10")->to_text() == "99.1");
    CHECK(Number::fraction(1, 3).to_text() == "1/3");
    CHECK(Number::fraction(6, -4).to_text() == "-1.5");
    for (const char* wrong : {"", "-", "1.", ".5", "1,000", "1e3", "+1", "1.2.3", "１"}) {
        CHECK_FALSE(Number::parse_decimal(wrong));
    }
    CHECK(Number(std::numeric_limits<std::int64_t>::min()).to_text() == "-9223372036854775808");
}

TEST_CASE("amounts and ratios as they are shown") {
    CHECK(money_text(*Number::parse_decimal("1234567.8")) == "1,234,567.80");
    CHECK(money_text(*Number::parse_decimal("-1000")) == "-1,000.00");
    CHECK(money_text(*Number::parse_decimal("999")) == "999.00");
    CHECK(money_plain(*Number::parse_decimal("1234567.8")) == "1234567.80");
    CHECK(money_plain(*Number::parse_decimal("0.005")) == "0.005");
    CHECK(ratio_text(Number::fraction(41, 200)) == "20.5%");
    CHECK(ratio_text(Number::fraction(1, 3)) == "1/3（约33.3333%）");
}
