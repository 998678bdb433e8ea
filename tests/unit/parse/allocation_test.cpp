// 分配 and 期限: parts are told apart before any name is known; bodies are read by the names.
#include "reading.hpp"

#include <catch2/catch.hpp>

using namespace tiaoli::parse::test;

TEST_CASE("an allocation has its amount, its parts and its rest") {
    CHECK(body("分配 本金×2，累计到分（同一企业、模式）：\n 甲份按40%，以较低者（本金，\n1元）为限；\n"
               " 「按份」按60%；其余归丙份。") == R"(allocation
  readings
    expression_body
      multiply_expr
        name_expr 本金
        literal 2
  allocation_mode 累计到分
  allocation_same
    name 企业
    name 模式
  allocation_part
    name 甲份
    allocation_ratio
      readings
        expression_body
          literal 40%
    allocation_limit
      readings
        expression_body
          call_expr
            function_word 较低者
            name_expr 本金
            literal 1元
  allocation_part
    name 按份
    allocation_ratio
      readings
        expression_body
          literal 60%
  allocation_rest
    name 丙份
)");
}

TEST_CASE("the same in English; parts in order; a name may begin with the word") {
    const std::string english = body("allocate 本金, tofen: fund by 40%, upto 1元 capped; rest bank.");
    CHECK(english.find("allocation_mode tofen") != std::string::npos);
    CHECK(english.find("allocation_part\n    name fund\n    allocation_ratio") != std::string::npos);
    CHECK(english.find("allocation_limit") != std::string::npos);
    CHECK(english.find("allocation_rest\n    name bank") != std::string::npos);
    CHECK(body("分配 本金，依次：甲份以1元为限；其余归乙份。").find("allocation_mode 依次") !=
          std::string::npos);
    CHECK(body("分配额 ＝ 本金。").find("definition\n  name 分配额") == 0);
    CHECK(body("分配 本金，到分：甲份60%；其余归乙份。").find("bad_part") != std::string::npos);
}

TEST_CASE("the parts are names for what stands before and after them") {
    CHECK(read(loans + "要求 甲份超过1元。\n分配 本金，到分：甲份按40%；其余归乙份。\n要求 乙份超过1元。\n")
              .codes()
              .empty());
}

TEST_CASE("a deadline from a day, and one within a period") {
    CHECK(body("期限 “归还”：自放款日起5日内，末日遇休息日顺延，有贷款（同一企业）；迟报的，提示“晚了”；"
               "逾期未报的，转人工。") == R"(deadline
  string 归还
  readings
    deadline_body
      deadline_from
        name_expr 放款日
        literal 5日
      roll_over 末日遇休息日顺延
      set_expr
        name 贷款
        same_as
          name 企业
      late_case
        outcome 提示
        string 晚了
      missed_case
        outcome 转人工
)");
    CHECK(body("期限 “归还”：在放款日的季度内，有贷款（同一企业）。").find("deadline_within") !=
          std::string::npos);
    const std::string english = body("deadline \"归还\": from 放款日 on 5日 inside, rolling, has 贷款(same "
                                     "企业); late, 提示; missed, 不通过.");
    for (const char* kind : {"deadline_from", "roll_over", "set_expr", "late_case", "missed_case"})
        CHECK(english.find(kind) != std::string::npos);
    CHECK(read(loans + "期限 “归还”：自放款日起5日内，有贷款（同一企业）。\n要求 归还截止日晚于放款日。\n")
              .codes()
              .empty());
}
