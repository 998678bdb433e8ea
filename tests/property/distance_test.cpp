// A stated distance is the truth: the comparison turns exactly there, or just beyond it.
#include "src/explain/turning_point.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

using namespace tiaoli;
using explain::Turns;
using model::CompareOperator;
using value::Number;

namespace {

const std::vector<CompareOperator> orders{CompareOperator::Less, CompareOperator::LessEqual,
                                          CompareOperator::Greater, CompareOperator::GreaterEqual};

/// Amounts of whole fen near each other, and thresholds that are fractions of a fen too.
rc::Gen<Number> amounts() {
    return rc::gen::map(rc::gen::inRange(-5000, 5000), [](int fen) { return Number::fraction(fen, 100); });
}
rc::Gen<Number> thresholds() {
    return rc::gen::map(rc::gen::pair(rc::gen::inRange(-5000, 5000), rc::gen::inRange(1, 9)),
                        [](const std::pair<int, int>& parts) {
                            return Number::fraction(parts.first, std::int64_t{100} * parts.second);
                        });
}

bool turned(CompareOperator op, const Number& value, const Number& threshold, const Number& move, bool held) {
    const Number moved = value + Number{explain::direction(op, held)} * move;
    return explain::compares(op, moved, threshold) != held;
}

} // namespace

TEST_CASE("at the stated distance a comparison turns") {
    CHECK(rc::check([] {
        const auto op = *rc::gen::elementOf(orders);
        const Number value = *amounts();
        const Number threshold = *thresholds();
        const Number fen = Number::fraction(1, 100);
        const auto point = explain::turning_point(op, value, threshold, fen);
        RC_ASSERT(point.holds == explain::compares(op, value, threshold));
        RC_ASSERT(!point.gap.is_negative());
        RC_ASSERT((point.gap / fen).is_integer());
        if (point.turns == Turns::AtStated) {
            RC_ASSERT(turned(op, value, threshold, point.gap, point.holds));
            RC_ASSERT(!turned(op, value, threshold, point.gap - fen, point.holds));
        } else {
            RC_ASSERT(!turned(op, value, threshold, point.gap, point.holds));
            RC_ASSERT(turned(op, value, threshold, point.gap + fen, point.holds));
        }
    }));
}

TEST_CASE("without a unit the distance is exact") {
    CHECK(rc::check([] {
        const auto op = *rc::gen::elementOf(orders);
        const Number value = *thresholds();
        const Number threshold = *thresholds();
        const auto point = explain::turning_point(op, value, threshold, 0);
        RC_ASSERT(point.is_exact);
        RC_ASSERT(point.gap == (threshold - value).absolute());
        const Number little = Number::fraction(1, 1000000);
        RC_ASSERT(turned(op, value, threshold, point.gap + little, point.holds));
        if (point.gap > little)
            RC_ASSERT(!turned(op, value, threshold, point.gap - little, point.holds));
    }));
}
