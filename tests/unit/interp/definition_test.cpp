// Definitions: clauses of several statements, conflicts, adjustments, what is absent.
#include "loans.hpp"

#include <catch2/catch.hpp>

using namespace tiaoli;
using namespace tiaoli::interp;
using namespace tiaoli::interp::testing;

namespace {

/// One record type with two numbers that may be missing, and a plain field of it.
struct Defined : SmallPolicy {
    Defined() {
        thing = dated("事");
        a = stored(thing, "甲数", TypeKind::Number, Absence::Optional);
        b = stored(thing, "乙数", TypeKind::Number, Absence::Optional);
        result = defined(thing, "得数", TypeKind::Number, model::FieldRole::Derived);
    }
    void row(const std::string& key, const std::string& a_text, const std::string& b_text) {
        dated_row(thing, key, "2025-01-01", {{a, a_text}, {b, b_text}});
    }
    model::ExprId above(model::FieldId field, std::int64_t bound) {
        return compare(own(field), CompareOperator::Greater, number(bound));
    }
    std::string values(std::vector<std::string> keys) {
        Run run(*this);
        std::string out;
        for (const std::string& key : keys)
            out += (out.empty() ? "" : " ") + run.value(result, key);
        return out;
    }
    model::DefinitionPart plain(model::ExprId value, std::vector<model::Adjustment> adjustments) {
        return {{}, {{model::ClauseKind::Plain, {}, value, {}}}, std::move(adjustments), {}};
    }

    model::RecordId thing;
    model::FieldId a;
    model::FieldId b;
    model::FieldId result;
};

} // namespace

TEST_CASE("the clause whose guard holds gives the value; none gives none") {
    Defined small;
    small.define(small.result, small.guarded({{small.above(small.a, 5), small.number(1)}}));
    small.define(small.result, small.guarded({{small.above(small.b, 5), small.number(2)}}));
    small.row("一", "9", "0");
    small.row("二", "0", "9");
    small.row("都", "9", "9");
    small.row("都不", "0", "0");
    small.row("未知", "", "0");
    CHECK(small.values({"一", "二", "都不", "未知"}) == "1 2 无值 未知");
    Run run(small);
    const Value conflict = run.settlement().field(small.result, run.row(small.thing, "都"));
    CHECK(std::get<UnknownValue>(conflict).reasons.at(0).kind == AbsenceReason::Conflict);
}

TEST_CASE("clauses that agree are no conflict; an unknown guard does no harm where all agree") {
    Defined small;
    small.define(small.result, small.guarded({{small.above(small.a, 5), small.number(1)}}));
    small.define(small.result, small.guarded({{small.above(small.b, 5), small.number(1)}}));
    small.row("都", "9", "9");
    small.row("一知", "9", "");
    CHECK(small.values({"都", "一知"}) == "1 1");
}

TEST_CASE("其他的 holds where no guard of its statement does; unknown unless both sides agree") {
    Defined small;
    small.define(small.result,
                 small.guarded({{small.above(small.a, 5), small.number(1)}}, small.own(small.b)));
    small.row("一", "9", "7");
    small.row("其他", "0", "7");
    small.row("不知", "", "7");
    small.row("相同", "", "1");
    CHECK(small.values({"一", "其他", "不知", "相同"}) == "1 7 未知 1");
}

TEST_CASE("没有的 catches what does not exist, not what is unknown") {
    Defined small;
    model::DefinitionPart part =
        small.plain(small.binary(small.number(6), model::BinaryOperator::Divide, small.own(small.a)), {});
    part.clauses.push_back({model::ClauseKind::WhenAbsent, {}, small.number(-1), {}});
    small.define(small.result, part);
    small.row("有", "3", "0");
    small.row("零", "0", "0");
    small.row("缺", "", "0");
    CHECK(small.values({"有", "零", "缺"}) == "2 -1 未知");
}

TEST_CASE("adjustments apply in order; an unknown or absent limit spoils the value") {
    Defined small;
    using Kind = model::AdjustmentKind;
    small.define(small.result,
                 small.plain(small.own(small.a), {small.adjust(Kind::Add, small.number(1)),
                                                  small.adjust(Kind::AtMost, small.own(small.b)),
                                                  small.adjust(Kind::AtLeast, small.number(0)),
                                                  small.adjust(Kind::Round, small.number(10))}));
    small.row("中", "13", "100");
    small.row("限", "50", "36");
    small.row("低", "5", "-3");
    small.row("缺", "1", "");
    CHECK(small.values({"中", "限", "低", "缺"}) == "10 40 0 未知");
}

TEST_CASE("a guarded adjustment with an unknown guard matters only where it would change the value") {
    Defined small;
    using Kind = model::AdjustmentKind;
    small.define(small.result, small.plain(small.own(small.a), {small.adjust(Kind::AtMost, small.number(10),
                                                                             small.above(small.b, 0))}));
    small.row("不改", "5", "");
    small.row("会改", "15", "");
    small.row("改", "15", "1");
    small.row("不用", "15", "0");
    CHECK(small.values({"不改", "会改", "改", "不用"}) == "5 未知 10 15");
}

TEST_CASE("a limit that there is none of spoils the value") {
    Defined small;
    const auto cap = small.stored(small.thing, "上限", TypeKind::Number, Absence::Nullable);
    small.define(small.result, small.plain(small.own(small.a),
                                           {small.adjust(model::AdjustmentKind::AtMost, small.own(cap))}));
    small.row("无", "5", "0");
    CHECK(small.values({"无"}) == "无值");
}

TEST_CASE("a ring that slipped through is unknown, not endless") {
    Defined small;
    const auto other = small.defined(small.thing, "另数", TypeKind::Number, model::FieldRole::Derived);
    small.define(small.result, small.own(other));
    small.define(other, small.own(small.result));
    small.row("一", "1", "1");
    CHECK(small.values({"一"}) == "未知");
}

TEST_CASE("conflicting definitions go to a person and name the field") {
    Defined small;
    const auto review = small.matter("审核", small.thing);
    small.define(small.result, small.number(1));
    small.define(small.result, small.number(2));
    small.rule(review, small.compare(small.own(small.result), CompareOperator::Equal, small.number(1)));
    small.row("一", "1", "1");
    Run run(small);
    CHECK(run.verdict(review, "一") == "转人工");
    CHECK(run.decision(review, "一").rules[0].reasons.at(0).field == small.result);
}

TEST_CASE("a chain of fields beyond any policy is unknown, and no crash") {
    Defined small;
    model::FieldId last = small.a;
    for (int at = 0; at < 3000; ++at) {
        const auto next = small.defined(small.thing, "链", TypeKind::Number, model::FieldRole::Derived);
        small.define(next, small.binary(small.own(last), model::BinaryOperator::Add, small.number(1)));
        last = next;
    }
    small.define(small.result, small.own(last));
    small.row("一", "1", "1");
    CHECK(small.values({"一"}) == "未知");
}
