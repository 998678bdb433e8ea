// The bodies of statements: names without spaces, precedence, sets, clauses, and what may be read in two ways.
#include "reading.hpp"

#include "grammar/file.hpp"
#include "grammar/statements.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

using namespace tiaoli::parse::test;

TEST_CASE("the grammars have no rule that could loop without progress") {
    using namespace tiaoli::grammar;
    CHECK(pegtl::analyze<file>(1) == 0);
    CHECK(pegtl::analyze<rule_body>(1) == 0);
    CHECK(pegtl::analyze<definition_body>(1) == 0);
    CHECK(pegtl::analyze<parameter_body>(1) == 0);
    CHECK(pegtl::analyze<matter_body>(1) == 0);
    CHECK(pegtl::analyze<exception_body>(1) == 0);
}

TEST_CASE("blanks, width, line ends and letter case carry no meaning") {
    const std::string plain = body("要求 “一年”：模式为知银贷的，放款日至到期日不超过1年，否则提示“太长”。");
    CHECK(body("要求“一年”:模式为知银贷的,放款日至到期日不超过1年,否则提示“太长”。") == plain);
    CHECK(body("要求 “一年”： 模式 为 知 银 贷 的，\r\n  放款日　至　到期日 不超过 １ 年，\r\n 否则 提示 "
               "“太长”。")
              .size() >= plain.size() - 20);
    CHECK(plain == R"(rule
  readings
    rule_body
      label
        string 一年
      premise
        compare_expr
          name_expr 模式
          relation 为
          name_expr 知银贷
      elapsed_expr
        name_expr 放款日
        name_expr 到期日
        relation 不超过
        literal 1年
      consequence
        outcome 提示
        string 太长
)");
}

TEST_CASE("times binds tighter than plus, and both lean to the left") {
    CHECK(body("甲 ＝ 本金－本金×40%－1元。") == R"(definition
  name 甲
  readings
    definition_body
      clause_plain
        subtract_expr
          subtract_expr
            name_expr 本金
            multiply_expr
              name_expr 本金
              literal 40%
          literal 1元
)");
}

TEST_CASE("sets, totals and the record itself") {
    CHECK(body("甲 ＝ 贷款（同一企业、模式，备案为通过）的（本金×40%）合计。") == R"(definition
  name 甲
  readings
    definition_body
      clause_plain
        total_expr
          set_expr
            name 贷款
            same_as
              name 企业
              name 模式
            compare_expr
              name_expr 备案
              relation 为
              name_expr 通过
          multiply_expr
            name_expr 本金
            literal 40%
          total_word 合计
)");
    CHECK(body("要求 最近的贷款（企业为本企业）的放款日早于放款日。").find("own_expr") != std::string::npos);
    CHECK(body("要求 贷款（同一企业）均满足（本金超过1元，模式属于知银贷、知担贷）。").find("all_expr") !=
          std::string::npos);
    CHECK(body("要求 无贷款（同一企业）或有展期至。").find("has_no_expr") != std::string::npos);
}

TEST_CASE("clauses, guards and adjustments") {
    CHECK(body("上限 ＝\n 企业的规模为微型的，100万元；\n 其他的，300万元；\n "
               "模式为知保贷的，不超过20万元；不低于0元；四舍五入到分。") == R"(definition
  name 上限
  readings
    definition_body
      clause_guarded
        compare_expr
          field_expr
            name_expr 企业
            name 规模
          relation 为
          name_expr 微型
        literal 100万元
      clause_otherwise
        literal 300万元
      adjust_at_most
        adjust_guard
          compare_expr
            name_expr 模式
            relation 为
            name_expr 知保贷
        literal 20万元
      adjust_at_least
        literal 0元
      adjust_round
        rounding_word 四舍五入到分
)");
}

TEST_CASE("ranges, bounds and predicates") {
    CHECK(body("要求 放款日在2023-01-01至2024-01-01之间。").find("between_expr") != std::string::npos);
    CHECK(body("要求 放款日不在放款日的年度内。")
              .find("in_period_expr\n        name_expr 放款日\n        not_word") != std::string::npos);
    CHECK(body("要求 本金为400万元以下。").find("bound_expr") != std::string::npos);
    CHECK(body("要求 本金在400万元以上。").find("bound_expr") != std::string::npos);
    CHECK(body("要求 企业独立法人。").find("predicate_expr") != std::string::npos);
    CHECK(body("要求 未企业独立法人。").find("not_expr") != std::string::npos);
}

