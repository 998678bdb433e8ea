// Mistakes in expressions, each with the message that an officer gets.
#include "checking.hpp"

#include <catch2/catch.hpp>

using namespace tiaoli::check::test;

TEST_CASE("a sound policy has no messages but a notice or two") {
    Checked checked;
    check_texts({head + schema + "要求 本金不超过400万元。\n"}, checked);
    INFO(checked.said());
    CHECK(!checked.messages.has_errors());
}

namespace {

const std::vector<Mistake> expression_mistakes = {
    {"C302", "要求 贷款（同一企业）的人数合计超过企业的人数。\n"},
    {"C301", "企业的独立法人 ＝ 本金超过1元。\n要求 企业的独立法人。\n"},
    {"C303", "注册月 ＝ 放款日。\n要求 企业的注册月早于放款日。\n要求 注册月早于到期日。\n"},
    {"C304", "参数 甲 ＝ 本金。\n要求 本金超过甲。\n"},
    {"C307", "甲档 ＝ 企业的档。\n要求 企业的档为甲档。\n"},
    {"C339", "枚举 另：微型、巨型\n甲 ＝ 微型。\n要求 甲为甲。\n"},
    {"C347", "事项 查：审核贷款，依据日为本金。\n"},
    {"C305", "要求 有还款（金额超过本金）。\n"},
    {"C306", "要求 模式为微型。\n"},
    {"C308", "要求 本金。\n"},
    {"C309", "要求 本金超过到期日。\n"},
    {"C310", "要求 模式超过知银贷。\n"},
    {"C311", "要求 企业为“甲公司”。\n"},
    {"C312", "要求 本金超过400。\n"},
    {"C313", "要求 率超过40。\n"},
    {"C314", "要求 工作日数（放款日，到期日）不超过1年。\n"},
    {"C315", "要求 本金早于400元。\n"},
    {"C316", "要求 本金＋率超过3元。\n"},
    {"C317", "要求 率＋15%不超过40%。\n"},
    {"C318", "要求 本金×利息超过3元。\n"},
    {"C319", "要求 率÷本金超过3。\n"},
    {"C320", "要求 －放款日早于到期日。\n"},
    {"C321", "要求 到期日－放款日不超过365。\n"},
    {"C322", "要求 放款日至到期日不超过365。\n"},
    {"C323", "要求 较低者（本金）超过3元。\n"},
    {"C324", "要求 本金的年度为3。\n"},
    {"C325", "要求 有本金（全部）。\n"},
    {"C326", "要求 有还款（贷款为本还款）。\n"},
    {"C327", "要求 有还款（企业为本企业）。\n"},
    {"C328", "要求 有还款（1元为1元）。\n"},
    {"C329", "要求 有还款（企业为企业）。\n"},
    {"C330", "要求 有还款（同一模式）。\n"},
    {"C331", "要求 还款（贷款为本贷款）的合计超过3元。\n"},
    {"C332", "要求 还款（贷款为本贷款）的金额数量超过3。\n"},
    {"C333", "要求 贷款（同一企业）的放款日合计超过3元。\n"},
    {"C334", "要求 最近的企业（规模为微型）的规模为微型。\n"},
    {"C335", "要求 放款日早于今日。\n"},
    {"C343", "要求 本金超过3元，否则年度。\n"},
};

const std::vector<Mistake> definition_mistakes = {
    {"C234", "时点 甲 ＝ 本金。\n要求 甲超过1元。\n"},
    {"C235", "本金 ＝ 3元。\n"},
    {"C245", "甲 ＝ 本金。\n"},
    {"C244", "参数 甲 ＝ 40%。\n"},
    {"C337", "甲 ＝ 模式为知银贷的，本金；其他的，率。\n要求 甲超过1元。\n"},
    {"C338", "甲 ＝ 乙。\n乙 ＝ 甲。\n要求 甲超过1元。\n"},
    {"C340", "甲 ＝ 本金。\n甲 ＝ 模式为知银贷的，利息。\n要求 甲超过1元。\n"},
    {"C341", "甲 ＝ 模式为知银贷的，本金；其他的，1元。\n甲 ＝ 模式为知担贷的，利息。\n要求 甲超过1元。\n"},
    {"C342", "甲 ＝ 其他的，本金；模式为知担贷的，利息。\n要求 甲超过1元。\n"},
    {"C236", "甲 ＝ 模式为知银贷的，本金。\n输出 甲 ＝ 模式为知担贷的，本金。\n"},
    {"C344", "参数 甲 ＝ 1元＋2元。\n要求 本金超过甲。\n"},
    {"C345", "参数 甲（可选：40%、50%）＝ 60%。\n要求 率超过甲。\n"},
    {"C346", "参数 甲 ＝ 40%；自2026年1月1日起50%；自2025年1月1日起60%。\n要求 率超过甲。\n"},
    {"C348", "甲 ＝ 率；四舍五入到分。\n要求 甲超过1%。\n"},
    {"C401", "甲 ＝ 本金；不超过甲。\n要求 甲超过1元。\n"},
    {"C402", "输出 支持额 ＝ 本金。\n要求 贷款（同一企业）的支持额合计超过1元。\n"},
    {"C403", "【企业】\n笔数 ＝ 贷款（企业为本企业）的数量。\n【备案】\n要求 企业的笔数超过1。\n"},
    {"C404", "输出 支持额 ＝ 本金×率。\n"},
    {"C233", "【贷款】\n要求 本金超过1元。\n"},
    {"C336", "甲 ＝ 本金。\n要求 贷款（同一企业）的甲合计超过1元且甲超过2元。\n"},
};

void check_all(const std::vector<Mistake>& mistakes) {
    for (const Mistake& mistake : mistakes) {
        const auto codes = codes_of(mistake.text);
        std::string all;
        for (const auto& code : codes) {
            all += code + " ";
        }
        INFO(mistake.text << all);
        CHECK(codes.contains(mistake.code));
    }
}

} // namespace

TEST_CASE("every mistake in an expression gets its message") { check_all(expression_mistakes); }

TEST_CASE("every mistake in a definition gets its message") { check_all(definition_mistakes); }
