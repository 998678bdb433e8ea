// Values of cells, as people write them.
#include "case_text.hpp"

#include <catch2/catch.hpp>

using case_text::cell;

TEST_CASE("amounts of money") {
    for (const char* text :
         {"3000000", "3000000.00", "３００００００", "3,000,000.00", "￥3,000,000", "¥3000000元", "300万",
          "300 万元", "300万元整", "叁佰万元整", "人民币叁佰万元整", "三百万", "0.03亿元", "3.00E+06",
          "3百万", " 3000000 ", "　3000000　", "+3000000"})
        CHECK(cell("收入", text) == "3000000");
    CHECK(cell("收入", "(1,234.50)") == "-1234.5");
    CHECK(cell("收入", "（1,234.50）") == "-1234.5");
    CHECK(cell("收入", "－0.01") == "-0.01");
    CHECK(cell("收入", "壹拾贰元叁角肆分") == "12.34");
    CHECK(cell("收入", "壹拾贰元零肆分") == "12.04");
    CHECK(cell("收入", "123456789012345678901234567890.12") == "123456789012345678901234567890.12");
}

TEST_CASE("what is no amount of money") {
    for (const char* text : {"三百万美元", "300w", "1,23", "12,34,567", "1.2.3", "1 2", "元", "--5",
                             "300万万", "1e999", "12元5", "约300万", "3.", "1.5元5角", "$5"})
        CHECK(cell("收入", text) == "D544");
    CHECK(cell("收入", "0.001") == "D545");
    CHECK(cell("收入", "0.0000001万元") == "D545");
    CHECK(cell("收入", "1.005元") == "D545");
}

TEST_CASE("the heading's unit counts, unless the cell names its own") {
    CHECK(cell("收入（万元）", "300") == "3000000");
    CHECK(cell("收入（元）", "300") == "300");
    CHECK(cell("收入（万元）", "300万元") == "3000000");
    CHECK(cell("收入（万元）", "300元") == "300");
    CHECK(cell("收入（万元）", "300万") == "D546");
    CHECK(cell("收入（万元）", "￥300") == "D546");
    CHECK(cell("收入（万元）", "17.756325445") == "D545");
    CHECK(cell("收入（万元）", "17.756325") == "177563.25");
}

TEST_CASE("ratios need their percent sign") {
    for (const char* text :
         {"40%", "４０％", "40 %", "百分之四十", "百分之40", "四成", "4成", "400‰", "40.0%", "千分之四百"})
        CHECK(cell("比例", text) == "0.4");
    CHECK(cell("比例", "四成五") == "0.45");
    CHECK(cell("比例", "0") == "0");
    CHECK(cell("比例", "") == "0");
    CHECK(cell("比例", "40") == "D548");
    CHECK(cell("比例", "0.4") == "D548");
    CHECK(cell("比例（%）", "40") == "0.4");
    CHECK(cell("比例（％）", "40%") == "0.4");
    CHECK(cell("比例", "4:6") == "D617");
    CHECK(cell("比例", "40/60") == "D617");
    CHECK(cell("比例", "四六开") == "D547");
    CHECK(cell("比例", "101%") == "D557");
    CHECK(cell("比例", "-1%") == "D556");
}

TEST_CASE("dates") {
    for (const char* text : {"2023-03-01", "2023/3/1", "2023.3.1", "20230301", "2023年3月1日",
                             "二〇二三年三月一日", "２０２３年３月１日", "2023年03月01号", "2023/3/1 0:00",
                             "2023-03-01 00:00:00", "2023 年 3 月 1 日"})
        CHECK(cell("结清日", text) == "2023-03-01");
    CHECK(cell("结清日", "44986") == "D552 2023-03-01");
    CHECK(cell("结清日", "2024-02-29") == "2024-02-29");
    CHECK(cell("结清日", "2023-02-29") == "D551");
    CHECK(cell("结清日", "20230230") == "D551");
    CHECK(cell("结清日", "2023年3月") == "D550");
    CHECK(cell("结清日", "2023-03") == "D550");
    CHECK(cell("结清日", "23-03-01") == "D549");
    CHECK(cell("结清日", "01/03/2023") == "D549");
    CHECK(cell("结清日", "2023-3-1-1") == "D549");
    CHECK(cell("结清日", "已结清") == "D549");
    CHECK(cell("结清日", "2023-03-01 12:30") == "D549");
}

TEST_CASE("blanks, by what absence means") {
    for (const char* text : {"", " ", "-", "—", "——", "/", "　"}) {
        CHECK(cell("结清日", text) == "…");
        CHECK(cell("规模", text) == "?");
        CHECK(cell("担保人", text) == "-");
    }
    for (const char* text : {"长期", "无固定期限", "长期有效", "无固定到期日，保全解除之日", "永久"})
        CHECK(cell("结清日", text) == "…");
    CHECK(cell("结清日", "无") == "D549");
    CHECK(cell("担保人", "无") == "-");
    CHECK(cell("规模", "无") == "D554");
}

TEST_CASE("yes or no, choices, whole numbers, other numbers") {
    for (const char* text : {"是", "有", "TRUE", "Yes", "y", "1", "１"})
        CHECK(cell("独立法人", text) == "是");
    for (const char* text : {"否", "无", "false", "No", "N", "0"})
        CHECK(cell("独立法人", text) == "否");
    CHECK(cell("独立法人", "不详") == "D553");
    CHECK(cell("规模", "微 型") == "微型");
    CHECK(cell("规模", "微形") == "D555");
    CHECK(cell("规模", "特大") == "D554");
    CHECK(cell("人数", "50人") == "50");
    CHECK(cell("人数（人）", "1,050") == "1050");
    CHECK(cell("人数", "50.5") == "D543");
    CHECK(cell("人数", "50元") == "D543");
    CHECK(cell("人数", "-1") == "D556");
    CHECK(cell("系数", "0.125") == "0.125");
    CHECK(cell("系数", "八分之一") == "D542");
}

TEST_CASE("periods, lengths of time and texts") {
    CHECK(cell("年度", "2025年") == "2025年");
    CHECK(cell("年度", "2025年第1季度") == "2025年第1季度");
    CHECK(cell("年度", "2025年3月") == "2025年3月");
    CHECK(cell("年度", "2025年第5季度") == "D560");
    CHECK(cell("年度", "去年") == "D560");
    CHECK(cell("宽限期", "10个工作日") == "10个工作日");
    CHECK(cell("宽限期", "一年") == "1年");
    CHECK(cell("宽限期", "不久") == "D561");
    CHECK(cell("电话", "（0411）8888") == "(0411)8888");
    CHECK(cell("电话", "9.12102E+17") == "D559");
    for (const char* text : {"#N/A", "#REF!", "########", "#DIV/0!"})
        CHECK(cell("电话", text) == "D597");
    CHECK(cell("电话", "#1") == "#1");
    CHECK(cell("电话", std::string(200'000, 'x')) == "D602");
}
