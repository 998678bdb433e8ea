// States: where they stand, what may be said of them, and the mistakes.
#include "checking.hpp"

#include <catch2/catch.hpp>

using namespace tiaoli::check::test;

namespace {

const std::string stopped =
    "【企业】\n状态 停办：自有贷款（企业为本企业，本金超过9元）之日起，至有还款（企业为本企业）之日止。\n";

const std::vector<Mistake> state_mistakes = {
    {"C250", "状态 停办：自本金超过1元之日起，至本金不超过1元之日止。\n"},
    {"C250", "第二条\n状态 停办：自有贷款（全部）之日起，至有还款（全部）之日止。\n"},
    {"C251",
     stopped +
         "状态 停办：自有贷款（全部）之日起，至有还款（全部）之日止。\n【备案】\n要求 企业不处于停办。\n"},
    {"C235", "【企业】\n状态 规模：自有贷款（全部）之日起，至有还款（全部）之日止。\n"},
    {"C235", "【企业】\n停办起日 ＝ 2025年1月1日。\n" + stopped},
    {"C235", stopped + "停办 ＝ 独立法人。\n"},
    {"C245", stopped},
    {"C308", "【企业】\n状态 停办：自规模之日起，至有还款（全部）之日止。\n"},
    {"C360", "要求 企业不处于甲档。\n"},
    {"C361", "【企业】\n状态 停贷办：自有贷款（全部）之日起，至有还款（全部）之日止。\n【还款】\n状态 "
             "停贷：自有贷款（全部）之日起，"
             "至有还款（全部）之日止。\n【备案】\n要求 企业不处于停贷。\n"},
    {"C362", "要求 企业处于独立法人。\n"},
    {"C363", stopped + "【备案】\n要求 本金不处于停办。\n"},
    {"C401", "【企业】\n状态 停办：自处于停办之日起，至有还款（企业为本企业）之日止。\n"},
    {"C401", "【企业】\n状态 停办：自有停办起日之日起，至有还款（企业为本企业）之日止。\n"},
    {"C401", "【企业】\n时点 甲 ＝ 处于停办。\n状态 停办：自甲之日起，至有还款（企业为本企业）之日止。\n"},
    {"C401", "【企业】\n状态 停办：自处于停审之日起，至有还款（全部）之日止。\n状态 "
             "停审：自处于停办之日起，至有还款（全部）之日止。\n"},
    {"C402", "【备案】\n输出 额 ＝ 本金。\n【企业】\n状态 "
             "停办：自贷款（企业为本企业）的额合计超过9元之日起，至有还款（全部）之日止。\n"},
    {"C403", stopped + "名册 ＝ 有停办起日。\n"},
    {"P103", "【企业】\n状态 停办：自有贷款（全部）起，至有还款（全部）止。\n"},
    {"P115", "【企业】\n状态 停办：自有贷款（全部）之日起，有还款（全部）之日止。\n"},
    {"P112", "【企业】\n状态 停办：自有贷款（全部）之日起，至有还款（全部）。\n"},
};

std::set<std::string> errors_of(const std::string& statements) {
    Checked checked;
    check_texts({head + schema + statements}, checked);
    std::set<std::string> found;
    for (const tiaoli::diag::Diagnostic& message : checked.messages.all()) {
        if (tiaoli::diag::severity(message.message) == tiaoli::diag::Severity::Error) {
            found.insert(std::string(tiaoli::diag::code(message.message)));
        }
    }
    return found;
}

} // namespace

TEST_CASE("mistakes in states, each with its message") {
    for (const Mistake& mistake : state_mistakes) {
        Checked checked;
        check_texts({head + schema + mistake.text}, checked);
        INFO(mistake.text << checked.said());
        CHECK(checked.has(mistake.code));
    }
}

TEST_CASE("a state is used as a condition, as a field and by its first day") {
    for (const char* rule :
         {"要求 企业不处于停办。\n", "要求 企业处于停办或本金超过1元。\n", "要求 企业的停办。\n",
          "要求 非（企业处于停办）。\n", "要求 无企业的停办起日。\n",
          "要求 有企业的停办起日的，企业的停办起日早于放款日。\n",
          "要求 贷款（同一企业，企业处于停办）的数量不超过3。\n", "要求 企业（处于停办）的数量不超过3。\n",
          "require 企业 notduring 停办.\n"}) {
        INFO(rule);
        CHECK(errors_of(stopped + "【备案】\n" + rule) == std::set<std::string>{});
    }
}

TEST_CASE(
    "states read with and without the comma, in Chinese and in English, also right after a record's fields") {
    const std::string use = "【备案】\n要求 企业不处于停办。\n";
    for (const char* state :
         {"状态 停办：自有贷款（企业为本企业）之日起至有还款（企业为本企业）之日止。\n",
          "状态停办：自有贷款（企业为本企业）\n  之日起，\n  至有还款（企业为本企业）之日止。\n",
          "state 停办: from has 贷款(企业 is this 企业) begins, until has 还款(企业 is this 企业) ends.\n"}) {
        INFO(state);
        CHECK(errors_of("【企业】\n" + std::string(state) + use) == std::set<std::string>{});
    }
    Checked field;
    check_texts({head + "记录 物（号）\n号：文本\n状态说明：文本\n状态 "
                        "停办：自有物（全部）之日起，至有物（全部）之日止。\n"},
                field);
    INFO(field.said());
    CHECK(field.has("C250"));
    CHECK_FALSE(field.has("P104"));
}

TEST_CASE("a verdict in a state's condition is of earlier records, so there is no ring") {
    CHECK(errors_of("【企业】\n时点 已贷 ＝ 贷款（企业为本企业，备案为通过）的本金合计。\n"
                    "状态 停办：自已贷超过9元之日起，至有还款（企业为本企业）之日止。\n【备案】\n要求 "
                    "企业不处于停办。\n") == std::set<std::string>{});
}

TEST_CASE("an event is exactly 有 with records that happen on a day") {
    Checked checked;
    check_texts({head + schema + stopped +
                 "状态 停审：自有贷款（企业为本企业）且独立法人之日起，至有企业（独立法人）之日止。\n"
                 "【备案】\n要求 企业不处于停办且企业不处于停审。\n"},
                checked);
    INFO(checked.said());
    REQUIRE(!checked.messages.has_errors());
    std::string kinds;
    for (const auto& [field, state] : checked.policy.versions[tiaoli::model::VersionId{0}].states) {
        for (const auto& trigger : {state.begins, state.ends})
            kinds += trigger.kind == tiaoli::model::TriggerKind::Event ? "事" : "条";
    }
    CHECK(kinds == "事事条条");
}
