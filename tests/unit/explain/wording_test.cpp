// Values, reasons and words of the policy as an officer reads them.
#include "tiaoli/explain/wording.hpp"

#include "tiaoli/explain/grounds.hpp"

#include <catch2/catch.hpp>

using namespace tiaoli;
using model::TypeKind;

namespace {

/// One record type with two loans, made without files.
struct World {
    project::Project project;
    data::CaseData data;
    model::RecordId loan;
    model::FieldId contract;
    model::FieldId principal;

    World() {
        model::Schema& schema = project.policy.schema;
        loan = schema.records.add({"贷款", {}, {}, {}, {}});
        contract = schema.fields.add({"合同号", loan, {TypeKind::Text, {}, {}}});
        principal = schema.fields.add({"知识产权部分", loan, {TypeKind::Money, {}, {}}});
        schema.fields[principal].absence = model::Absence::Optional;
        schema.records[loan].key = {contract};
        schema.records[loan].fields = {contract, principal};
        data = data::build_tables(schema, {{loan, "L1", {{principal, "", {}}}, {}}});
    }
    explain::Scene scene(diag::Language language = diag::Language::Chinese) const {
        return {project, data, language};
    }
};

std::string text_of(const explain::Scene& scene, TypeKind kind, const model::Scalar& scalar) {
    return explain::scalar_text(scene, {kind, {}, {}}, scalar);
}

} // namespace

TEST_CASE("values for reading and for result files") {
    const World world;
    const explain::Scene scene = world.scene();
    const value::Number amount = value::Number::fraction(123456789, 100);
    CHECK(text_of(scene, TypeKind::Money, amount) == "1,234,567.89元");
    CHECK(text_of(scene, TypeKind::Ratio, value::Number::fraction(2, 5)) == "40%");
    CHECK(text_of(scene, TypeKind::Bool, true) == "是");
    CHECK(text_of(scene, TypeKind::Date, *value::Date::from_ymd(2025, 3, 10)) == "2025-03-10");
    CHECK(text_of(scene, TypeKind::Reference, model::RowRef{world.loan, 0}) == "L1");
    const model::Type money{TypeKind::Money, {}, {}};
    CHECK(explain::plain_text(scene, money, model::Scalar{amount}) == "1234567.89");
    CHECK(explain::plain_text(scene, money, interp::UnknownValue{}).empty());
    CHECK(explain::value_text(scene, money, interp::NoneValue{}) == "无");
    CHECK(explain::value_text(world.scene(diag::Language::English), money, interp::NoValue{}) == "no value");
}

TEST_CASE("every reason is a sentence in both languages") {
    const World world;
    for (const diag::Language language : {diag::Language::Chinese, diag::Language::English}) {
        for (int kind = 0; kind <= static_cast<int>(interp::AbsenceReason::NotInState); ++kind) {
            const interp::Reason reason{
                static_cast<interp::AbsenceReason>(kind), {world.loan, 0}, world.principal, 2027};
            CHECK_FALSE(explain::reason_text(world.scene(language), {}, reason).empty());
        }
    }
    const interp::Reason missing{interp::AbsenceReason::NotSupplied, {world.loan, 0}, world.principal};
    CHECK(explain::reason_text(world.scene(), {}, missing) == "贷款 L1 缺“知识产权部分”");
    CHECK(explain::reason_text(world.scene(diag::Language::English), {}, missing) ==
          "贷款 L1: “知识产权部分” is missing");
}

TEST_CASE("records that could change a result: three by name, then how many") {
    const World world;
    interp::Decision decision;
    const auto text = [&](std::size_t count, diag::Language language = diag::Language::Chinese) {
        decision.could_change.assign(count, {world.loan, 0});
        return explain::could_change_text(world.scene(language), decision);
    };
    CHECK(text(1) == "贷款 L1 退回补正，补正后可能改变本结论");
    CHECK(text(20) == "贷款 L1、L1、L1 等20笔 退回补正，补正后可能改变本结论");
    CHECK(text(21) == "贷款 L1、L1、L1 等20笔以上 退回补正，补正后可能改变本结论");
    CHECK(text(21, diag::Language::English).ends_with("贷款 L1, L1, L1 and others, more than 20 in all"));
}

TEST_CASE("a row that was turned back may have to be counted, or lacks what is asked of it") {
    const World world;
    const interp::Reason counted{interp::AbsenceReason::TurnedBack, {world.loan, 0}};
    const interp::Reason asked{interp::AbsenceReason::TurnedBack, {world.loan, 0}, world.principal};
    CHECK(explain::reason_text(world.scene(), {}, counted) == "贷款 L1 一行被退回，可能要算在内");
    CHECK(explain::reason_text(world.scene(), {}, asked) == "贷款 L1 一行被退回，“知识产权部分”无法确定");
    CHECK(explain::reason_text(world.scene(diag::Language::English), {}, asked) ==
          "贷款 L1 was turned back: “知识产权部分” is not known");
}

TEST_CASE("the policy's words in one line, without comments") {
    World world;
    const std::string text = "要求 期限 不超过\n  1年 // 第十五条\n  且 never “a // b” ends。";
    const auto id = world.project.sources.add("p.policy", text);
    CHECK(explain::quoted(world.scene(), {id, 0, static_cast<std::uint32_t>(text.size())}) ==
          "要求期限不超过1年且never “a // b” ends。");
}

TEST_CASE("one thing that several articles want is one ground with all of them; separators never stand "
          "inside one") {
    World world;
    model::Version version;
    const model::ArticleId third = version.articles.add({"第三条", 3, 0, "", {}, {}, "", {}});
    const model::ArticleId fifth = version.articles.add({"第五条", 5, 0, "", {}, {}, "", {}});
    const model::RuleId first =
        version.rules.add({third, {}, "本金；不超过", {}, {}, model::Consequence::Fail, "见|此", {}});
    const model::RuleId second =
        version.rules.add({fifth, {}, "乙", {}, {}, model::Consequence::Fail, "", {}});
    const model::RuleId hint = version.rules.add({fifth, {}, "丙", {}, {}, model::Consequence::Hint, "", {}});
    const model::VersionId id = world.project.policy.versions.add(version);
    const interp::Reason missing{interp::AbsenceReason::NotSupplied, {world.loan, 0}, world.principal};
    interp::Decision decision;
    decision.version = id;
    decision.verdict = model::Verdict::Fail;
    decision.rules = {{first, interp::RuleState::Failed, {}},
                      {first, interp::RuleState::Unknown, {missing}},
                      {second, interp::RuleState::Unknown, {missing}},
                      {hint, interp::RuleState::Failed, {}}};
    std::string cited;
    for (const explain::Ground& ground : explain::grounds(world.scene(), decision))
        cited += ground.cited(version) + "\n";
    CHECK(cited == "第三条 本金，不超过：见，此\n第三条、第五条 贷款 L1 缺“知识产权部分”\n第五条 丙\n");
}
