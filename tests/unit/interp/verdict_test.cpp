// Rules in three-valued logic, and the worst of them as the verdict.
#include "loans.hpp"

#include <catch2/catch.hpp>

using namespace tiaoli;
using namespace tiaoli::interp;
using namespace tiaoli::interp::testing;

namespace {

/// Records with a value that may be missing, and one that is divided by.
struct Checks : SmallPolicy {
    Checks() {
        thing = dated("事");
        given = stored(thing, "数", TypeKind::Number, Absence::Optional);
        divisor = stored(thing, "除数", TypeKind::Number);
        review = matter("审核", thing);
        row("一", "2025-01-01", "5", "1");
        row("缺", "2025-01-02", "", "1");
        row("零", "2025-01-03", "5", "0");
    }
    void row(const std::string& key, const std::string& day, const std::string& number_text,
             const std::string& by) {
        dated_row(thing, key, day, {{given, number_text}, {divisor, by}});
    }
    model::ExprId more_than(std::int64_t bound) {
        return compare(own(given), CompareOperator::Greater, number(bound));
    }
    model::ExprId quotient_positive() {
        return compare(binary(number(1), model::BinaryOperator::Divide, own(divisor)),
                       CompareOperator::Greater, number(0));
    }

    model::RecordId thing;
    model::FieldId given;
    model::FieldId divisor;
    model::MatterId review;
};

std::string verdicts(const SmallPolicy& small, model::MatterId matter) {
    Run run(small);
    return run.verdict(matter, "一") + " " + run.verdict(matter, "缺") + " " + run.verdict(matter, "零");
}

} // namespace

TEST_CASE("a missing value returns the papers, a value that does not exist goes to a person") {
    Checks small;
    small.rule(small.review, small.more_than(4));
    small.rule(small.review, small.quotient_positive());
    CHECK(verdicts(small, small.review) == "通过 退回补正 转人工");
    Run run(small);
    const Reason& reason = run.decision(small.review, "缺").rules[0].reasons.at(0);
    CHECK(reason.kind == AbsenceReason::NotSupplied);
    CHECK(reason.field == small.given);
}

TEST_CASE("a certain failure wins over everything unknown") {
    Checks small;
    small.rule(small.review, small.more_than(4));
    small.rule(small.review, small.quotient_positive());
    small.rule(small.review, small.yes(false));
    CHECK(verdicts(small, small.review) == "不通过 不通过 不通过");
}

TEST_CASE("worst first: 不通过, 退回补正, 暂缓, 转人工, 通过") {
    using enum model::Consequence;
    const auto verdict_of = [](std::vector<model::Consequence> failing) {
        Checks small;
        for (const model::Consequence consequence : failing)
            small.rule(small.review, small.yes(false), consequence);
        Run run(small);
        return run.verdict(small.review, "一");
    };
    CHECK(verdict_of({Hint}) == "通过");
    CHECK(verdict_of({Hint, Manual}) == "转人工");
    CHECK(verdict_of({Manual, Defer}) == "暂缓");
    CHECK(verdict_of({Defer, Return, Manual}) == "退回补正");
    CHECK(verdict_of({Return, Fail, Defer}) == "不通过");
}

TEST_CASE("a rule that can only hint never changes the verdict") {
    Checks small;
    small.rule(small.review, small.more_than(100), model::Consequence::Hint);
    small.rule(small.review, small.quotient_positive(), model::Consequence::Hint);
    CHECK(verdicts(small, small.review) == "通过 通过 通过");
}

TEST_CASE("logic: no wins in 且, yes in 或; a premise that does not hold leaves the rule aside") {
    const auto logic = [](model::LogicOperator op, bool certain) {
        Checks small;
        small.rule(small.review, small.expr(model::Logic{op, {small.more_than(0), small.yes(certain)}}));
        return verdicts(small, small.review);
    };
    CHECK(logic(model::LogicOperator::And, false) == "不通过 不通过 不通过");
    CHECK(logic(model::LogicOperator::And, true) == "通过 退回补正 通过");
    CHECK(logic(model::LogicOperator::Or, true) == "通过 通过 通过");
    CHECK(logic(model::LogicOperator::Or, false) == "通过 退回补正 通过");
    Checks small;
    small.rule(small.review, small.yes(false), model::Consequence::Fail, small.more_than(9));
    CHECK(verdicts(small, small.review) == "通过 退回补正 通过");
    Checks lenient;
    lenient.rule(lenient.review, lenient.yes(true), model::Consequence::Fail, lenient.more_than(9));
    CHECK(verdicts(lenient, lenient.review) == "通过 通过 通过");
}

