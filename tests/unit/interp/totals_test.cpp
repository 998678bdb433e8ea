// Totals: what spoils them, running totals against a look at every record, and totals over very many records.
#include "loans.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <random>
#include <set>

using namespace tiaoli;
using namespace tiaoli::interp;
using namespace tiaoli::interp::testing;

namespace {

std::string totals_of(Loans& small, model::RecordSet set) {
    std::vector<model::FieldId> fields;
    for (const Total kind : {Total::Sum, Total::Average, Total::Maximum, Total::Minimum}) {
        fields.push_back(small.defined(small.loan, "总数", TypeKind::Money, model::FieldRole::Derived));
        small.define(fields.back(), small.total(kind, set, small.element(small.amount)));
    }
    for (const Total kind : {Total::Count, Total::Exists, Total::NotExists, Total::Latest, Total::Earliest}) {
        fields.push_back(small.defined(small.loan, "总数", TypeKind::Money, model::FieldRole::Derived));
        small.define(fields.back(), small.total(kind, set));
    }
    small.lend("末", "2026-01-01", "0");
    Run run(small);
    std::string out;
    for (const model::FieldId field : fields)
        out += (out.empty() ? "" : " ") + run.value(field, "末");
    return out;
}

} // namespace

TEST_CASE("totals of several records, of none, and with one that lacks its value") {
    Loans some;
    some.lend("L1", "2025-01-01", "3");
    some.lend("L2", "2025-01-02", "6");
    CHECK(totals_of(some, some.of_same_firm()) == "9 4.5 6 3 2 是 否 L2 L1");
    Loans none;
    CHECK(totals_of(none, none.of_same_firm()) == "0 无值 无值 无值 0 否 是 无值 无值");
    Loans lacking;
    lacking.lend("L1", "2025-01-01", "3");
    lacking.lend("L2", "2025-01-02", "");
    CHECK(totals_of(lacking, lacking.of_same_firm()) == "未知 未知 未知 未知 2 是 否 L2 L1");
}

TEST_CASE("a filter that is unknown for a record spoils what it could change") {
    const auto filtered = [](Loans& small) {
        model::RecordSet set = small.of_same_firm();
        set.filters.push_back(
            small.compare(small.element(small.amount), CompareOperator::Greater, small.number(2)));
        return totals_of(small, set);
    };
    Loans late;
    late.lend("L1", "2025-01-01", "3");
    late.lend("L2", "2025-01-02", "");
    CHECK(filtered(late) == "未知 未知 未知 未知 未知 是 否 未知 L1");
    Loans early;
    early.lend("L1", "2025-01-01", "");
    early.lend("L2", "2025-01-02", "3");
    CHECK(filtered(early) == "未知 未知 未知 未知 未知 是 否 L2 未知");
}

TEST_CASE("均满足 stops at a certain breach; an empty set meets everything") {
    Loans small;
    const auto all = small.defined(small.loan, "都大", TypeKind::Bool, model::FieldRole::Derived);
    small.define(all, small.total(Total::All, small.of_same_firm(),
                                  small.compare(small.element(small.amount), CompareOperator::Greater,
                                                small.number(2))));
    small.lend("L1", "2025-01-01", "3");
    small.lend("L2", "2025-01-02", "");
    small.lend("L3", "2025-01-03", "1");
    small.lend("L4", "2025-01-04", "5");
    Run run(small);
    CHECK(run.value(all, "L1") == "是");
    CHECK(run.value(all, "L2") == "是");
    CHECK(run.value(all, "L3") == "未知");
    CHECK(run.value(all, "L4") == "否");
}

TEST_CASE("an unknown key leaves only the totals unknown that its record could join") {
    Loans small;
    const auto branch = small.stored(small.loan, "网点", TypeKind::Text, Absence::Optional);
    model::RecordSet set = small.of_same_firm();
    set.keys.push_back({branch, small.own(branch), {}});
    const auto count = small.defined(small.loan, "同点", TypeKind::Integer, model::FieldRole::Derived);
    small.define(count, small.total(Total::Count, set));
    const auto lend_at = [&](const char* key, const char* day, const char* to, const char* where) {
        small.lend(key, day, "1", to);
        small.rows.back().values.push_back({branch, where, {}});
    };
    lend_at("L1", "2025-01-01", "甲", "东");
    lend_at("L2", "2025-01-02", "甲", "");
    lend_at("L3", "2025-01-03", "甲", "东");
    lend_at("L4", "2025-01-04", "乙", "东");
    Run run(small);
    CHECK(run.value(count, "L1") == "0");
    CHECK(run.value(count, "L2") == "未知");
    CHECK(run.value(count, "L3") == "未知");
    CHECK(run.value(count, "L4") == "0");
}

