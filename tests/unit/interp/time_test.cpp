// A decision sees what lies before its moment and nothing else.
#include "loans.hpp"

#include <catch2/catch.hpp>

using namespace tiaoli;
using namespace tiaoli::interp;
using namespace tiaoli::interp::testing;

TEST_CASE("a total holds earlier records only, by day and then by key") {
    Loans small;
    small.lend("L3", "2025-03-02", "4");
    small.lend("L2", "2025-03-01", "4");
    small.lend("L1", "2025-03-01", "4");
    small.lend("M1", "2025-03-01", "9", "乙");
    Run run(small);
    CHECK(run.all() == "L1 通过 4\nL2 通过 4\nL3 通过 2\nM1 通过 9\n");
}

TEST_CASE("on one day the rank of the type decides what is seen") {
    Loans small;
    const auto early = small.dated("查实", 1);
    const auto late = small.dated("追偿", 3);
    const auto sees = [&](model::RecordId record) { return small.total(Total::Exists, {record, {}, {}}); };
    small.rule(small.filing, sees(early));
    small.rule(small.filing, sees(late), model::Consequence::Hint);
    small.dated_row(early, "A", "2025-03-01");
    small.dated_row(late, "B", "2025-03-01");
    small.lend("L1", "2025-03-01", "4");
    Run run(small);
    const Decision& decision = run.decision(small.filing, "L1");
    CHECK(decision.rules[0].state == RuleState::Held);
    CHECK(decision.rules[1].state == RuleState::Failed);
}

TEST_CASE("an undated record stands with the dated one that it refers to, whose own decision sees it") {
    Loans small;
    const auto pledge = small.undated("质押");
    const auto pledged = small.reference(pledge, "贷款", small.loan);
    const auto any = small.total(Total::Count, {pledge, {}, {}});
    const auto own = small.total(Total::Count, {pledge, {{pledged, small.expr(model::OwnRecord{}), {}}}, {}});
    const auto count_all = small.output(small.filing, "全部");
    const auto count_own = small.output(small.filing, "本笔");
    small.define(count_all, any);
    small.define(count_own, own);
    small.lend("L1", "2025-03-01", "1");
    small.lend("L2", "2025-03-02", "1");
    small.row(pledge, "P1", {{pledged, "L1"}});
    small.row(pledge, "P2", {{pledged, "L2"}});
    Run run(small);
    CHECK(run.output(small.filing, "L1") == "1 1 1");
    CHECK(run.output(small.filing, "L2") == "1 2 1");
}

TEST_CASE("a date that may not have happened is later than every day up to the asker's") {
    Loans small;
    const auto end = small.stored(small.firm, "终止日", TypeKind::Date, Absence::Pending);
    const auto ended = small.of(small.own(small.borrower), end);
    const auto before = [&](const char* day) {
        return small.compare(ended, CompareOperator::Greater, small.date(day));
    };
    small.rule(small.filing,
               small.compare(ended, CompareOperator::Greater, small.own(small.day(small.loan))));
    small.rule(small.filing, before("2027-01-01"), model::Consequence::Hint);
    small.rule(small.filing, small.has(ended), model::Consequence::Hint);
    small.rows.clear();
    small.row(small.firm, "甲", {{end, "2025-06-30"}});
    small.row(small.firm, "乙", {});
    small.lend("L1", "2025-06-29", "1");
    small.lend("L2", "2025-06-30", "1");
    small.lend("L3", "2025-07-01", "1", "乙");
    Run run(small);
    CHECK(run.verdict(small.filing, "L1") == "通过");
    CHECK(run.verdict(small.filing, "L2") == "不通过");
    CHECK(run.verdict(small.filing, "L3") == "通过");
    // Beside a day that is still to come nothing can be said.
    CHECK(run.decision(small.filing, "L3").rules[1].state == RuleState::NoValue);
    CHECK(run.decision(small.filing, "L1").rules[2].state == RuleState::Failed);
    CHECK(run.decision(small.filing, "L2").rules[2].state == RuleState::Held);
}

