// What a trace shows, and which readings a decision rests on.
#include "loans.hpp"

#include <catch2/catch.hpp>

using namespace tiaoli;
using namespace tiaoli::interp;
using namespace tiaoli::interp::testing;

namespace {

const char* kind_name(TraceStep::Kind kind) {
    using enum TraceStep::Kind;
    switch (kind) {
    case Expression:
        return "式";
    case Field:
        return "字段";
    case Cell:
        return "格";
    case Aggregate:
        return "合";
    case Parameter:
        return "参数";
    case Clause:
        return "取";
    case Adjustment:
        return "调整";
    case Rule:
        return "规则";
    case State:
        return "状态";
    case Split:
        return "分配";
    case Deadline:
        return "期限";
    }
    return "";
}

std::string rendered(const SmallPolicy& small, const Run& run, const std::vector<TraceStep>& steps,
                     int depth = 0) {
    std::string out;
    for (const TraceStep& step : steps) {
        out += std::string(static_cast<std::size_t>(depth) * 2, ' ') + kind_name(step.kind);
        const bool names_field = step.kind == TraceStep::Kind::Field || step.kind == TraceStep::Kind::Cell;
        out += (names_field ? small.policy.schema.fields[step.field].name : "") + " " + run.text(step.value);
        out += (step.kind == TraceStep::Kind::Aggregate ? " " + std::to_string(step.set_size) + "笔" : "") +
               "\n";
        out += rendered(small, run, step.parts, depth + 1);
    }
    return out;
}

} // namespace

TEST_CASE("a trace opens rules and outputs down to the cells") {
    Loans small;
    small.rule(small.filing,
               small.compare(small.own(small.support), CompareOperator::Greater, small.number(0)));
    small.lend("L1", "2025-01-01", "4");
    small.lend("L2", "2025-01-02", "8");
    Run run(small);
    const auto steps = run.settlement().trace(small.filing, run.row(small.loan, "L2"));
    CHECK(rendered(small, run, steps) == R"(规则 是
  式 是
    字段支持额 6
      取 8
        格金额 8
      调整 6
        式 6
          合 4 1笔
            格企业 甲
      调整 6
字段支持额 6
  取 8
  调整 6
  调整 6
)");
    CHECK(run.output(small.filing, "L2") == "6");
}

TEST_CASE("a trace of 均满足 names the records that break the condition") {
    Loans small;
    const auto large = small.compare(small.element(small.amount), CompareOperator::Greater, small.number(2));
    small.rule(small.filing, small.total(Total::All, small.of_same_firm(), large));
    small.lend("L1", "2025-01-01", "4");
    small.lend("L2", "2025-01-02", "1");
    small.lend("L3", "2025-01-03", "1");
    Run run(small);
    const auto steps = run.settlement().trace(small.filing, run.row(small.loan, "L3"));
    REQUIRE(steps.at(0).parts.at(0).elements.size() == 1);
    CHECK(steps[0].parts[0].elements[0].row == run.row(small.loan, "L2"));
}

TEST_CASE("a trace opens the guard of the clause taken, and of 其他的 those that do not hold") {
    Loans small;
    const auto level = small.defined(small.loan, "档", TypeKind::Integer, model::FieldRole::Derived);
    const auto above = small.compare(small.own(small.amount), CompareOperator::Greater, small.number(5));
    small.define(level, small.guarded({{above, small.number(1)}}, small.number(2)));
    small.rule(small.filing, small.compare(small.own(level), CompareOperator::Equal, small.number(2)));
    small.lend("L1", "2025-01-01", "3");
    Run run(small);
    const auto steps = run.settlement().trace(small.filing, run.row(small.loan, "L1"));
    CHECK(rendered(small, run, {steps.at(0)}) == R"(规则 是
  式 是
    字段档 2
      取 2
        式 否
          格金额 3
)");
}

TEST_CASE("a decision names the readings of the articles that it rests on") {
    Loans small;
    const auto quota = small.article("第十五条");
    const auto unused = small.article("第十六条");
    const auto conduct = small.article("第十七条");
    small.rule(small.filing, small.yes(true), model::Consequence::Fail, small.yes(false));
    const auto level = small.defined(small.loan, "档", TypeKind::Integer, model::FieldRole::Derived);
    small.define(level, small.number(1));
    small.now().definitions.at(small.support).parts[0].article = quota;
    const auto note = [&](model::ArticleId article) {
        small.now().readings.push_back({article, {}, {}, "读法", false, {}});
    };
    note(quota);
    note(unused);
    note(conduct);
    small.lend("L1", "2025-01-01", "3");
    CHECK(Run(small).decision(small.filing, "L1").readings == std::vector<std::size_t>{0});
    small.rule(small.filing, small.compare(small.own(level), CompareOperator::Equal, small.number(1)));
    CHECK(Run(small).decision(small.filing, "L1").readings == std::vector<std::size_t>{0, 2});
}