namespace {

/// Loans with overdues, repayments and a rate of each firm as of the asker: totals that rest on totals and on decisions.
struct World : Loans {
    World() {
        overdue = dated("逾期", 1);
        overdue_of = reference(overdue, "贷款", loan);
        cleared = stored(overdue, "结清日", TypeKind::Date, Absence::Pending);
        repaid = dated("还款", 0);
        repaid_of = reference(repaid, "贷款", loan);
        repaid_yuan = stored(repaid, "本金", TypeKind::Money);
        define_fields();
        const auto rate = own_firm(overdue_rate);
        rule(filing,
             compare(rate, CompareOperator::Less, expr(model::Constant{value::Number::fraction(1, 2)})),
             model::Consequence::Fail, has(rate));
        rule(filing, compare(own_firm(latest_day), CompareOperator::Less, own(day(loan))),
             model::Consequence::Hint);
        define_rolling();
    }

    model::ExprId own_firm(model::FieldId field) { return of(own(borrower), field); }
    model::ExprId itself() { return expr(model::OwnRecord{}); }

    void define_fields() {
        outstanding = defined(loan, "未偿", TypeKind::Money, model::FieldRole::AsOf);
        define(outstanding,
               binary(own(amount), model::BinaryOperator::Subtract,
                      total(Total::Sum, {repaid, {{repaid_of, itself(), {}}}, {}}, element(repaid_yuan))));
        is_overdue = defined(loan, "逾期中", TypeKind::Bool, model::FieldRole::AsOf);
        const auto open = compare(element(cleared), CompareOperator::Greater, expr(model::ThatDay{}));
        define(is_overdue, total(Total::Exists, {overdue, {{overdue_of, itself(), {}}}, {open}}));
        model::RecordSet passed_loans{loan, {{borrower, itself(), {}}}, {passed(filing)}};
        model::RecordSet overdue_loans = passed_loans;
        overdue_loans.filters.push_back(element(is_overdue));
        overdue_rate = defined(firm, "逾期率", TypeKind::Ratio, model::FieldRole::AsOf);
        define(overdue_rate,
               binary(total(Total::Sum, overdue_loans, element(outstanding)), model::BinaryOperator::Divide,
                      total(Total::Sum, passed_loans, element(amount))));
        latest_day = defined(firm, "最近放款", TypeKind::Date, model::FieldRole::AsOf);
        define(latest_day, of(total(Total::Latest, passed_loans), day(loan)));
    }

    /// A window that ends with the asker's own day, and a chain of plain fields through earlier records.
    void define_rolling() {
        rolling = output(filing, "近三十日", TypeKind::Money);
        model::RecordSet window = of_same_firm();
        window.filters.push_back(
            expr(model::Elapsed{element(day(loan)), own(day(loan)), CompareOperator::Less,
                                expr(model::Constant{value::Duration{0, 30, 0}})}));
        define(rolling, total(Total::Sum, window, element(amount)));
        sequence = defined(loan, "序号", TypeKind::Integer, model::FieldRole::Derived);
        model::DefinitionPart next{{}, {}, {}, {}};
        next.clauses.push_back({model::ClauseKind::Plain, {}, last_sequence_plus_one(), {}});
        next.clauses.push_back({model::ClauseKind::WhenAbsent, {}, number(1), {}});
        define(sequence, next);
        const auto shown = output(filing, "第几笔", TypeKind::Integer);
        define(shown, own(sequence));
    }
    model::ExprId last_sequence_plus_one() {
        return binary(of(total(Total::Latest, of_same_firm()), sequence), model::BinaryOperator::Add,
                      number(1));
    }