TEST_CASE("a reference to a later record is unknown") {
    Loans small;
    const auto renewed = small.reference(small.loan, "续自", small.loan, Absence::Nullable);
    small.rule(
        small.filing,
        small.compare(small.of(small.own(renewed), small.amount), CompareOperator::Greater, small.number(0)),
        model::Consequence::Fail, small.has(small.own(renewed)));
    small.lend("L1", "2025-03-01", "4");
    small.rows.back().values.push_back({renewed, "L2", {}});
    small.lend("L2", "2025-03-02", "4");
    small.rows.back().values.push_back({renewed, "L1", {}});
    Run run(small);
    CHECK(run.verdict(small.filing, "L1") == "退回补正");
    CHECK(run.decision(small.filing, "L1").rules[0].reasons.at(0).kind == AbsenceReason::Future);
    CHECK(run.verdict(small.filing, "L2") == "通过");
}

namespace {

/// Claims on loans, decided at the end of the day that 决定日 names.
struct Claims : Loans {
    Claims() {
        claim = dated("申请", 5);
        claimed = reference(claim, "贷款", loan);
        decided_on = stored(claim, "决定日", TypeKind::Date, Absence::Pending);
        paying = matter("补偿", claim);
        terms(paying).governed = of(own(claimed), day(loan));
        terms(paying).facts_until = own(decided_on);
        others = output(paying, "其他申请", TypeKind::Integer);
        model::RecordSet same{claim, {{claimed, own(claimed), {}}}, {}};
        define(others, total(Total::Count, same));
        paid_before = output(paying, "已付笔数", TypeKind::Integer);
        same.filters.push_back(passed(paying));
        define(paid_before, total(Total::Count, same));
    }
    void apply(const std::string& key, const std::string& day, const std::string& decided,
               const std::string& of) {
        dated_row(claim, key, day, {{claimed, of}, {decided_on, decided}});
    }

    model::RecordId claim;
    model::FieldId claimed;
    model::FieldId decided_on;
    model::MatterId paying;
    model::FieldId others;
    model::FieldId paid_before;
};

} // namespace

TEST_CASE("facts up to a day: its end, never the record itself; a verdict is seen by later moments only") {
    Claims small;
    small.lend("L1", "2025-01-01", "1");
    small.apply("C1", "2025-02-01", "2025-02-10", "L1");
    small.apply("C2", "2025-02-10", "2025-02-10", "L1");
    small.apply("C3", "2025-02-05", "2025-03-01", "L1");
    small.apply("C4", "2025-02-05", "", "L1");
    Run run(small, "2025-12-31");
    // C2 lies on the day up to which C1's facts count, so C1 sees it, but its decision comes after C1's.
    CHECK(run.output(small.paying, "C1") == "3 0");
    CHECK(run.output(small.paying, "C2") == "3 1");
    CHECK(run.output(small.paying, "C3") == "3 2");
    CHECK(run.decision(small.paying, "C4").trial);
    CHECK(run.output(small.paying, "C4") == "3 3");
    CHECK_FALSE(run.decision(small.paying, "C3").trial);
}

TEST_CASE("a day of decision still to come makes a trial that nobody sees") {
    Claims small;
    small.lend("L1", "2025-01-01", "1");
    small.apply("C1", "2025-02-01", "2025-04-01", "L1");
    small.apply("C2", "2025-02-02", "2025-03-01", "L1");
    Run run(small, "2025-03-15");
    CHECK(run.decision(small.paying, "C1").trial);
    CHECK(run.output(small.paying, "C2") == "1 0");
    CHECK(run.output(small.paying, "C1") == "1 1");
}

TEST_CASE("a field as of the asker leaves out the record being decided") {
    Claims small;
    const auto count = small.defined(small.loan, "申请数", TypeKind::Integer, model::FieldRole::AsOf);
    small.define(
        count,
        small.total(Total::Count, {small.claim, {{small.claimed, small.expr(model::OwnRecord{}), {}}}, {}}));
    const auto seen = small.output(small.paying, "所见", TypeKind::Integer);
    small.define(seen, small.of(small.own(small.claimed), count));
    small.lend("L1", "2025-01-01", "1");
    small.apply("C1", "2025-02-01", "2025-02-10", "L1");
    small.apply("C2", "2025-02-02", "2025-02-10", "L1");
    Run run(small);
    CHECK(run.output(small.paying, "C1") == "1 0 1");
    CHECK(run.output(small.paying, "C2") == "1 1 1");
    CHECK(run.value(count, "L1") == "2");
}
