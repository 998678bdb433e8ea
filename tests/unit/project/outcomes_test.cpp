// Rules whose outcome is known before any case is seen, and types that nothing speaks of.
#include "checking.hpp"

#include <catch2/catch.hpp>

using namespace tiaoli::check::test;

namespace {

const std::string bounded = R"(枚举 档次：甲档、乙档、丙档
记录 企业（代码）
代码：文本
记录 贷款（合同号），发生于放款日
合同号：文本
企业：企业
放款日：日期
本金：金额，在0元至500万元之间
上家：金额，可无
率：比例，在0%至40%之间
人数：整数
档：档次
首贷：是否
同日次序 贷款
事项 备案：审核贷款，依据日为放款日。
【备案】
参数 限额 ＝ 300万元。
参数 口径（可选：宽、严）＝ 宽。
)";

std::string said_of(const std::string& statements, const std::string& more = "") {
    Checked checked;
    check_texts({head + more + bounded + statements}, checked);
    INFO(checked.said());
    CHECK_FALSE(checked.messages.has_errors());
    return checked.said();
}

} // namespace

TEST_CASE("a rule that no admissible value can fail is a warning at its condition") {
    for (const std::string condition :
         {"率不高于40%", "率不高于50%", "本金不低于0元", "本金不超过本金", "档属于甲档、乙档、丙档",
          "档为甲档或档不为甲档", "人数超过3或人数不满4", "首贷或非首贷",
          "放款日不早于2020年1月1日或放款日早于2021年1月1日", "本金在－1元至600万元之间", "2元低于3元"}) {
        const std::string said = said_of("要求 “试”：" + condition + "。\n");
        INFO(condition << "\n" << said);
        CHECK((says(said, "C815") || condition == "本金在－1元至600万元之间"));
        CHECK_FALSE(says(said, "C816"));
    }
    CHECK(says(said_of("要求 “试”：率高于10%的，率高于5%。\n"), "C815"));
    CHECK(says(said_of("要求 “试”：档为甲档的，档不为乙档。\n"), "C815"));
}

TEST_CASE("a rule that no admissible value can meet is a warning at its condition") {
    for (const std::string condition :
         {"率高于40%", "本金低于1万元且本金高于2万元", "本金高于本金", "人数超过5且人数不超过5",
          "档为甲档且档为乙档", "档不属于甲档、乙档、丙档", "首贷且非首贷", "本金高于限额且本金低于300万元",
          "500万元低于本金", "放款日早于2020年1月1日且放款日晚于2021年1月1日",
          "本金在1万元至2万元之间且本金高于3万元"}) {
        const std::string said = said_of("要求 “试”：" + condition + "。\n");
        INFO(condition << "\n" << said);
        CHECK(says(said, "C816"));
        CHECK_FALSE(says(said, "C815"));
    }
    CHECK(says(said_of("要求 “试”：率高于10%的，率低于5%，否则提示 “对不上”。\n"), "C816"));
}

TEST_CASE("what some value decides is left alone") {
    for (const std::string condition :
         {"率高于20%", "率不高于39.99%", "本金低于1万元或本金高于2万元", "档属于甲档、乙档",
          "人数超过5且人数不超过6", "上家高于1元或上家不高于1元", "口径为宽或率低于10%", "本金不超过限额",
          "率不低于40%", "首贷或率高于10%"}) {
        const std::string said = said_of("要求 “试”：" + condition + "。\n");
        INFO(condition << "\n" << said);
        CHECK_FALSE(says(said, "C815"));
        CHECK_FALSE(says(said, "C816"));
    }
}

TEST_CASE("an enumeration and a record type that nothing speaks of are warnings") {
    const std::string said =
        said_of("要求 率高于1%。\n记录 备注（编号）\n编号：文本\n颜色：文本\n", "枚举 颜色：红、蓝\n");
    CHECK(says(said, "C810"));
    CHECK(says(said, "C811"));
    CHECK(said.find("枚举“颜色”") != std::string::npos);
    CHECK(said.find("记录“备注”") != std::string::npos);
    const std::string used = said_of(
        "要求 率高于1%。\n要求 有备注（编号为“甲”，色为红）。\n记录 备注（编号）\n编号：文本\n色：颜色\n",
        "枚举 颜色：红、蓝\n");
    INFO(used);
    CHECK_FALSE(says(used, "C810"));
    CHECK_FALSE(says(used, "C811"));
}
