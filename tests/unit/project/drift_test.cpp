// Numbers and bounds that the text of an article and its rules share, do not share, or are said to read differently.
#include "checking.hpp"

#include <catch2/catch.hpp>

using namespace tiaoli::check::test;

namespace {

/// One article with this text and these statements for the machine.
std::string policy_of(const std::string& text, const std::string& statements) {
    const std::size_t article = schema.find("第一条");
    return head + schema.substr(0, article) + "第一条\n> " + text + "\n【备案】\n" + statements;
}

struct Pair {
    std::string text;
    std::string rule;
};

std::string said_of(const Pair& pair) {
    Checked checked;
    check_texts({policy_of(pair.text, pair.rule)}, checked);
    INFO(checked.said());
    CHECK_FALSE(checked.messages.has_errors());
    return checked.said();
}

} // namespace

TEST_CASE("a number is the same however it is written") {
    const std::vector<Pair> pairs{
        {"比例不高于40%。", "要求 率不高于40%。"},
        {"比例不高于百分之四十。", "要求 率不高于四成。"},
        {"比例不高于四成五。", "要求 率不高于45%。"},
        {"不超过利息的三分之二。", "要求 本金不超过利息×（2÷3）。"},
        {"按一半补偿。", "输出 得数 ＝ 本金×50%；四舍五入到分。"},
        {"累计不超过人民币肆佰万元。", "要求 本金不超过400万元。"},
        {"累计不超过4,000,000元。", "要求 本金不超过400万元。"},
        {"不超过注册资本的四百万元。", "要求 本金不高于4000000元。"},
        {"期限不超过一年。", "要求 放款日至到期日不超过12个月。"},
        {"应在三十个工作日内申请。", "期限 “申请”：自放款日起30个工作日内，有还款（贷款为本贷款）。"},
        {"应在十日内申请。", "要求 到期日不晚于放款日＋10日。"},
        {"从业人员20人以上。", "要求 人数不少于20人。"},
        {"每年三月三十一日以前。", "要求 放款日早于2025年3月31日。"},
        {"按1.5倍计。", "输出 得数 ＝ 本金×150%；四舍五入到分。"},
        {"比例不得为0。", "要求 率高于0%。"},
        {"自2025年1月1日起，不超过两年。", "要求 放款日不早于2025-01-01且放款日至到期日不超过2年。"}};
    for (const Pair& pair : pairs) {
        const std::string said = said_of(pair);
        INFO(pair.text << "\n" << said);
        CHECK_FALSE(says(said, "C80"));
        CHECK(said.find(" C80") == std::string::npos);
    }
}

TEST_CASE("what is no figure is not looked for in the rules") {
    for (const std::string text :
         {"按照《办法（2021年修订）》（大高管发〔2021〕19号）和第十五条、第二款办理，一经查实，同一企业一律不"
          "予支持。",
          "四舍五入，由三成员组成，在十一成立，采用三种模式，每一笔、每个季度、2022年报送。",
          "第3条、附件A4、第二季度。"}) {
        const std::string said = said_of({text, "要求 本金高于0元。"});
        INFO(said);
        CHECK(said.find(" C80") == std::string::npos);
    }
}

TEST_CASE("a number of the text or of the rule alone is told with both places") {
    const std::string differ = said_of({"比例不高于40%。", "要求 率不高于41%。"});
    INFO(differ);
    CHECK(says(differ, "C800"));
    CHECK(differ.find("原文写“不高于40%”，规则写的是“41%”") != std::string::npos);
    CHECK(differ.find("说明: 原文在这里") != std::string::npos);
    const std::string text = said_of({"比例不高于40%，期限不超过三年。", "要求 率不高于40%。"});
    CHECK(says(text, "C801"));
    CHECK(text.find("说明: 规则在这里") != std::string::npos);
    CHECK(says(said_of({"由财政局办理。", "要求 率不高于40%。"}), "C802"));
}

TEST_CASE("the bound counts, not only the number") {
    const std::vector<Pair> same{{"逾期率达到10%的，暂停。", "要求 率低于10%。"},
                                 {"超过400万元的，不予支持。", "要求 本金不超过400万元。"},
                                 {"不超过400万元。", "输出 得数 ＝ 本金；不超过400万元。"},
                                 {"不超过400万元。", "输出 得数 ＝ 较低者（本金，400万元）。"},
                                 {"400万元以下（含）的。", "要求 本金不超过400万元。"}};
    for (const Pair& pair : same) {
        const std::string said = said_of(pair);
        INFO(pair.text << "\n" << said);
        CHECK(said.find(" C80") == std::string::npos);
    }
    const std::vector<Pair> other{{"不超过400万元。", "要求 本金低于400万元。"},
                                  {"不超过400万元。", "要求 本金高于400万元。"},
                                  {"不超过400万元。", "输出 得数 ＝ 400万元。"},
                                  {"不低于40%。", "要求 率不高于40%。"},
                                  {"达到10%的，暂停。", "要求 率不高于10%。"}};
    for (const Pair& pair : other) {
        INFO(pair.text << " / " << pair.rule);
        CHECK(says(said_of(pair), "C803"));
    }
}

