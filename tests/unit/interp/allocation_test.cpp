// 分配 in decisions: running totals over earlier visible decisions, and what is not known.
#include "claims.hpp"

#include <catch2/catch.hpp>

using namespace tiaoli;
using namespace tiaoli::interp;
using namespace tiaoli::interp::testing;

TEST_CASE("the running total is split: no rounding is lost from one claim to the next") {
    Claims small;
    small.claim_row("1", "2025-01-01", "10.01");
    small.claim_row("2", "2025-02-01", "10.01");
    small.claim_row("3", "2025-03-01", "10.01");
    small.claim_row("他", "2025-01-15", "10.01", "40%", "二");
    Run run(small);
    CHECK(split(run, small, "1") == "通过 4+6.01");
    CHECK(split(run, small, "2") == "通过 4.01+6");
    CHECK(split(run, small, "3") == "通过 4+6.01");
    CHECK(split(run, small, "他") == "通过 4+6.01");
}

TEST_CASE("each amount on its own where it is not cumulative") {
    Claims small(AllocationMode::ToFen);
    small.claim_row("1", "2025-01-01", "10.01");
    small.claim_row("2", "2025-02-01", "10.01");
    small.claim_row("负", "2025-02-01", "-10.01");
    Run run(small);
    CHECK(split(run, small, "2") == "通过 4+6.01");
    CHECK(split(run, small, "负") == "通过 -4+-6.01");
}

TEST_CASE("only claims that passed count") {
    Claims small;
    small.claim_row("1", "2025-01-01", "10.01", "40%", "一", "", "否");
    small.claim_row("2", "2025-02-01", "10.01");
    Run run(small);
    CHECK(run.verdict(small.review, "1") == "不通过");
    CHECK(split(run, small, "2") == "通过 4+6.01");
}

TEST_CASE("another ratio starts the running total anew, and so does the way back") {
    Claims small;
    small.claim_row("1", "2025-01-01", "10.01");
    small.claim_row("2", "2025-02-01", "10.01", "30%");
    small.claim_row("3", "2025-03-01", "10.01");
    small.claim_row("4", "2025-04-01", "10.01");
    Run run(small);
    CHECK(split(run, small, "2") == "通过 3+7.01");
    CHECK(split(run, small, "3") == "通过 4+6.01");
    CHECK(split(run, small, "4") == "通过 4.01+6");
}

TEST_CASE("a running total below zero is for a person; down to zero it is taken back to the fen") {
    Claims small;
    small.claim_row("1", "2025-01-01", "10.01");
    small.claim_row("2", "2025-02-01", "10.01");
    small.claim_row("3", "2025-03-01", "-20.02");
    small.claim_row("4", "2025-04-01", "-0.01");
    Run run(small);
    CHECK(split(run, small, "3") == "通过 -8.01+-12.01");
    CHECK(split(run, small, "4") == "转人工 无值+无值");
    const Decision& decision = run.decision(small.review, "4");
    REQUIRE(decision.reasons.size() == 1);
    CHECK(decision.reasons.front().kind == AbsenceReason::NegativeTotal);
}

TEST_CASE("what is not known spoils all parts and never lifts a limit") {
    LimitedClaims small;
    small.claim_row("额", "2025-01-01", "", "40%", "一", "5");
    small.claim_row("比", "2025-01-02", "10", "", "一", "5");
    small.claim_row("限", "2025-01-03", "10", "40%", "一", "");
    small.claim_row("都有", "2025-01-04", "10", "40%", "一", "3");
    Run run(small);
    CHECK(run.verdict(small.review, "额") == "退回补正");
    CHECK(run.verdict(small.review, "比") == "退回补正");
    CHECK(split(run, small, "限") == "转人工 无值+无值");
    CHECK(split(run, small, "都有") == "通过 3+7");
}

TEST_CASE("a limit holds for all that a part ever gets, other ratios before included") {
    LimitedClaims small;
    small.claim_row("1", "2025-01-01", "10", "40%", "一", "5");
    small.claim_row("2", "2025-02-01", "10", "40%", "一", "5");
    small.claim_row("3", "2025-03-01", "10", "30%", "一", "6.5");
    Run run(small);
    CHECK(split(run, small, "1") == "通过 4+6");
    CHECK(split(run, small, "2") == "通过 1+9");
    CHECK(split(run, small, "3") == "通过 1.5+8.5");
}

TEST_CASE("without the thing that is shared nothing came before; a claim sees only what lies before it") {
    Claims small;
    small.claim_row("无一", "2025-01-01", "10.01", "40%", "");
    small.claim_row("无二", "2025-02-01", "10.01", "40%", "");
    small.claim_row("后", "2025-04-01", "10.01");
    small.claim_row("前", "2025-03-01", "10.01");
    Run run(small);
    CHECK(split(run, small, "无二") == "通过 4+6.01");
    CHECK(split(run, small, "前") == "通过 4+6.01");
    CHECK(split(run, small, "后") == "通过 4.01+6");
}

TEST_CASE("what was split under a version that is not on file leaves later splits unknown") {
    Claims small;
    small.now().effective = value::Date::from_ymd(2025, 2, 1);
    small.claim_row("旧", "2025-01-01", "10.01");
    small.claim_row("1", "2025-03-01", "10.01");
    small.claim_row("他", "2025-03-01", "10.01", "40%", "二");
    Run run(small);
    CHECK(run.verdict(small.review, "旧") == "不适用");
    CHECK(run.verdict(small.review, "1") == "退回补正");
    CHECK(split(run, small, "他") == "通过 4+6.01");
}

TEST_CASE("very many claims on one thing, and very many things, take no longer than they are many") {
    Claims small;
    for (int at = 0; at < 5000; ++at) {
        const std::string key = std::to_string(10000 + at);
        small.row(small.thing, key, {});
        small.claim_row("众" + key, "2025-01-01", "10.01", "40%", key);
        small.claim_row("一" + key, "2025-01-01", "10.01");
    }
    Run run(small);
    CHECK(run.value(small.first, "众14999") == "4");
    CHECK(run.verdict(small.review, "一14999") == "通过");
}
