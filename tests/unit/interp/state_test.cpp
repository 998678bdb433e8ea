// States: from the day on which they begin to the day on which they end, as often as that happens.
#include "small_policy.hpp"

#include <catch2/catch.hpp>

using namespace tiaoli;
using namespace tiaoli::interp;
using namespace tiaoli::interp::testing;

namespace {

using model::Absence;
using model::CompareOperator;
using model::Total;
using model::TypeKind;

value::Date ymd(int year, int month, int day_of_month) {
    return *value::Date::from_ymd(year, month, day_of_month);
}

/// Banks with amounts that move (增减), resumptions (恢复), inspections (查处), and looks at them (看, last on each day).
struct Banks : SmallPolicy {
    Banks() {
        bank = undated("银行");
        opening = stored(bank, "开业日", TypeKind::Date, Absence::Pending);
        resumption = dated("恢复", 1);
        resumed = reference(resumption, "银行", bank);
        valid = stored(resumption, "有效", TypeKind::Bool, Absence::Optional);
        inspection = dated("查处", 2);
        inspected = reference(inspection, "银行", bank);
        move = dated("增减", 3);
        moved = reference(move, "银行", bank);
        by = stored(move, "数", TypeKind::Number, Absence::Optional);
        look = dated("看", 9);
        looked_at = reference(look, "银行", bank);
        level = defined(bank, "量", TypeKind::Number, model::FieldRole::AsOf);
        define(level, total(Total::Sum, {move, {{moved, expr(model::OwnRecord{}), {}}}, {}}, element(by)));
        suspended = state(bank, "暂停");
        is_in = defined(look, "处于", TypeKind::Bool, model::FieldRole::Derived);
        since = defined(look, "起日", TypeKind::Date, model::FieldRole::Derived);
        define(is_in, of(own(looked_at), suspended.field));
        define(since, of(own(looked_at), suspended.start));
        row(bank, "甲", {});
    }

    model::Trigger high(std::int64_t limit = 10) {
        return when(compare(own(level), CompareOperator::GreaterEqual, number(limit)));
    }
    model::Trigger low(std::int64_t limit) {
        return when(compare(own(level), CompareOperator::Less, number(limit)));
    }
    model::Trigger resumes() {
        return at(
            total(Total::Exists, {resumption, {{resumed, expr(model::OwnRecord{}), {}}}, {element(valid)}}));
    }
    model::Trigger inspects() {
        return at(total(Total::Exists, {inspection, {{inspected, expr(model::OwnRecord{}), {}}}, {}}));
    }

    void moves(const std::string& day, const std::string& amount) {
        dated_row(move, "M" + day + amount, day, {{moved, "甲"}, {by, amount}});
    }
    void resume(const std::string& day, const std::string& is_valid = "是") {
        dated_row(resumption, "H" + day, day, {{resumed, "甲"}, {valid, is_valid}});
    }
    void inspect(const std::string& day) { dated_row(inspection, "C" + day, day, {{inspected, "甲"}}); }
    /// "是 2025-03-05" on each day, looked at after everything else of the day.
    std::string on(const std::vector<std::string>& days) {
        for (const std::string& day : days)
            dated_row(look, "K" + day, day, {{looked_at, "甲"}});
        Run run(*this);
        std::string out;
        for (const std::string& day : days)
            out +=
                (out.empty() ? "" : "；") + run.value(is_in, "K" + day) + " " + run.value(since, "K" + day);
        return out;
    }

    model::RecordId bank, resumption, inspection, move, look;
    model::FieldId opening, resumed, valid, inspected, moved, by, looked_at, level, is_in, since;
    State suspended;
};

const std::string out = "否 无值";

} // namespace

TEST_CASE(
    "a state runs from the day on which its condition comes true to the day of the event that ends it") {
    Banks small;
    small.define(small.suspended, small.high(), small.resumes());
    small.moves("2025-03-02", "9");
    small.moves("2025-03-04", "1");
    small.moves("2025-03-05", "-5");
    small.resume("2025-03-07");
    const std::string in = "是 2025-03-04";
    CHECK(small.on({"2025-03-03", "2025-03-04", "2025-03-06", "2025-03-07"}) ==
          out + "；" + in + "；" + in + "；" + out);
}

TEST_CASE("after an end a condition must have ceased before it begins the state again") {
    Banks small;
    small.define(small.suspended, small.high(), small.resumes());
    small.moves("2025-03-02", "10");
    small.resume("2025-03-03");
    small.moves("2025-03-04", "5"); // still holds
    small.moves("2025-03-05", "-9");
    small.moves("2025-03-06", "4");
    CHECK(small.on({"2025-03-03", "2025-03-04", "2025-03-05", "2025-03-06"}) ==
          out + "；" + out + "；" + out + "；是 2025-03-06");
}

