// The structure of policy files: headings, law text, declarations, where statements begin and end.
#include "reading.hpp"

#include <catch2/catch.hpp>

using namespace tiaoli::parse::test;

TEST_CASE("a heading, its law lines and its title stay verbatim") {
    const Reading reading =
        read("第五章 风险补偿\n第十五条之一 “知银贷”模式\n> 不高于 40%，“见//附则。\n\n> 第二款\n");
    CHECK(reading.said().empty());
    CHECK(reading.outline() == R"(file
  heading
    heading_number 第五章
    heading_title 风险补偿
  heading
    heading_number 第十五条之一
    heading_title "知银贷"模式
  law_line 不高于40%,"见
  law_line 第二款
)");
    const auto items = reading.tree->children(reading.tree->root());
    CHECK(reading.tree->verbatim(items[2]) == "不高于 40%，“见//附则。");
}

TEST_CASE("a greater-than sign at the start of a line is a comparison unless a heading stands above") {
    CHECK(body("要求 本金\n＞1元。").find("relation >") != std::string::npos);
}

TEST_CASE("a record's fields end where a statement starts, but 枚举 in it is a field") {
    const Reading reading =
        read("记录 设备（号）\n号：文本\n枚举类别：甲、乙\n说明：文本，可缺，列名“备注”、“说明（元）”\n事项 "
             "备案：审核设备。\n");
    CHECK(reading.said().empty());
    CHECK(reading.outline().find("name 枚举类别\n      inline_values") != std::string::npos);
    CHECK(reading.outline().find("modifier_column\n        string 备注\n        string 说明(元)") !=
          std::string::npos);
}

TEST_CASE("comments are kept aside, and a web address in a string is no comment") {
    const Reading reading = read("政策 “见 http://例” // 注一\n// 注二\n版本 “1”\n");
    CHECK(reading.said().empty());
    CHECK(reading.tree->comments().size() == 2);
    const auto first = reading.tree->children(reading.tree->root()).front();
    CHECK(reading.tree->verbatim(reading.tree->child(first, tiaoli::syntax::Kind::string)) == "见 http://例");
}

TEST_CASE("quotation marks pair by nesting") {
    const Reading reading = read("解释 “「每年」指“自然年”。”\n");
    CHECK(reading.said().empty());
    CHECK(reading.outline().find("string 每年指\"自然年\"") != std::string::npos);
}

TEST_CASE("examples: facts and results") {
    const Reading reading =
        read("案例 “乙”，同案例 “甲”\n假设 今日 2026-10-31\n假设 贷款 L2 同 L1：本金 200万元，模式 知银贷\n"
             "假设 L1的本金 1.01元\n结果 L1的备案为不通过，依据第十五条、第七条，提示第六条\n");
    CHECK(reading.said().empty());
    CHECK(reading.outline() == R"(file
  example
    string 乙
    like_example
      string 甲
  given_today
    literal_text 2026-10-31
  given_record
    given_head 贷款L2同L1
    given_value 本金200万元
    given_value 模式知银贷
  given_one
    given_value L1的本金1.01元
  expect
    expect_value L1的备案为不通过
    expect_citing
      article_label 第十五条
      article_label 第七条
    expect_hinting
      article_label 第六条
)");
}

TEST_CASE("a rule is never taken for a definition") {
    CHECK(read(loans + "要求 本金 ＝ 3元。").codes() == "P110@15");
}

TEST_CASE("every mistake of a file is found in one run") {
    const Reading reading = read(loans + "要球 本金为3元。\n"                           // 15
                                         "要求 本斤为3元。\n"                           // 16
                                         "要求 本金 ＝ 3元。\n"                         // 17
                                         "要求 本金为400万。\n"                         // 18
                                         "要求 本金不超过。\n"                          // 19
                                         "要求 本金为3元 且 本金为4元 或 本金为5元。\n" // 20
                                         "要求 （本金为3元。\n"                         // 21
                                         "版本 一。\n"                                  // 22
                                         "甲 ＝ 。\n"                                   // 23
                                         "要求 放款日早于2023年2月29日。\n"             // 24
                                         "要求 本金为3元4元。\n"                        // 25
                                         "参数 乙（可选 ＝ 3。\n"                       // 26
                                         "要求 “没有关上：本金为3元\n");                // 27
    CHECK(reading.codes() == "P102@15 P109@16 P110@17 P111@18 P112@19 P113@20 P114@21 P103@22 P106@23 "
                             "P117@24 P108@25 P103@26 P105@27");
}

TEST_CASE(
    "a field that is not in its form, a misplaced word, and a statement that can be split in too many ways") {
    CHECK(read("记录 甲（号）\n号：文本，不认识的词\n").codes() == "P104@2");
    CHECK(read(loans + "要求 本金为3元，本金为4元。").codes() == "P115@15");
    CHECK(read(loans + "甲 ＝ 1元。\n甲甲 ＝ 2元。\n要求 甲甲甲甲甲甲甲甲甲甲甲甲。").codes() == "P116@17");
}

TEST_CASE("messages in English") {
    CHECK(read(loans + "要求 本金 ＝ 3元。").said(tiaoli::diag::Language::English).find("`=` only defines") !=
          std::string::npos);
}