TEST_CASE("unknown beside a value that does not exist: the papers come first") {
    Checks small;
    small.row("缺零", "2025-01-04", "", "0");
    const auto both =
        small.expr(model::Logic{model::LogicOperator::And, {small.quotient_positive(), small.more_than(0)}});
    small.rule(small.review, both);
    Run run(small);
    CHECK(run.verdict(small.review, "缺零") == "退回补正");
    CHECK(run.verdict(small.review, "零") == "转人工");
}

TEST_CASE("what there is none of matches nothing, neither 为 nor 不为") {
    Checks small;
    const auto none = small.stored(small.thing, "备注数", TypeKind::Number, Absence::Nullable);
    for (const auto op : {CompareOperator::Equal, CompareOperator::NotEqual, CompareOperator::Less})
        small.rule(small.review, small.compare(small.own(none), op, small.number(1)),
                   model::Consequence::Hint);
    small.rule(small.review, small.expr(model::Membership{small.own(none), {small.number(1)}, true}),
               model::Consequence::Hint);
    small.rule(small.review, small.expr(model::Presence{small.own(none), false}));
    Run run(small);
    const Decision& decision = run.decision(small.review, "一");
    for (std::size_t at = 0; at < 4; ++at)
        CHECK(decision.rules[at].state == RuleState::Failed);
    CHECK(decision.rules[4].state == RuleState::Held);
}

TEST_CASE("有 asks whether a 可缺 value was supplied; a sum with it stays unknown") {
    Checks small;
    small.rule(small.review, small.has(small.own(small.given)));
    CHECK(verdicts(small, small.review) == "通过 不通过 通过");
    Checks derived;
    derived.rule(derived.review, derived.has(derived.binary(derived.own(derived.given),
                                                            model::BinaryOperator::Add, derived.number(1))));
    CHECK(verdicts(derived, derived.review) == "通过 退回补正 通过");
}

TEST_CASE(
    "outputs: unknown ones return the papers, undefined ones go to a person, hidden where nothing is given") {
    Checks small;
    const auto out = small.output(small.review, "商");
    small.define(
        out, small.binary(small.own(small.given), model::BinaryOperator::Divide, small.own(small.divisor)));
    CHECK(verdicts(small, small.review) == "通过 退回补正 转人工");
    Run run(small);
    CHECK(run.output(small.review, "一") == "5");
    CHECK(run.output(small.review, "缺") == "未知");
    CHECK(run.decision(small.review, "缺").reasons.at(0).field == small.given);
    CHECK(run.output(small.review, "零") == "无值");
    small.rule(small.review, small.yes(false));
    CHECK(Run(small).output(small.review, "一") == "无值");
}

TEST_CASE("a calendar that is not published goes to a person") {
    Checks small;
    const auto due = small.expr(model::Binary{model::BinaryOperator::Add, small.own(small.day(small.thing)),
                                              small.expr(model::Constant{value::Duration{0, 0, 5}})});
    small.rule(small.review, small.compare(due, CompareOperator::Greater, small.date("2024-01-01")));
    Run run(small);
    CHECK(run.verdict(small.review, "一") == "转人工");
    CHECK(run.decision(small.review, "一").rules[0].reasons.at(0).year == 2025);
}

TEST_CASE("outputs of a decision that did not pass are not there for others") {
    Loans small;
    const auto claim = small.dated("申请", 5);
    const auto claimed = small.reference(claim, "贷款", small.loan);
    const auto paying = small.matter("补偿", claim);
    const auto supported = small.of(small.own(claimed), small.support);
    small.rule(paying, small.compare(supported, CompareOperator::Greater, small.number(0)));
    small.rule(small.filing, small.compare(small.own(small.amount), CompareOperator::Less, small.number(9)));
    small.lend("L1", "2025-01-01", "3");
    small.lend("L2", "2025-01-02", "9");
    small.lend("L3", "2025-01-03", "");
    for (const char* number : {"1", "2", "3"})
        small.dated_row(claim, std::string{"C"} + number, "2025-02-01",
                        {{claimed, std::string{"L"} + number}});
    Run run(small);
    CHECK(run.verdict(paying, "C1") == "通过");
    CHECK(run.verdict(small.filing, "L2") == "不通过");
    CHECK(run.verdict(paying, "C2") == "转人工");
    CHECK(run.decision(paying, "C2").rules[0].reasons.at(0).kind == AbsenceReason::NoOutput);
    CHECK(run.verdict(small.filing, "L3") == "退回补正");
    CHECK(run.verdict(paying, "C3") == "转人工");
}
