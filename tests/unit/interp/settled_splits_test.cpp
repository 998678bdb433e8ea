// Settled results of claims that are split: what later running totals know of them.
#include "claims.hpp"

#include <catch2/catch.hpp>

using namespace tiaoli;
using namespace tiaoli::interp;
using namespace tiaoli::interp::testing;

namespace {

value::Date ymd(int year, int month, int day_of_month) {
    return *value::Date::from_ymd(year, month, day_of_month);
}

template <class Of> struct Stated : Of {
    Stated() { this->now().effective = ymd(2025, 1, 1); }

    void state(const std::string& key, const std::string& verdict, const std::string& gets = {},
               const std::string& others = {}, const std::string& day = {}) {
        data::SettledText text{this->review, key, {{"结论", verdict, {}}}, {}};
        for (const auto& [heading, cell] :
             {std::pair{"甲份", gets}, std::pair{"乙份", others}, std::pair{"决定日", day}}) {
            if (!cell.empty())
                text.values.push_back({heading, cell, {}});
        }
        this->settled.push_back(std::move(text));
    }
};

/// 旧 lies before the only version.
struct OldClaim : Stated<Claims> {
    OldClaim() {
        claim_row("旧", "2024-06-01", "10.01");
        claim_row("新", "2025-02-01", "10.01");
    }
};

} // namespace

TEST_CASE("an old claim counts in the running total once its parts are entered") {
    OldClaim small;
    {
        Run run(small);
        CHECK(split(run, small, "新") == "退回补正 未知+未知");
    }
    small.state("旧", "通过", "4", "6.01");
    Run run(small);
    CHECK(split(run, small, "旧") == "通过 4+6.01");
    CHECK(split(run, small, "新") == "通过 4.01+6");
}

TEST_CASE("an old claim entered without one of its parts leaves the running total unknown") {
    OldClaim small;
    small.state("旧", "通过", "4");
    Run run(small);
    CHECK(split(run, small, "新") == "退回补正 未知+未知");
    REQUIRE_FALSE(run.decision(small.review, "新").reasons.empty());
    CHECK(run.decision(small.review, "新").reasons.front().kind == AbsenceReason::NotEntered);
}

TEST_CASE("an old claim entered as not passed was never split") {
    OldClaim small;
    small.state("旧", "不通过");
    Run run(small);
    CHECK(split(run, small, "新") == "通过 4+6.01");
}

TEST_CASE("an old claim split by other ratios does not make up for them") {
    OldClaim small;
    small.state("旧", "通过", "1", "9.01");
    Run run(small);
    CHECK(split(run, small, "新") == "通过 4+6.01");
}

TEST_CASE("several old claims go on with one another, and with what the policy splits") {
    OldClaim small;
    small.claim_row("旧二", "2024-07-01", "10.01");
    small.claim_row("新二", "2025-03-01", "10.01");
    small.state("旧", "通过", "4", "6.01");
    small.state("旧二", "通过", "4.01", "6");
    Run run(small);
    CHECK(split(run, small, "新") == "通过 4+6.01");
    CHECK(split(run, small, "新二") == "通过 4.01+6");
}

TEST_CASE("a claim entered counts in the running total from the day after its 决定日") {
    OldClaim small;
    small.claim_row("新二", "2025-02-02", "10.01");
    small.state("旧", "通过", "4", "6.01", "2025-02-01");
    Run run(small);
    CHECK(split(run, small, "新") == "退回补正 未知+未知");
    CHECK(split(run, small, "新二") == "通过 4.01+6");
}

TEST_CASE("the limit of a part counts what an old claim was given, whatever its ratios were") {
    Stated<LimitedClaims> small;
    small.claim_row("旧", "2024-06-01", "10");
    small.claim_row("新", "2025-02-01", "10", "40%", "一", "9");
    small.state("旧", "通过", "8", "2");
    Run run(small);
    CHECK(split(run, small, "新") == "通过 1+9");
}

TEST_CASE("what a person lets pass counts with the parts that stand in the result") {
    Stated<Claims> small;
    small.rule(small.review,
               small.compare(small.own(small.amount), model::CompareOperator::Less, small.number(50)),
               model::Consequence::Manual);
    small.claim_row("大", "2025-01-01", "100.01");
    small.claim_row("小", "2025-02-01", "10.01");
    {
        Run run(small);
        CHECK(split(run, small, "小") == "通过 4+6.01");
    }
    small.state("大", "通过");
    {
        Run run(small);
        CHECK(split(run, small, "大") == "通过 40+60.01");
        CHECK(split(run, small, "小") == "通过 4.01+6");
    }
    small.settled.clear();
    small.state("大", "通过", "40.01", "60");
    Run run(small);
    CHECK(split(run, small, "大") == "通过 40.01+60");
    CHECK(split(run, small, "小") == "通过 4+6.01");
}

TEST_CASE("a split names the returned claim that its running total leaves out") {
    Claims small;
    small.claim_row("缺", "2025-01-01", "");
    small.claim_row("后", "2025-02-01", "10.01");
    small.claim_row("他", "2025-02-01", "10.01", "40%", "二");
    small.claim_row("再后", "2025-03-01", "10.01");
    Run run(small);
    CHECK(run.verdict(small.review, "缺") == "退回补正");
    const std::vector<model::RowRef> missing{{small.claim, run.row(small.claim, "缺")}};
    CHECK(run.decision(small.review, "后").could_change == missing);
    CHECK(run.decision(small.review, "再后").could_change == missing);
    CHECK(run.decision(small.review, "他").could_change.empty());
}
