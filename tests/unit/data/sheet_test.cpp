// What stands around the rows of a table, and what only a whole column shows.
#include "case_text.hpp"

#include "credit_code.hpp"

#include <catch2/catch.hpp>

using namespace case_text;

namespace {

std::string read_messages(const Files& files) { return messages(read(schema(), files)); }

std::string first_table(const Files& files) {
    const auto made = schema();
    return tables(made, read(made, files));
}

} // namespace

TEST_CASE("titles, a unit for all, notes and headings once more") {
    const Files files = {{"企业.csv",
                          "企业情况表,,\n金额单位：万元,,\n代码,人数,收入\n甲,1,300\n代 码,人数,收入\n"
                          "注：由银行填报,,\n制表人：张三,审核：李四,\n乙,2,￥30000元\n"}};
    CHECK(first_table(files) == "企业 甲: 代码=甲 规模? 人数=1 收入=3000000 独立法人? 电话?\n"
                                "企业 乙: 代码=乙 规模? 人数=2 收入=30000 独立法人? 电话?\n");
    CHECK(read_messages(files) ==
          "./企业.csv:1: 提示 D592: 第1、2行在表头上方，没有当作记录\n"
          "./企业.csv:1: 提示 D594: 按表头上方的“金额单位:万元”，表头没有写单位的金额都以万元计\n"
          "./企业.csv:6: 提示 D595: 第6、7行是表下的说明或签名，没有当作记录\n"
          "./企业.csv:5: 提示 D596: 第5行又是表头，没有当作记录\n");
    // Who fills in a table is no unit.
    CHECK(first_table({{"企业.csv", "填报单位：万元公司,,\n代码,人数,收入\n甲,1,300\n"}}) ==
          "企业 甲: 代码=甲 规模? 人数=1 收入=300 独立法人? 电话?\n");
}

TEST_CASE("several rows of headings, as text files have them") {
    const auto row = "企业 甲: 代码=甲 规模=微型 人数=1 收入=3000000 独立法人=是 电话?\n";
    CHECK(first_table({{"企业.csv", "代码,情况（万元）,,,独立法人\n,规模,人数,收入,\n甲,微型,1,300,是\n"}}) ==
          row);
    CHECK(first_table({{"企业.csv", "代码,规模,人数,收入,独立法人\n,,（人）,万元,\n甲,微型,1,300,是\n"}}) ==
          row);
    CHECK(read_messages({{"企业.csv", "代码,人数,收入\n,人,单位：万元\n甲,1,300\n"}}) ==
          "./企业.csv:1: 提示 D593: 表头有几行（第1、2行），已合起来读\n");
}

TEST_CASE("40 and 0.4 in one column of percent are no guess") {
    const std::string head = "合同号,企业,放款日,本金,比例（%）\n";
    const Files files = {{"企业.csv", "代码\n甲\n"},
                         {"贷款.csv", head + "L1,甲,2023-03-01,1,40\nL2,甲,2023-03-01,1,0.4\n"
                                             "L3,甲,2023-03-01,1,0.4%\nL4,甲,2023-03-01,1,1\n"}};
    CHECK(read_messages(files) == "./贷款.csv:3:5（比例（%））: 错误 D619: "
                                  "这一列里“0.4”和“40”并存，不知道“0.4”是百分之几还是几分之几。请写成 "
                                  "40% 的样子\n  ./贷款.csv:2:5（比例（%））: 说明: 另一处在这里\n"
                                  "./贷款.csv:5:5（比例（%））: 错误 D619: "
                                  "这一列里“1”和“40”并存，不知道“1”是百分之几还是几分之几。请写成 "
                                  "40% 的样子\n  ./贷款.csv:2:5（比例（%））: 说明: 另一处在这里\n");
    CHECK(read_messages({{"企业.csv", "代码\n甲\n"},
                         {"贷款.csv", head + "L1,甲,2023-03-01,1,40\nL2,甲,2023-03-01,1,1\n"}})
              .empty());
}

TEST_CASE("amounts ten thousand times apart are warned of") {
    CHECK(read_messages({{"企业.csv", "代码,收入\n甲,300\n乙,-3000000.01\n丙,0\n"}}) ==
          "./企业.csv:2:2（收入）: 警告 D620: "
          "这一列的金额从“300”到“-3000000.01”，相差一万倍以上。请核对单位是元还是万元\n"
          "  ./企业.csv:3:2（收入）: 说明: 另一处在这里\n");
    CHECK(read_messages({{"企业.csv", "代码,收入\n甲,300\n乙,3000000\n"}}).empty());
}

TEST_CASE("social credit codes and their check character") {
    using tiaoli::data::is_credit_code;
    using tiaoli::data::meant_credit_code;
    CHECK(is_credit_code("91210231MA0EX00017"));
    CHECK(is_credit_code("91350100M000100Y43")); // the example of the standard
    CHECK_FALSE(is_credit_code("91210231MA0EX00018"));
    CHECK_FALSE(is_credit_code("9121O231MA0EX00017"));
    CHECK_FALSE(is_credit_code("91210231MA0EX0001"));
    CHECK_FALSE(is_credit_code(""));
    CHECK(meant_credit_code("9I2I0231MA0EX00017") == "91210231MA0EX00017");
    CHECK(meant_credit_code("9121023lMA0EX00017") == std::nullopt);
    CHECK(meant_credit_code("91210231MA0EX00017") == std::nullopt);
}
