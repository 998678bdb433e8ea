// 分配 by any amounts, ratios and limits: the parts add up, each has the sign of the amount, no limit is passed.
#include "tiaoli/interp/split.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <algorithm>

using namespace tiaoli;
using interp::Split;
using model::AllocationMode;
using value::Number;

namespace {

const Number fen = Number::fraction(1, 100);

/// Few different values, many of them small and odd: those are the ones that round.
Number some_money() { return Number{*rc::gen::inRange<std::int64_t>(-1000, 100000)} / Number{100}; }
Number some_limit() { return Number{*rc::gen::inRange<std::int64_t>(-500, 60000)} / Number{300}; }
Number some_ratio(std::int64_t low) {
    return Number::fraction(*rc::gen::inRange<std::int64_t>(low, 900),
                            *rc::gen::element(600, 700, 1000, 997));
}

/// Most often the rest has the odd fen, else any of the parts.
void give_tail(Split& split) {
    split.rest.index = 99;
    if (*rc::gen::inRange(0, 3) == 0)
        split.tail_to = (*rc::gen::elementOf(split.parts)).field;
}

Split some_split(AllocationMode mode, std::int64_t lowest_ratio) {
    Split split;
    split.mode = mode;
    const int parts = *rc::gen::inRange(1, 5);
    for (int at = 0; at < parts; ++at) {
        interp::SplitPart part;
        part.field.index = static_cast<std::uint32_t>(at);
        if (mode != AllocationMode::InOrder)
            part.ratio = some_ratio(lowest_ratio);
        if (mode == AllocationMode::InOrder || *rc::gen::arbitrary<bool>())
            part.limit = some_limit();
        split.parts.push_back(part);
    }
    return split;
}

/// Adds up; no part is on the other side of zero; all are whole fen.
void check_parts(const Split& split) {
    Number sum = split.rest_share;
    std::vector<Number> shares{split.rest_share};
    for (const interp::SplitPart& part : split.parts) {
        sum = sum + part.share;
        shares.push_back(part.share);
    }
    RC_ASSERT(sum == split.amount);
    for (const Number& share : shares) {
        RC_ASSERT(share.is_zero() || share.is_negative() == split.amount.is_negative());
        RC_ASSERT((share / fen).is_integer());
    }
}

} // namespace

TEST_CASE("each amount on its own: the parts add up and keep their limits") {
    CHECK(rc::check("到分, 依次", [] {
        Split split = some_split(*rc::gen::element(AllocationMode::ToFen, AllocationMode::InOrder), -100);
        split.amount = some_money();
        if (split.mode != AllocationMode::InOrder)
            give_tail(split);
        interp::share_out(split);
        check_parts(split);
        for (const interp::SplitPart& part : split.parts) {
            if (part.limit)
                RC_ASSERT(part.share.absolute() <= std::max(*part.limit, Number{0}));
        }
    }));
}

TEST_CASE("a negative amount is split as its opposite") {
    CHECK(rc::check("mirrored", [] {
        Split split = some_split(AllocationMode::ToFen, -100);
        split.amount = some_money();
        give_tail(split);
        Split other = split;
        other.amount = -split.amount;
        interp::share_out(split);
        interp::share_out(other);
        for (std::size_t at = 0; at < split.parts.size(); ++at)
            RC_ASSERT(other.parts[at].share == -split.parts[at].share);
        RC_ASSERT(other.rest_share == -split.rest_share);
    }));
}

TEST_CASE("the odd fen goes to one party: all others have exactly their rounded share") {
    CHECK(rc::check("尾差归", [] {
        Split split = some_split(AllocationMode::ToFen, 0);
        split.rest.index = 99;
        const auto parts = static_cast<std::int64_t>(split.parts.size());
        Number left = 1;
        for (interp::SplitPart& part : split.parts) {
            part.ratio = std::min(*part.ratio, Number{1}) / Number{parts};
            part.limit.reset();
            left = left - *part.ratio;
        }
        split.amount = some_money();
        const auto to = *rc::gen::inRange<std::size_t>(0, split.parts.size());
        split.tail_to = split.parts[to].field;
        interp::share_out(split);
        check_parts(split);
        const auto rounded = [&](const Number& ratio) {
            const Number share = (split.amount.absolute() * ratio).rounded_to(fen, value::Rounding::HalfUp);
            return split.amount.is_negative() ? -share : share;
        };
        RC_ASSERT(split.tail.absolute() <= fen * Number{parts + 1});
        // one whose share is smaller than what is wanting cannot give it
        RC_PRE((rounded(*split.parts[to].ratio).absolute() + split.tail) >= Number{0});
        for (std::size_t at = 0; at < split.parts.size(); ++at) {
            if (at != to)
                RC_ASSERT(split.parts[at].share == rounded(*split.parts[at].ratio));
        }
        RC_ASSERT(split.rest_share == rounded(left));
    }));
}

namespace {

/// Splits a sequence of amounts one after the other by the same ratios.
Split after_all(Split split, const std::vector<Number>& amounts) {
    for (const Number& amount : amounts) {
        split.amount = amount;
        interp::share_out(split);
        check_parts(split);
        split.before = split.before + amount;
        for (interp::SplitPart& part : split.parts) {
            part.had = part.had + part.share;
            part.ever = part.had;
            if (part.limit)
                RC_ASSERT(part.had <= std::max(*part.limit, Number{0}) || amount.is_negative());
        }
    }
    return split;
}

std::vector<Number> some_amounts() {
    std::vector<Number> amounts;
    const int count = *rc::gen::inRange(1, 12);
    for (int at = 0; at < count; ++at)
        amounts.push_back(some_money().absolute());
    return amounts;
}

} // namespace

TEST_CASE("running totals: whatever the amounts, a part has its share of their sum") {
    CHECK(rc::check("累计到分, ratios of at most 100% in all", [] {
        Split split = some_split(AllocationMode::Cumulative, 0);
        const auto parts = static_cast<std::int64_t>(split.parts.size());
        for (interp::SplitPart& part : split.parts) {
            part.ratio = std::min(*part.ratio, Number{1}) / Number{parts};
            part.limit.reset();
        }
        split = after_all(split, some_amounts());
        for (std::size_t at = 0; at < split.parts.size(); ++at) {
            const Number due =
                (split.before * *split.parts[at].ratio).rounded_to(fen, value::Rounding::HalfUp);
            // the first part never waits; a later one waits for a fen that an earlier one, or the rest, has taken too soon
            RC_ASSERT(split.parts[at].had <= due);
            RC_ASSERT(due - split.parts[at].had <= fen * Number{static_cast<std::int64_t>(at)});
        }
    }));
}

TEST_CASE("running totals: one amount and the same in pieces give the first part the same") {
    CHECK(rc::check("in pieces", [] {
        Split split = some_split(AllocationMode::Cumulative, 0);
        split.parts.resize(1);
        split.parts[0].ratio = std::min(*split.parts[0].ratio, Number{1});
        const std::vector<Number> amounts = some_amounts();
        Number sum;
        for (const Number& amount : amounts)
            sum = sum + amount;
        const Split pieces = after_all(split, amounts);
        const Split whole = after_all(split, {sum});
        RC_ASSERT(pieces.parts[0].had == whole.parts[0].had);
    }));
}

TEST_CASE("running totals: ratios of more than 100% and corrections still add up") {
    CHECK(rc::check("any ratios", [] {
        Split split = some_split(AllocationMode::Cumulative, -100);
        give_tail(split);
        std::vector<Number> amounts = some_amounts();
        amounts.push_back(-amounts.front());
        after_all(split, amounts);
    }));
}