TEST_CASE("at one point an end wins over a start") {
    Banks small;
    const auto event = small.inspects();
    small.define(small.suspended, event, event);
    small.inspect("2025-03-02");
    CHECK(small.on({"2025-03-02"}) == out);
}

TEST_CASE("events: each record begins or ends the state at its place, by the order of one day") {
    Banks small;
    small.define(small.suspended, small.inspects(), small.resumes());
    small.inspect("2025-03-02");
    small.inspect("2025-03-03"); // runs already: its first day stays
    small.resume("2025-03-03", "否");
    small.resume("2025-03-04");
    small.inspect("2025-03-04"); // after the resumption of that day
    CHECK(small.on({"2025-03-02", "2025-03-03", "2025-03-04"}) ==
          "是 2025-03-02；是 2025-03-02；是 2025-03-04");
}

TEST_CASE("an unknown start makes the state unknown until an end or a certain start") {
    Banks small;
    small.define(small.suspended, small.high(), small.resumes());
    small.moves("2025-03-02", "");
    small.resume("2025-03-04");
    CHECK(small.on({"2025-03-01", "2025-03-02", "2025-03-03", "2025-03-04", "2025-03-05"}) ==
          out + "；未知 未知；未知 未知；" + out + "；" + out);
    Banks certain;
    certain.define(certain.suspended, certain.inspects(), certain.resumes());
    certain.inspect("2025-03-02");
    certain.resume("2025-03-03", "");
    certain.inspect("2025-03-05");
    CHECK(certain.on({"2025-03-03", "2025-03-05"}) == "未知 未知；是 未知");
}

TEST_CASE("what an unknown start lacks is named") {
    Banks small;
    small.define(small.suspended, small.high(), small.resumes());
    small.moves("2025-03-02", "");
    small.dated_row(small.look, "K", "2025-03-03", {{small.looked_at, "甲"}});
    Run run(small);
    const Value value = run.settlement().field(small.is_in, run.row(small.look, "K"));
    const auto& reasons = std::get<UnknownValue>(value).reasons;
    REQUIRE(reasons.size() == 1);
    CHECK(reasons.front().kind == AbsenceReason::NotSupplied);
    CHECK(reasons.front().field == small.by);
}

TEST_CASE("a value that does not exist begins no state") {
    Banks small;
    const auto rate = small.binary(small.number(1), model::BinaryOperator::Divide, small.own(small.level));
    small.define(small.suspended, small.when(small.compare(rate, CompareOperator::Less, small.number(1))),
                 small.resumes());
    small.moves("2025-03-02", "2");
    CHECK(small.on({"2025-03-01", "2025-03-02"}) == out + "；是 2025-03-02");
}

TEST_CASE("a state that begins and ends by conditions") {
    Banks small;
    small.define(small.suspended, small.high(), small.low(5));
    small.moves("2025-03-02", "10");
    small.moves("2025-03-03", "-4"); // 6: not yet low
    small.moves("2025-03-04", "-2");
    small.moves("2025-03-05", "7");
    CHECK(small.on({"2025-03-01", "2025-03-02", "2025-03-03", "2025-03-04", "2025-03-05"}) ==
          out + "；是 2025-03-02；是 2025-03-02；" + out + "；是 2025-03-05");
}

TEST_CASE("a date that the condition compares begins and ends a state though nothing happens") {
    Banks small;
    const auto from_opening = [&](CompareOperator op, std::int32_t days) {
        return small.when(
            small.expr(model::Elapsed{small.own(small.opening), small.expr(model::ThatDay{}), op,
                                      small.expr(model::Constant{value::Duration{0, days, 0}})}));
    };
    small.define(small.suspended, from_opening(CompareOperator::GreaterEqual, 2),
                 from_opening(CompareOperator::GreaterEqual, 5));
    small.rows.clear();
    small.row(small.bank, "甲", {{small.opening, "2025-03-10"}});
    CHECK(small.on({"2025-03-11", "2025-03-12", "2025-03-14", "2025-03-15", "2025-04-01"}) ==
          out + "；是 2025-03-12；是 2025-03-12；" + out + "；" + out);
}