    model::RecordId overdue;
    model::FieldId overdue_of;
    model::FieldId cleared;
    model::RecordId repaid;
    model::FieldId repaid_of;
    model::FieldId repaid_yuan;
    model::FieldId outstanding;
    model::FieldId is_overdue;
    model::FieldId overdue_rate;
    model::FieldId latest_day;
    model::FieldId rolling;
    model::FieldId sequence;
};

std::string day_text(std::mt19937& random) {
    return fmt::format("2025-{:02}-{:02}", 1 + random() % 12, 1 + random() % 28);
}

void fill(World& world, std::uint32_t seed, int loans) {
    std::mt19937 random(seed);
    for (int at = 0; at < loans; ++at) {
        const std::string amount = random() % 40 == 0 ? "" : std::to_string(1 + random() % 5);
        world.lend(fmt::format("L{:03}", at), day_text(random), amount, random() % 3 == 0 ? "乙" : "甲");
    }
    const auto any_loan = [&] { return fmt::format("L{:03}", random() % static_cast<unsigned>(loans)); };
    for (int at = 0; at < loans; ++at)
        world.dated_row(world.repaid, fmt::format("R{}", at), day_text(random),
                        {{world.repaid_of, any_loan()}, {world.repaid_yuan, "1"}});
    for (int at = 0; at < loans / 3; ++at)
        world.dated_row(
            world.overdue, fmt::format("O{}", at), day_text(random),
            {{world.overdue_of, any_loan()}, {world.cleared, random() % 3 == 0 ? "" : day_text(random)}});
}

} // namespace

TEST_CASE("running totals say the same as looking at every record") {
    for (std::uint32_t seed = 0; seed < 40; ++seed) {
        World world;
        fill(world, seed, 30 + static_cast<int>(seed));
        Run running(world);
        Run scanning(world, "2026-12-31", TotalsBy::Scanning);
        INFO("seed " << seed);
        REQUIRE(running.all() == scanning.all());
    }
}

TEST_CASE("the order of rows changes nothing") {
    for (std::uint32_t seed = 0; seed < 10; ++seed) {
        World world;
        fill(world, seed, 40);
        const std::string before = Run(world).all();
        std::mt19937 random(seed);
        std::shuffle(world.rows.begin(), world.rows.end(), random);
        REQUIRE(Run(world).all() == before);
    }
}

namespace {

const std::string& day_of(const data::RowText& row) { return row.values.back().text; }

/// The rows that lie before a day; those of a loan only where the loan does too. Undated ones have no day.
std::vector<data::RowText> rows_before(const World& world, const std::string& cut) {
    std::set<std::string> loans;
    for (const data::RowText& row : world.rows) {
        if (row.record == world.loan && day_of(row) < cut)
            loans.insert(row.key);
    }
    std::vector<data::RowText> rows;
    for (const data::RowText& row : world.rows) {
        const bool is_of_loan = row.record == world.overdue || row.record == world.repaid;
        const bool is_early = row.record == world.firm || day_of(row) < cut;
        if (is_early && (!is_of_loan || loans.contains(row.values.front().text)))
            rows.push_back(row);
    }
    return rows;
}

} // namespace

TEST_CASE("later facts change no earlier decision") {
    for (std::uint32_t seed = 0; seed < 20; ++seed) {
        World world;
        fill(world, seed, 40);
        World early;
        early.rows = rows_before(world, "2025-07-01");
        Run all(world);
        Run part(early);
        for (const data::RowText& row : early.rows) {
            if (row.record != early.loan)
                continue;
            REQUIRE(all.verdict(world.filing, row.key) == part.verdict(early.filing, row.key));
            REQUIRE(all.output(world.filing, row.key) == part.output(early.filing, row.key));
        }
    }
}

TEST_CASE("many loans of one firm in one year settle in seconds, without deep recursion", "[scale]") {
    constexpr int loans = 20000;
    World world;
    // The window of thirty days looks at every loan of the firm: left out of this test.
    world.policy.schema.matters[world.filing].outputs = {world.support};
    for (int at = 0; at < loans; ++at)
        world.lend(fmt::format("L{:05}", at),
                   fmt::format("2025-{:02}-{:02}", 1 + at / 1680, 1 + at / 60 % 28), "1");
    for (int at = 0; at < loans; at += 50)
        world.dated_row(world.repaid, fmt::format("R{}", at), "2025-06-15",
                        {{world.repaid_of, fmt::format("L{:05}", at)}, {world.repaid_yuan, "1"}});
    Run run(world);
    const auto start = std::chrono::steady_clock::now();
    CHECK(run.verdict(world.filing, "L19999") == "通过");
    CHECK(run.value(world.sequence, "L19999") == "20000");
    const auto took = std::chrono::steady_clock::now() - start;
    CHECK(took < std::chrono::seconds(60));
}
