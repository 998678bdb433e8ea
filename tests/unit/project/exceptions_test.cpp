// 不受第X条限制: what an exception means in the model, and every mistake that can be made with one.
#include "checking.hpp"

#include <catch2/catch.hpp>

using namespace tiaoli;
using namespace tiaoli::check::test;

namespace {

/// Article 1 defines 上限 and has two rules; what follows stands in article 2.
const std::string articles = R"(上限 ＝ 模式为知银贷的，100元；其他的，50元。
要求 “不超过上限”：本金不超过上限。
要求 “不是零”：本金超过0元。
第一条之一
> 略。
【贷款】
年度 ＝ 放款日的年度。
【备案】
要求 “期限”：放款日至到期日不超过一年。
要求 年度为到期日的年度。
第二条
> 略。
【备案】
)";

const std::vector<Mistake> mistakes = {
    {"C390", "不受第九十条限制，上限 ＝ 500元。\n"},
    {"C391", "不受第一章限制，本金超过5元。\n"},
    {"C391", "不受第一条之二“期限”限制，本金超过5元。\n"},
    {"C391", "不受第一条第二款限制，上限 ＝ 500元。\n"},
    {"C392", "不受第二条限制，上限 ＝ 500元。\n"},
    {"C392", "不受第一条限制，本金 ＝ 500元。\n"},
    {"C393", "不受第一条限制，上线 ＝ 500元。\n"},
    {"C394", "不受第二条限制，本金超过5元。\n"},
    {"C395", "不受第一条“不超过下限”限制，本金超过5元。\n"},
    {"C396", "不受第一条限制，本金超过5元。\n"},
    {"C397", "不受第一条限制，本金超过5元的，上限 ＝ 模式为知银贷的，1元；模式为知担贷的，2元。\n"},
    {"C398", "不受第一条之一限制，年度 ＝ 到期日的年度。\n"},
    {"C399", "不受第一条限制，上限 ＝ 本金超过5元的，500元；其他的，1元。\n"},
    {"C399", "不受第一条限制，上限 ＝ 500元；没有的，1元。\n"},
    {"C337", "不受第一条限制，上限 ＝ 5%。\n"},
    {"C308", "不受第一条“期限”限制，本金。\n要求 本金。\n"},
    {"C232", "第三条\n不受第一条限制，上限 ＝ 500元。\n"},
    {"C232", "第三条\n不受第一条“不是零”限制，本金超过5元。\n"},
    {"C233", "【贷款】\n不受第一条“不是零”限制，本金超过5元。\n"},
    {"C401", "不受第一条“不是零”限制，备案为通过。\n"},
    {"C401", "不受第一条限制，上限 ＝ 上限。\n"},
    {"P103", "不受第一条限制。\n"},
    {"P118", "不受第一条限制，本金超过5元，上限 ＝ 500元。\n"},
    {"P110", "不受第一条“不是零”限制，本金 ＝ 5元。\n"},
};

model::Policy sound(const std::string& statements) {
    Checked checked;
    check_texts({head + schema + articles + statements}, checked);
    INFO(checked.said());
    CHECK(!checked.messages.has_errors());
    return checked.policy;
}

const model::DefinitionPart& exception_in(const model::Policy& policy) {
    for (const auto& [field, definition] : policy.versions[model::VersionId{0}].definitions) {
        for (const model::DefinitionPart& part : definition.parts) {
            if (part.overrides.valid())
                return part;
        }
    }
    FAIL("no exception");
    throw 0;
}

} // namespace

TEST_CASE("every mistake with an exception gets its message") {
    for (const Mistake& mistake : mistakes) {
        Checked checked;
        check_texts({head + schema + articles + mistake.text}, checked);
        INFO(mistake.text << checked.said());
        CHECK(checked.has(mistake.code));
    }
}

TEST_CASE("the premise of an exception stands after the sign or before the name") {
    for (const std::string text : {"不受第一条限制，上限 ＝ 模式为知担贷的，500元。\n",
                                   "不受第一条的限制，模式为知担贷的，上限＝500元\n",
                                   "notwithstanding Article 1, 模式 is 知担贷 when, 上限 = 500元\n"}) {
        const model::Policy policy = sound(text);
        const model::DefinitionPart& part = exception_in(policy);
        CHECK(part.clauses.size() == 1);
        CHECK(part.clauses.front().kind == model::ClauseKind::Guarded);
        CHECK(policy.versions[model::VersionId{0}].articles[part.overrides].label == "第一条");
        CHECK(policy.versions[model::VersionId{0}].articles[part.article].label == "第二条");
    }
}

TEST_CASE("an exception without premise wins always; its own adjustments are allowed") {
    const model::Policy policy = sound("不受第一条限制，上限 ＝ 本金；不超过500元。\n");
    CHECK(exception_in(policy).clauses.front().kind == model::ClauseKind::Plain);
    CHECK(exception_in(policy).adjustments.size() == 1);
}

TEST_CASE("a rule is lifted by its name, by its words, or alone in its article") {
    for (const std::string text :
         {"不受第一条“不超过上限”限制，模式为知担贷。\n", "不受第一条的“不超过上限”限制，模式为知担贷。\n",
          "notwithstanding Article 1 “不超过上限”, 模式 is 知担贷\n"}) {
        const model::Policy policy = sound(text);
        const model::Rule& rule = policy.versions[model::VersionId{0}].rules[model::RuleId{0}];
        REQUIRE(rule.exceptions.size() == 1);
        CHECK(rule.exceptions.front().article != rule.article);
    }
    const model::Policy by_words = sound("不受第一条之一“年度为到期日的年度”限制，模式为知担贷。\n");
    CHECK(by_words.versions[model::VersionId{0}].rules[model::RuleId{3}].exceptions.size() == 1);
    const model::Policy alone =
        sound("要求 “单独”：本金超过1元。\n第三条\n> 略。\n【备案】\n不受第二条限制，模式为知担贷。\n");
    CHECK(alone.versions[model::VersionId{0}].rules[model::RuleId{4}].exceptions.size() == 1);
}

TEST_CASE("an exception is a rule of its article, and what it uses is used") {
    Checked checked;
    check_texts({head + schema + articles +
                 "甲 ＝ 本金超过5元。\n不受第一条“不是零”限制，甲。\n第三条\n> 略。\n【备案】\n"
                 "不受第一条限制，上限 ＝ 本金超过3元的，500元。\n"},
                checked);
    CHECK(!checked.has("C241"));
    CHECK(!checked.has("C245"));
}