TEST_CASE("each day is judged by the version in force on it; a version without the state ends it") {
    Banks small;
    small.now().effective = ymd(2025, 3, 1);
    small.define(small.suspended, small.high(), small.resumes());
    const auto definitions = small.now().definitions;
    const auto exprs = small.now().exprs;
    small.version("二版");
    small.now().effective = ymd(2025, 4, 1);
    small.now().definitions = definitions;
    small.now().exprs = exprs;
    small.define(small.suspended, small.high(4), small.resumes());
    small.version("三版");
    small.now().effective = ymd(2025, 5, 1);
    small.now().definitions = definitions;
    small.now().exprs = exprs;
    small.inspect("2025-02-01");
    small.moves("2025-02-02", "20"); // before any version: nobody judges it
    small.moves("2025-02-03", "-15");
    CHECK(small.on({"2025-02-02", "2025-03-01", "2025-04-01", "2025-05-01"}) ==
          out + "；" + out + "；是 2025-04-01；" + out);
}

TEST_CASE("a running state goes on into a version that would not have begun it") {
    Banks small;
    small.now().effective = ymd(2025, 3, 1);
    small.define(small.suspended, small.high(), small.resumes());
    const auto definitions = small.now().definitions;
    const auto exprs = small.now().exprs;
    small.version("二版");
    small.now().effective = ymd(2025, 4, 1);
    small.now().definitions = definitions;
    small.now().exprs = exprs;
    small.define(small.suspended, small.high(100), small.resumes());
    small.moves("2025-03-05", "20");
    small.resume("2025-04-10");
    CHECK(small.on({"2025-03-31", "2025-04-01", "2025-04-10"}) == "是 2025-03-05；是 2025-03-05；" + out);
}

TEST_CASE("a parameter that changes on a day begins a state on that day") {
    Banks small;
    model::Parameter limit{"上限", {TypeKind::Number}, {}, {}, {}, {}};
    limit.values = {{std::nullopt, small.number(10)}, {ymd(2025, 3, 5), small.number(4)}};
    const auto id = small.now().parameters.add(limit);
    small.define(small.suspended,
                 small.when(small.compare(small.own(small.level), CompareOperator::GreaterEqual,
                                          small.expr(model::ParameterUse{id}))),
                 small.resumes());
    small.moves("2025-03-02", "5");
    CHECK(small.on({"2025-03-04", "2025-03-05"}) == out + "；是 2025-03-05");
}

TEST_CASE("a state of a dated record begins to be judged at its own place") {
    Banks small;
    const auto place = small.dated("网点", 8);
    const auto of_bank = small.reference(place, "银行", small.bank);
    const auto closed = small.state(place, "停业");
    const auto seen = small.reference(small.look, "网点", place, Absence::Nullable);
    const auto is_closed = small.defined(small.look, "网点停业", TypeKind::Bool, model::FieldRole::Derived);
    small.define(is_closed, small.of(small.own(seen), closed.field));
    small.define(closed,
                 small.at(small.total(Total::Exists,
                                      {small.inspection, {{small.inspected, small.own(of_bank), {}}}, {}})),
                 small.at(small.total(Total::Exists,
                                      {small.resumption, {{small.resumed, small.own(of_bank), {}}}, {}})));
    small.dated_row(place, "P", "2025-03-03", {{of_bank, "甲"}});
    small.inspect("2025-03-02"); // before there was a branch
    small.inspect("2025-03-05");
    small.resume("2025-03-06");
    for (const char* day : {"2025-03-04", "2025-03-05", "2025-03-06"})
        small.dated_row(small.look, day, day, {{small.looked_at, "甲"}, {seen, "P"}});
    Run run(small);
    CHECK(run.value(is_closed, "2025-03-04") == "否");
    CHECK(run.value(is_closed, "2025-03-05") == "是");
    CHECK(run.value(is_closed, "2025-03-06") == "否");
}

TEST_CASE("keys of an event that change with time are read as of each event") {
    Banks small;
    const auto chief = small.defined(small.bank, "主管", TypeKind::Reference, model::FieldRole::AsOf);
    const auto last =
        small.total(Total::Latest, {small.move, {{small.moved, small.expr(model::OwnRecord{}), {}}}, {}});
    small.define(chief, small.of(last, small.moved)); // 无值 before the first 增减
    small.define(small.suspended,
                 small.at(small.total(Total::Exists,
                                      {small.inspection, {{small.inspected, small.own(chief), {}}}, {}})),
                 small.resumes());
    small.inspect("2025-03-02");
    small.moves("2025-03-03", "1");
    small.inspect("2025-03-04");
    CHECK(small.on({"2025-03-02", "2025-03-03", "2025-03-04"}) == out + "；" + out + "；是 2025-03-04");
}

