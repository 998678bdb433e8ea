// Matters that recur, and the words for their periods: where they can stand.
#include "checking.hpp"

#include <catch2/catch.hpp>

using namespace tiaoli::check::test;

namespace {

const std::string records = "政策 “甲”\n版本 “一版”\n施行 2025年1月1日\n"
                            "记录 机构（编号）\n编号：文本\n类型：银行、担保公司\n签约日：日期\n"
                            "记录 报送（编号），发生于提交日\n编号：文本\n机构：机构\n提交日：日期\n"
                            "同日次序 报送\n";
const std::string quarterly = "事项 季报：逐季审核机构，依据日为本季末日，事实截至今日。\n";

Checked checked_with(const std::string& text) {
    Checked checked;
    check_texts({records + text}, checked);
    return checked;
}

} // namespace

TEST_CASE("a matter that recurs, with its condition, its first day and the periods of each kind") {
    for (const char* matter :
         {"事项 季报：逐季审核机构（类型为银行），自签约日起，依据日为本季末日，事实截至本季末日。\n"
          "【季报】\n要求 有报送（机构为本机构，提交日在本季最后10个工作日内）。\n"
          "要求 有报送（机构为本机构，提交日在上一季度的最初5个工作日内）。\n"
          "输出 号 ＝ 本季度的年份×10＋上季度的季次。\n",
          "事项 年报：逐年审核机构，依据日为本年首日，事实截至今日。\n"
          "【年报】\n要求 有报送（机构为本机构，提交日在上一年度内）。\n",
          "事项 月报：逐月审核机构，依据日为本月的首日，事实截至今日。\n"
          "【月报】\n要求 有报送（机构为本机构，提交日在上月内，提交日的年度为本月首日的年度）。\n",
          "matter 季报: eachquarter reviews 机构, governed is thisquarter末日, facts today.\n"
          "【季报】\n要求 有报送（机构为本机构，提交日 between thisquarter final 10个工作日 inside）。\n"}) {
        const Checked checked = checked_with(matter);
        INFO(checked.said());
        CHECK_FALSE(checked.messages.has_errors());
    }
}

TEST_CASE("mistakes with matters that recur") {
    const std::vector<std::pair<std::string, std::string>> mistakes{
        {"C291", "事项 季报：逐季审核机构（有报送（机构为本机构）），依据日为本季末日，事实截至今日。\n"},
        {"C291", "事项 登记：审核机构（签约日早于当日），依据日为当日，事实截至今日。\n"},
        {"C292", "事项 登记：审核机构，自签约日起，依据日为当日，事实截至今日。\n"},
        {"C293", "事项 季报：逐季审核机构，依据日为本季末日。\n"},
        {"C294", quarterly + "事项 登记：审核报送，依据日为提交日。\n【登记】\n要求 机构的季报为通过。\n"},
        {"C294", quarterly + "【季报】\n输出 数 ＝ 1。\n事项 登记：审核报送，依据日为提交日。\n"
                             "【登记】\n要求 机构（季报为通过）的数合计不超过1。\n"},
        {"C295", quarterly + "【季报】\n要求 签约日早于本月首日。\n"},
        {"C295", "【机构】\n到期 ＝ 本季末日。\n"},
        {"C295", "事项 季报：逐季审核机构（签约日早于本季首日），依据日为本季末日，事实截至今日。\n"},
        {"C296", quarterly + "【季报】\n要求 签约日在本季最后10日内。\n"},
        {"C298", quarterly + "案例 “一”\n假设 机构 甲：类型 银行，签约日 2025-01-01\n结果 甲的季报为通过\n"},
        {"C299", quarterly + "案例 “一”\n假设 机构 甲：类型 银行，签约日 2025-01-01\n"
                             "结果 甲的2025年3月的季报为通过\n"},
        {"C299", quarterly + "案例 “一”\n假设 机构 甲：类型 银行，签约日 2025-01-01\n"
                             "结果 甲的2025年的签约日为2025-01-01\n"}};
    for (const auto& [code, text] : mistakes) {
        const Checked checked = checked_with(text);
        INFO(text << checked.said());
        CHECK(checked.has(code));
    }
}

TEST_CASE("a matter recurs alike in all versions") {
    Checked checked;
    check_texts({records + quarterly, "政策 “甲”\n版本 “二版”\n施行 2026年1月1日\n" +
                                          records.substr(records.find("记录")) +
                                          "事项 季报：逐年审核机构，依据日为本年末日，事实截至今日。\n"},
                checked);
    CHECK(checked.has("C290"));
}
