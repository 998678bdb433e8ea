// Decisions name the returned ones that could change them: where it matters, through caches and other decisions, a few of many.
#include "loans.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

using namespace tiaoli;
using namespace tiaoli::interp;
using namespace tiaoli::interp::testing;

namespace {

std::string named(Run& run, model::MatterId matter, const std::string& key) {
    std::string out;
    for (const model::RowRef& row : run.decision(matter, key).could_change)
        out += (out.empty() ? "" : " ") + run.text(model::Scalar{row});
    return out;
}

std::string named(Run& run, const Loans& small, const std::string& key) {
    return named(run, small.filing, key);
}

} // namespace

TEST_CASE("a returned loan is named by later loans of its firm, not by earlier ones or by another firm's") {
    Loans small;
    small.lend("L0", "2025-01-01", "1");
    small.lend("L1", "2025-01-02", "");
    small.lend("L2", "2025-01-03", "4");
    small.lend("L3", "2025-01-03", "4", "乙");
    Run run(small);
    CHECK(named(run, small, "L0").empty());
    CHECK(named(run, small, "L1").empty());
    CHECK(named(run, small, "L2") == "L1");
    CHECK(named(run, small, "L3").empty());
}

TEST_CASE("a loan left out whatever becomes of it is not named") {
    for (const bool verdict_first : {true, false}) {
        Loans small;
        model::RecordSet earlier = small.of_same_firm();
        const model::ExprId never = small.compare(small.element(small.day(small.loan)), CompareOperator::Less,
                                                  small.date("2024-01-01"));
        earlier.filters = {small.passed(small.filing), never};
        if (!verdict_first)
            std::swap(earlier.filters[0], earlier.filters[1]);
        small.now().definitions.clear();
        small.define(small.support, small.own(small.amount));
        small.rule(small.filing, small.total(Total::NotExists, earlier));
        small.lend("L1", "2025-01-02", "");
        small.lend("L2", "2025-01-03", "4");
        Run run(small);
        CHECK(named(run, small, "L2").empty());
    }
}

TEST_CASE("neither a certain failure nor a rule that only hints names what it looked at") {
    Loans small;
    small.rule(small.filing, small.compare(small.own(small.amount), CompareOperator::Less, small.number(5)));
    small.lend("L1", "2025-01-02", "");
    small.lend("L2", "2025-01-03", "7");
    Run failing(small);
    CHECK(failing.verdict(small.filing, "L2") == "不通过");
    CHECK(named(failing, small, "L2").empty());

    Loans hinting;
    const model::ExprId used = hinting.used;
    hinting.now().definitions.clear();
    hinting.define(hinting.support, hinting.own(hinting.amount));
    hinting.rule(hinting.filing, hinting.compare(used, CompareOperator::Less, hinting.number(5)),
                 model::Consequence::Hint);
    hinting.lend("L1", "2025-01-02", "");
    hinting.lend("L2", "2025-01-03", "7");
    Run run(hinting);
    CHECK(named(run, hinting, "L2").empty());
}

TEST_CASE("what a decision rests on is passed on by its outputs, nearest first") {
    Loans small;
    const model::RecordId claim = small.dated("申请", 3);
    const model::FieldId lent = small.reference(claim, "贷款", small.loan);
    const model::MatterId paying = small.matter("补偿", claim);
    const model::FieldId paid = small.output(paying, "补偿额");
    small.define(paid, small.of(small.own(lent), small.support));
    small.lend("L1", "2025-01-02", "");
    small.lend("L2", "2025-01-03", "4");
    small.dated_row(claim, "C2", "2025-02-01", {{lent, "L2"}});
    small.dated_row(claim, "C1", "2025-02-01", {{lent, "L1"}});
    Run run(small);
    CHECK(named(run, paying, "C2") == "L1");
    CHECK(named(run, paying, "C1") == "L1");
}

TEST_CASE("of many, the first are kept; running totals and a look at every record name the same") {
    Loans small;
    for (int at = 10; at < 70; ++at)
        small.lend(fmt::format("L{}", at), fmt::format("2025-{:02}-{:02}", at / 10, at % 10 + 1),
                   at % 2 == 0 ? "" : "0");
    Run running(small);
    Run scanning(small, "2026-12-31", TotalsBy::Scanning);
    for (int at = 10; at < 70; ++at)
        CHECK(named(running, small, fmt::format("L{}", at)) ==
              named(scanning, small, fmt::format("L{}", at)));
    CHECK(running.decision(small.filing, "L31").could_change.size() == 11);
    CHECK(running.decision(small.filing, "L69").could_change.size() == Decision::could_change_counted + 1);
    CHECK(named(running, small, "L15") == "L10 L12 L14");
}