TEST_CASE("verdicts that rest on a state feed it in turn") {
    Banks small;
    const auto filing = small.matter("备案", small.move);
    small.rule(filing, small.expr(model::Unary{model::UnaryOperator::Not,
                                               small.of(small.own(small.moved), small.suspended.field)}));
    const auto passed = small.defined(small.bank, "通过量", TypeKind::Number, model::FieldRole::AsOf);
    model::RecordSet set{
        small.move, {{small.moved, small.expr(model::OwnRecord{}), {}}}, {small.passed(filing)}};
    small.define(passed, small.total(Total::Sum, set, small.element(small.by)));
    small.define(
        small.suspended,
        small.when(small.compare(small.own(passed), CompareOperator::GreaterEqual, small.number(10))),
        small.resumes());
    small.moves("2025-03-02", "6");
    small.moves("2025-03-03", "6"); // reaches the limit: passes itself, suspends what follows
    small.moves("2025-03-04", "1");
    small.resume("2025-03-05");
    small.moves("2025-03-06", "1");
    Run run(small);
    CHECK(run.verdict(filing, "M2025-03-026") == "通过");
    CHECK(run.verdict(filing, "M2025-03-036") == "通过");
    CHECK(run.verdict(filing, "M2025-03-041") == "不通过");
    CHECK(run.verdict(filing, "M2025-03-061") == "通过");
}

TEST_CASE("a verdict still to come neither begins nor ends a state") {
    Banks small;
    const auto filing = small.matter("备案", small.move);
    const auto refused = small.state(small.move, "被拒");
    small.rule(filing, small.compare(small.own(small.by), CompareOperator::Less, small.number(5)));
    small.rule(filing, small.own(refused.field), model::Consequence::Hint);
    small.define(refused, small.when(small.is(small.own(small.verdict(filing)), model::Verdict::Fail)),
                 small.when(small.is(small.own(small.verdict(filing)), model::Verdict::Pass)));
    small.moves("2025-03-02", "6");
    Run run(small);
    CHECK(run.decision(filing, "M2025-03-026").rules.at(1).state ==
          RuleState::Failed); // not at its own moment
    CHECK(run.value(refused.field, "M2025-03-026") == "是");
    CHECK(run.value(refused.start, "M2025-03-026") == "2025-03-02");
}

TEST_CASE("a decision that rests on a state cites the state's article and its readings") {
    Banks small;
    const auto filing = small.matter("备案", small.move);
    const auto own_article = small.article("第一条");
    small.rule(filing, small.expr(model::Unary{model::UnaryOperator::Not,
                                               small.of(small.own(small.moved), small.suspended.field)}));
    const auto states_article = small.article("第二条");
    small.define(small.suspended, small.inspects(), small.resumes());
    small.now().readings = {{own_article, {}, {}, "甲", true, {}}, {states_article, {}, {}, "乙", false, {}}};
    small.moves("2025-03-02", "1");
    Run run(small);
    CHECK(run.decision(filing, "M2025-03-021").readings == std::vector<std::size_t>{0, 1});
}

TEST_CASE("the trace says what began or ended the state") {
    Banks small;
    const auto filing = small.matter("备案", small.look);
    small.rule(filing, small.of(small.own(small.looked_at), small.suspended.field));
    small.define(small.suspended, small.high(), small.resumes());
    small.moves("2025-03-02", "10");
    small.resume("2025-03-04");
    for (const char* day : {"2025-03-01", "2025-03-03", "2025-03-05"})
        small.dated_row(small.look, day, day, {{small.looked_at, "甲"}});
    Run run(small);
    const auto state_on = [&](const char* day) {
        const auto steps = run.settlement().trace(filing, run.row(small.look, day));
        const TraceStep& step = steps.at(0).parts.back();
        REQUIRE(step.kind == TraceStep::Kind::State);
        return step;
    };
    CHECK(state_on("2025-03-01").state.kind == StateNote::Kind::NotBegun);
    const TraceStep running = state_on("2025-03-03");
    CHECK(running.state.kind == StateNote::Kind::Running);
    CHECK(running.state.since == ymd(2025, 3, 2));
    CHECK_FALSE(running.parts.empty());
    const TraceStep ended = state_on("2025-03-05");
    CHECK(ended.state.kind == StateNote::Kind::Ended);
    CHECK(ended.state.by == model::RowRef{small.resumption, run.row(small.resumption, "H2025-03-04")});
    CHECK(ended.state.holds_still);
}
