// Settled results of the case files: where they hold, and from when other decisions see them.
#include "loans.hpp"

#include <catch2/catch.hpp>

using namespace tiaoli;
using namespace tiaoli::interp;
using namespace tiaoli::interp::testing;

namespace {

value::Date ymd(int year, int month, int day_of_month) {
    return *value::Date::from_ymd(year, month, day_of_month);
}

/// L0 lies before the only version; L1 to L3 of the same firm ask for what it has.
struct OldLoan : Loans {
    OldLoan() {
        now().effective = ymd(2025, 1, 1);
        now().expires = ymd(2026, 12, 31);
        lend("L0", "2024-02-01", "3");
        lend("L1", "2025-02-01", "3");
        lend("L2", "2025-03-01", "6");
    }
    void state(const std::string& key, const std::string& verdict, const std::string& supported = {},
               const std::string& day = {}) {
        data::SettledText text{filing, key, {{"结论", verdict, {}}}, {}};
        if (!supported.empty())
            text.values.push_back({"支持额", supported, {}});
        if (!day.empty())
            text.values.push_back({"决定日", day, {}});
        settled.push_back(std::move(text));
    }
};

} // namespace

TEST_CASE("a settled result holds where no version is on file, and others see it") {
    OldLoan small;
    CHECK(Run(small).all() == "L0 不适用 无值\nL1 退回补正 未知\nL2 退回补正 未知\n");
    small.state("L0", "通过", "5");
    CHECK(Run(small).all() == "L0 通过 5\nL1 通过 3\nL2 通过 2\n");
    small.settled.clear();
    small.state("L0", "不通过");
    CHECK(Run(small).all() == "L0 不通过 无值\nL1 通过 3\nL2 通过 6\n");
}

TEST_CASE("it is seen from the day after it was decided, and never before") {
    OldLoan small;
    small.state("L0", "通过", "5", "2025-02-28");
    CHECK(Run(small).all() == "L0 通过 5\nL1 退回补正 未知\nL2 通过 5\n");
    small.settled.clear();
    small.state("L0", "通过", "5", "2025-03-01");
    CHECK(Run(small).all() == "L0 通过 5\nL1 退回补正 未知\nL2 退回补正 未知\n");
    small.settled.clear();
    small.state("L0", "通过", "5", "2027-03-01");
    CHECK(Run(small).all() == "L0 不适用 无值\nL1 退回补正 未知\nL2 退回补正 未知\n");
}

TEST_CASE("an amount that it does not state is unknown where the policy has none") {
    OldLoan small;
    small.state("L0", "通过");
    Run run(small);
    CHECK(run.all() == "L0 通过 未知\nL1 退回补正 未知\nL2 退回补正 未知\n");
    CHECK(run.decision(small.filing, "L1").reasons.at(0).kind == AbsenceReason::NotEntered);
}

TEST_CASE("it settles what the policy leaves to a person, never what the policy decides") {
    OldLoan small;
    const auto over = [&](const std::string& amount) {
        return small.compare(small.own(small.amount), CompareOperator::Less,
                             small.expr(model::Constant{value::Number{std::stoi(amount)}}));
    };
    small.rule(small.filing, over("6"), model::Consequence::Manual);
    small.rule(small.filing, over("9"));
    small.state("L0", "不通过");
    small.lend("L3", "2025-04-01", "20");
    small.state("L2", "通过", "4");
    small.state("L3", "通过", "1");
    small.state("L1", "不通过");
    Run run(small);
    CHECK(run.all() == "L0 不通过 无值\nL1 通过 3\nL2 通过 4\nL3 不通过 无值\n");
    CHECK(run.decision(small.filing, "L2").entered->by_policy == model::Verdict::Manual);
    CHECK_FALSE(run.decision(small.filing, "L1").entered->holds);
    CHECK_FALSE(run.decision(small.filing, "L3").entered->holds);
}

TEST_CASE("an amount that the policy worked out stays where only the verdict is stated") {
    OldLoan small;
    small.rule(small.filing, small.compare(small.own(small.amount), CompareOperator::Less, small.number(6)),
               model::Consequence::Manual);
    small.state("L0", "不通过");
    small.state("L2", "通过", "", "2025-03-02");
    small.lend("L3", "2025-03-02", "5");
    small.lend("L4", "2025-03-03", "5");
    CHECK(Run(small).all() == "L0 不通过 无值\nL1 通过 3\nL2 通过 6\nL3 通过 5\nL4 通过 0\n");
}
