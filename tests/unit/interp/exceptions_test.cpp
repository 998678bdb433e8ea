// Exceptions (不受第X条限制): what wins over a definition, what lifts a rule, and what an exception that cannot be told does.
#include "loans.hpp"

#include <catch2/catch.hpp>

using namespace tiaoli;
using namespace tiaoli::interp;
using namespace tiaoli::interp::testing;

namespace {

/// Numbers 甲数, 乙数 that may be missing and 除数 that may be zero; 得数 is what the articles define.
struct Excepted : SmallPolicy {
    Excepted() {
        thing = dated("事");
        a = stored(thing, "甲数", TypeKind::Number, Absence::Optional);
        b = stored(thing, "乙数", TypeKind::Number, Absence::Optional);
        divisor = stored(thing, "除数", TypeKind::Number);
        review = matter("审核", thing);
        result = defined(thing, "得数", TypeKind::Number, model::FieldRole::Matter, review);
        fifteen = article("第十五条");
    }
    void row(const std::string& key, const std::string& a_text, const std::string& b_text = "0",
             const std::string& divisor_text = "1") {
        dated_row(thing, key, "2025-01-01", {{a, a_text}, {b, b_text}, {divisor, divisor_text}});
    }
    model::ExprId above(model::FieldId field, std::int64_t bound) {
        return compare(own(field), CompareOperator::Greater, number(bound));
    }
    model::ExprId quotient_positive() {
        return compare(binary(number(1), model::BinaryOperator::Divide, own(divisor)),
                       CompareOperator::Greater, number(0));
    }
    void except(const std::string& label, model::ExprId guard, model::ExprId value) {
        article(label);
        model::DefinitionPart part = guarded({{guard, value}});
        part.overrides = fifteen;
        define(result, part);
    }
    void lift(model::RuleId rule, model::ArticleId by, model::ExprId condition) {
        now().rules[rule].exceptions.push_back({by, condition, {}});
    }
    std::string values(const std::vector<std::string>& keys) {
        Run run(*this);
        std::string out;
        for (const std::string& key : keys)
            out += (out.empty() ? "" : " ") + run.value(result, key);
        return out;
    }
    RuleOutcome only_rule(const std::string& key) { return Run(*this).decision(review, key).rules.at(0); }

    model::RecordId thing;
    model::FieldId a;
    model::FieldId b;
    model::FieldId divisor;
    model::MatterId review;
    model::FieldId result;
    model::ArticleId fifteen;
};

} // namespace

TEST_CASE("an exception wins over the definition where its guard holds; elsewhere the definition counts") {
    Excepted small;
    small.define(small.result, small.guarded({{small.above(small.b, 5), small.number(1)}}, small.number(2)));
    small.except("第十八条", small.above(small.a, 5), small.number(9));
    small.row("例外", "6", "6");
    small.row("照旧", "5", "6");
    small.row("其他", "5", "5");
    CHECK(small.values({"例外", "照旧", "其他"}) == "9 1 2");
}

TEST_CASE("an exception lifts only the article that it names") {
    Excepted small;
    small.define(small.result, small.guarded({{small.above(small.b, 5), small.number(1)}}));
    small.article("第十六条");
    small.define(small.result, small.guarded({{small.above(small.b, 7), small.number(1)}}));
    small.except("第十八条", small.above(small.a, 5), small.number(9));
    small.row("只有第十五条", "6", "6");
    small.row("第十六条也定了", "6", "8");
    CHECK(small.values({"只有第十五条", "第十六条也定了"}) == "9 未知");
    Run run(small);
    const Value conflict = run.settlement().field(small.result, run.row(small.thing, "第十六条也定了"));
    CHECK(std::get<UnknownValue>(conflict).reasons.at(0).kind == AbsenceReason::Conflict);
}

TEST_CASE("two exceptions that both hold must agree") {
    Excepted small;
    small.define(small.result, small.number(1));
    small.except("第十八条", small.above(small.a, 5), small.number(9));
    small.except("第十九条", small.above(small.b, 5), small.number(8));
    small.except("第二十条", small.above(small.b, 7), small.number(8));
    small.row("两个", "6", "6");
    small.row("相同", "0", "8");
    CHECK(small.values({"两个", "相同"}) == "未知 8");
}

TEST_CASE("an exception that cannot be told makes the value unknown unless all possible clauses agree") {
    Excepted small;
    small.define(small.result, small.own(small.b));
    small.except("第十八条", small.above(small.a, 5), small.number(9));
    small.row("不同", "", "1");
    small.row("相同", "", "9");
    CHECK(small.values({"不同", "相同"}) == "未知 9");
}