TEST_CASE("parameters: dated values and alternatives, behind the name or at the end") {
    CHECK(body("参数 率 ＝ 40%；自2025年1月1日起50%（可选：40%、50%）").find("dated_value") !=
          std::string::npos);
    CHECK(body("参数 口径（可选：自然年、滚动）＝ 自然年。").find("name_expr 自然年") != std::string::npos);
}

TEST_CASE("a text with two splits keeps both readings for the checker") {
    const std::string both =
        body("甲贷款 ＝ 1元。\n贷款人数 ＝ 2。\n要求 甲贷款的人数为1元。\n人数 ＝ 3。\n要求 有贷款人数。");
    CHECK(both.find("has_expr") != std::string::npos);
}

TEST_CASE("names in corner brackets are taken as they stand") {
    CHECK(body("「要求额」 ＝ 5元。\n要求 「要求额」为5元。").find("name_expr 要求额") != std::string::npos);
}

TEST_CASE("English words and signs read as the Chinese ones") {
    const Reading reading = read(R"~(policy "Test"
record Loan (Number), at PaidOn
Number: text
PaidOn: date
DueOn: date
Mode: bank | guarantee
Amount: money, column "Amount (yuan)"
matter Filing: reviews Loan, governed is PaidOn.
Article 7 The bank mode
> not above 40%.
[Filing]
require "share": Mode is bank when, Amount at most 40元, otherwise 提示 "no".
require PaidOn to DueOn at most 1年 and Amount above 0元.
Before = Loan (same Mode, Filing is 通过).Amount sum.
output Supported = Amount; at most 400万元 - Before; at least 0元.
)~");
    CHECK(reading.said().empty());
    CHECK(reading.outline().find("premise\n          compare_expr\n            name_expr Mode") !=
          std::string::npos);
    CHECK(reading.outline().find("adjust_at_least") != std::string::npos);
}

TEST_CASE("deep nesting ends in a message, not in a crash") {
    const std::string deep = std::string(60000, '(');
    CHECK(read(loans + "要求 " + deep + "本金为3元。").codes() == "P107@15");
    std::string minus = "要求 本金为";
    for (int times = 0; times < 5000; ++times) {
        minus += "－";
    }
    CHECK(read(loans + minus + "1元。").codes() == "P107@15");
    std::string fields = "要求 企业";
    for (int times = 0; times < 20000; ++times) {
        fields += "的企业";
    }
    CHECK(read(loans + fields + "为1。").said().empty());
}

TEST_CASE("any bytes are read without a crash") {
    rc::check("random pieces of the language", [] {
        static const std::vector<std::string> pieces = {
            "要求",   "本金", "为",   "（",      "）",        "“",    "”",       "。",   "\n",   "的，",
            "贷款（", "同一", "企业", "400万元", "且",        "或",   "未",      "有",   "＝",   "；",
            "，",     "：",   "「",   "」",      "在",        "至",   "之间",    "合计", "\xff", "\xe4\xb8",
            "\x01",   "//",   ">",    "第一条",  "记录 甲（", "参数", "（可选："};
        const auto chosen = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces));
        std::string text = loans;
        for (const std::string& piece : chosen) {
            text += piece;
        }
        read(text);
    });
}

TEST_CASE("an exception names its article, then a definition or the condition that lifts a rule") {
    CHECK(body("不受第九条之一的限制，模式为知保贷的，上限 ＝ 500元。") == R"(exception_definition
  exempted_article 第九条之一
  exception_guard
    readings
      exception_body
        compare_expr
          name_expr 模式
          relation 为
          name_expr 知保贷
  name 上限
  readings
    definition_body
      clause_plain
        literal 500元
)");
    CHECK(body("不受第九条“单笔，上限”限制，模式为知保贷。") == R"(exception_rule
  exempted_article 第九条
  string 单笔,上限
  readings
    exception_body
      compare_expr
        name_expr 模式
        relation 为
        name_expr 知保贷
)");
}

TEST_CASE("a name may begin as an exception does") {
    CHECK(body("不受理 ＝ 本金超过1元。").starts_with("definition\n  name 不受理\n"));
}