TEST_CASE("names lead to the numbers behind them") {
    CHECK_FALSE(says(said_of({"不超过400万元。", "参数 上限 ＝ 400万元。\n要求 本金不超过上限。"}), "C80"));
    CHECK(says(said_of({"不超过500万元。", "参数 上限 ＝ 400万元。\n要求 本金不超过上限。"}), "C800"));
    const std::string guarded =
        said_of({"微型企业不超过100万元，其他企业不超过300万元。",
                 "限额 ＝ 企业的规模为微型的，100万元；其他的，300万元。\n要求 本金不超过限额。"});
    INFO(guarded);
    CHECK(guarded.find(" C80") == std::string::npos);
}

TEST_CASE("a note that quotes the number says that it is meant") {
    const std::string rules = "要求 率不高于41%。";
    CHECK(says(said_of({"比例不高于40%。", rules}), "C800"));
    const std::string meant = said_of({"比例不高于40%。", "解释 “原文的「40%」以后改为「41%」。”\n" + rules});
    INFO(meant);
    CHECK(meant.find(" C80") == std::string::npos);
    CHECK(said_of({"不超过400万元。", "待释 “「低于400万元」才算。”\n要求 本金低于400万元。"}).find(" C80") ==
          std::string::npos);
    CHECK(says(said_of({"不超过400万元。", "待释 “「高于400万元」才算。”\n要求 本金低于400万元。"}), "C803"));
    CHECK(says(said_of({"比例不高于40%。", "解释 “「50%」是旧数。”\n要求 率不高于40%。"}), "C804"));
}

TEST_CASE("the numbers of a table are one notice, and its name in a note speaks of them all") {
    const std::string table =
        "决策表（企业的规模、人数）得上限，取先满足的一行\n| 企业的规模 | 人数 | 上限 |\n"
        "| 微型 | 满10人 | 100万元 |\n| 其他 | 任意 | 300万元 |\n| 任意 | 任意 | 50万元 |\n"
        "要求 本金不超过上限。";
    const std::string said = said_of({"限额见附表。", table});
    INFO(said);
    CHECK(said.find("规则里的“10人、100万元、300万元、50万元”") != std::string::npos);
    CHECK(said.find("解释 “「上限」……”") != std::string::npos);
    CHECK(said.find(" C802:") == said.rfind(" C802:"));
    CHECK(said_of({"限额见附表。", "解释 “「上限」的数见附表。”\n" + table}).find(" C80") ==
          std::string::npos);
}

TEST_CASE("dated values and tables carry the days of the text") {
    CHECK(said_of({"自2026年1月1日起不超过500万元，此前不超过400万元。",
                   "参数 上限 ＝ 400万元；自2026年1月1日起500万元。\n要求 本金不超过上限。"})
              .find(" C80") == std::string::npos);
}

TEST_CASE("the second place is named for what it is") {
    const auto second = [](const Pair& pair, tiaoli::diag::Message message) {
        Checked checked;
        check_texts({policy_of(pair.text, pair.rule)}, checked);
        for (const tiaoli::diag::Diagnostic& each : checked.messages.all()) {
            if (each.message == message && each.notes.size() == 1) {
                return each.notes.front().message;
            }
        }
        return tiaoli::diag::Message::OtherPlace;
    };
    using tiaoli::diag::Message;
    CHECK(second({"比例不高于40%。", "要求 率不高于41%。"}, Message::FiguresDiffer) == Message::LawHere);
    CHECK(second({"比例不高于40%，期限三年。", "要求 率不高于40%。"}, Message::FigureUncarried) ==
          Message::RuleHere);
}

TEST_CASE("the name of a rule does not keep an old number") {
    const std::string stale =
        said_of({"比例不高于41%。", "要求 “比例不高于四成”：率不高于41%，否则提示 “超过40%”。"});
    INFO(stale);
    CHECK(says(stale, "C807"));
    CHECK(stale.find("名称或说明里写“不高于四成”") != std::string::npos);
    CHECK(stale.find("名称或说明里写“超过40%”") != std::string::npos);
    CHECK(said_of({"比例不高于40%。", "要求 “比例不高于四成”：率不高于40%，否则提示 “超过40%”。"})
              .find(" C80") == std::string::npos);
}