TEST_CASE(
    "an exception is not bound by the adjustments of the definition; a guard without value lifts nothing") {
    Excepted small;
    model::DefinitionPart capped = small.guarded({}, {});
    capped.clauses = {{model::ClauseKind::Plain, {}, small.number(7), {}}};
    capped.adjustments = {small.adjust(model::AdjustmentKind::AtMost, small.number(3))};
    small.define(small.result, capped);
    small.except("第十八条", small.above(small.a, 5), small.number(9));
    small.except("第十九条", small.quotient_positive(), small.number(9));
    small.row("例外", "6", "0", "0");
    small.row("无值", "0", "0", "0");
    CHECK(small.values({"例外", "无值"}) == "9 3");
}

TEST_CASE("a rule does not apply where an exception to it holds") {
    Excepted small;
    const auto eighteen = small.article("第十八条");
    const auto rule = small.rule(small.review, small.above(small.b, 5));
    small.lift(rule, eighteen, small.above(small.a, 9));
    small.lift(rule, eighteen, small.above(small.a, 5));
    small.row("例外", "6", "0");
    small.row("例外未填", "6", "");
    small.row("照旧", "5", "0");
    CHECK(small.only_rule("例外").state == RuleState::NotApplicable);
    CHECK(small.only_rule("例外").lifted_by == 1U);
    CHECK(small.only_rule("例外未填").state == RuleState::NotApplicable);
    CHECK(small.only_rule("照旧").state == RuleState::Failed);
    CHECK(Run(small).verdict(small.review, "例外") == "通过");
}

TEST_CASE("an exception that cannot be told leaves a failing rule unknown, and one that holds holding") {
    Excepted small;
    const auto rule = small.rule(small.review, small.above(small.b, 5));
    small.lift(rule, small.fifteen, small.above(small.a, 5));
    small.row("不成立", "", "0");
    small.row("成立", "", "6");
    CHECK(small.only_rule("不成立").state == RuleState::Unknown);
    CHECK(small.only_rule("不成立").reasons.at(0).field == small.a);
    CHECK(small.only_rule("成立").state == RuleState::Held);
    CHECK(Run(small).verdict(small.review, "不成立") == "退回补正");
}

TEST_CASE("an exception whose condition has no value does not lift the rule") {
    Excepted small;
    const auto rule = small.rule(small.review, small.above(small.b, 5));
    small.lift(rule, small.fifteen, small.quotient_positive());
    small.row("无值", "0", "0", "0");
    CHECK(small.only_rule("无值").state == RuleState::Failed);
}

TEST_CASE("an exception that was looked at makes the readings of its article count") {
    Excepted small;
    const auto rule = small.rule(small.review, small.yes(true));
    const auto eighteen = small.article("第十八条");
    small.lift(rule, eighteen, small.above(small.a, 5));
    small.now().readings.push_back({eighteen, {}, {}, "读法", false, {}});
    small.row("一", "0");
    CHECK(Run(small).decision(small.review, "一").readings == std::vector<std::size_t>{0});
    Excepted defined;
    defined.define(defined.result, defined.number(1));
    defined.except("第十八条", defined.above(defined.a, 5), defined.number(9));
    defined.rule(defined.review, defined.above(defined.result, 0));
    defined.now().readings.push_back({model::ArticleId{1}, {}, {}, "读法", false, {}});
    defined.row("一", "0");
    CHECK(Run(defined).decision(defined.review, "一").readings == std::vector<std::size_t>{0});
}

TEST_CASE("clauses taken are noted once for all, also where a cache gives their value again") {
    Excepted small;
    const auto shared = small.defined(small.thing, "共用", TypeKind::Number, model::FieldRole::Derived);
    const source::Span place{source::SourceId{0}, 5, 9};
    model::DefinitionPart part = small.guarded({{small.above(small.a, 5), small.number(1)}}, small.number(2));
    part.clauses.front().span = place;
    small.define(shared, part);
    small.rule(small.review, small.above(shared, 0));
    small.rule(small.review, small.above(shared, 1));
    small.row("一", "6");
    small.row("二", "");
    Run noting(small, "2026-12-31", TotalsBy::Running, [](Options& options) { options.note_taken = true; });
    noting.settlement().settle();
    CHECK(noting.settlement().taken() == Taken{{model::VersionId{0}, place}});
    Run plain(small);
    plain.settlement().settle();
    CHECK(plain.settlement().taken().empty());
}
