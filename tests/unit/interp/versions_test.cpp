// Which version decides a record, and which values its parameters have.
#include "loans.hpp"

#include <catch2/catch.hpp>

using namespace tiaoli;
using namespace tiaoli::interp;
using namespace tiaoli::interp::testing;

namespace {

value::Date ymd(int year, int month, int day_of_month) {
    return *value::Date::from_ymd(year, month, day_of_month);
}

/// Two versions of a matter: the first passes everything, the second nothing.
struct TwoVersions : SmallPolicy {
    TwoVersions() {
        thing = dated("事");
        review = matter("审核", thing);
        now().effective = ymd(2023, 3, 1);
        now().expires = ymd(2024, 12, 31);
        first = {0};
        second = version("二版");
        now().effective = ymd(2025, 6, 1);
        rule(review, yes(false));
        dated_row(thing, "前", "2023-02-28");
        dated_row(thing, "一", "2023-03-01");
        dated_row(thing, "一末", "2024-12-31");
        dated_row(thing, "间", "2025-01-01");
        dated_row(thing, "二", "2025-06-01");
    }
    std::string verdicts() {
        Run run(*this);
        std::string out;
        for (const char* key : {"前", "一", "一末", "间", "二"})
            out += (out.empty() ? "" : " ") + run.verdict(review, key);
        return out;
    }

    model::RecordId thing;
    model::MatterId review;
    model::VersionId first;
    model::VersionId second;
};

} // namespace

TEST_CASE("the version in force on the governing day decides, both days included") {
    TwoVersions small;
    CHECK(small.verdicts() == "不适用 通过 通过 不适用 不通过");
    Run run(small);
    CHECK_FALSE(run.decision(small.review, "间").version.valid());
    CHECK(run.decision(small.review, "二").version == small.second);
}

TEST_CASE("届满后仍适用 lasts until a later version begins") {
    TwoVersions small;
    small.policy.versions[small.first].matters[0].survives_expiry = true;
    CHECK(small.verdicts() == "不适用 通过 通过 通过 不通过");
}

TEST_CASE("one version may be asked for") {
    TwoVersions small;
    Run run(small, "2026-12-31", TotalsBy::Running,
            [&](Options& options) { options.only_version = small.first; });
    CHECK(run.verdict(small.review, "二") == "通过");
    CHECK(run.verdict(small.review, "前") == "通过");
}

TEST_CASE(
    "a record whose version is not on file is unknown to others; one that no version covers is not passed") {
    Loans small;
    small.now().effective = ymd(2025, 1, 1);
    small.now().expires = ymd(2025, 12, 31);
    small.lend("L1", "2025-02-01", "3");
    small.lend("L2", "2025-03-01", "3", "乙");
    small.lend("L0", "2024-02-01", "3", "乙");
    Run run(small);
    CHECK(run.all() == "L0 不适用 无值\nL1 通过 3\nL2 退回补正 未知\n");
    CHECK(run.decision(small.filing, "L2").reasons.at(0).kind == AbsenceReason::NotDecided);
}

TEST_CASE("a governing day that is not known returns the papers") {
    Loans small;
    const auto filed = small.stored(small.loan, "备案日", TypeKind::Date, Absence::Optional);
    small.terms(small.filing).governed = small.own(filed);
    small.now().effective = ymd(2025, 1, 1);
    small.lend("L1", "2025-02-01", "3");
    small.lend("L2", "2025-02-02", "3");
    small.rows.back().values.push_back({filed, "2025-02-03", {}});
    Run run(small);
    CHECK(run.verdict(small.filing, "L1") == "退回补正");
    CHECK(run.decision(small.filing, "L1").reasons.at(0).field == filed);
    CHECK(run.output(small.filing, "L2") == "3");
}

TEST_CASE("parameters: dated values by the governing day, alternatives and settings for the run") {
    Loans small;
    model::Parameter cap{"上限", {TypeKind::Money}, {}, {}, {}, {}};
    cap.values.push_back({{}, small.number(1)});
    cap.values.push_back({ymd(2025, 3, 1), small.number(2)});
    cap.alternatives.push_back(small.number(7));
    const model::ParameterId parameter = small.now().parameters.add(cap);
    const auto shown = small.output(small.filing, "上限");
    small.define(shown, small.expr(model::ParameterUse{parameter}));
    small.lend("L1", "2025-02-28", "1");
    small.lend("L2", "2025-03-01", "1");
    CHECK(Run(small).all() == "L1 通过 1 1\nL2 通过 1 2\n");
    const auto with = [&](const std::function<void(Options&)>& change) {
        return Run(small, "2026-12-31", TotalsBy::Running, change).all();
    };
    CHECK(with([](Options& options) { options.readings["上限"] = "7"; }) == "L1 通过 1 7\nL2 通过 1 7\n");
    CHECK(with([](Options& options) { options.settings["上限"] = value::Number{5}; }) ==
          "L1 通过 1 5\nL2 通过 1 5\n");
}
