// Tables as the parser reads them: their first line, their lines, and the readings of their cells.
#include "reading.hpp"

#include "tiaoli/syntax/table.hpp"

#include <catch2/catch.hpp>

#include <chrono>

using namespace tiaoli;
using namespace tiaoli::parse::test;

namespace {

std::string repeated(const std::string& text, std::size_t times) {
    std::string all;
    for (std::size_t time = 0; time < times; ++time) {
        all += text;
    }
    return all;
}

syntax::Table table_of(const Reading& reading) {
    const auto items = reading.tree->children(reading.tree->root());
    return syntax::table_at(*reading.tree, items.back());
}

} // namespace

TEST_CASE("the cells of a table are read in the law's words") {
    CHECK(body("决策表（本金（万元）、企业的规模）得上限，取先满足的一行，自2025年1月1日起\n"
               "| 本金 | 企业的规模 | 上限 |\n| --- | :---: | --- |\n"
               "| 满20不满300 | 小型、中型 | 本金×2 |\n| 其他 | 任意 | 1元 |\n") ==
          "decision_table\n"
          "  table_input\n    readings\n      input_body\n        name_expr 本金\n    table_unit 万元\n"
          "  table_input\n    readings\n      input_body\n        field_expr\n          name_expr 企业\n"
          "          name 规模\n"
          "  table_result\n    name 上限\n  table_first 取先满足的一行\n"
          "  table_from\n    literal_text 2025年1月1日\n"
          "  table_headings\n    table_heading 本金\n    table_heading 企业的规模\n    table_heading 上限\n"
          "  table_row\n"
          "    table_cell\n      readings\n        cell_condition\n"
          "          cell_compare\n            relation 满\n            literal 20\n"
          "          cell_compare\n            relation 不满\n            literal 300\n"
          "    table_cell\n      readings\n        cell_condition\n          cell_values\n"
          "            name_expr 小型\n            name_expr 中型\n"
          "    table_cell\n      readings\n        cell_result\n          multiply_expr\n"
          "            name_expr 本金\n            literal 2\n"
          "  table_row\n"
          "    table_cell\n      readings\n        cell_condition\n          cell_other 其他\n"
          "    table_cell\n      readings\n        cell_condition\n          cell_any 任意\n"
          "    table_cell\n      readings\n        cell_result\n          literal 1元\n");
}

TEST_CASE("bars, widths and rulers of a table do not matter") {
    const std::string plain = "决策表（本金、企业的规模）得上限\n|本金|企业的规模|上限|\n|1元以下|任意|1元|";
    const std::string wide =
        "决策表 ( 本金 、 企业的规模 ) 得 上限\n\n｜ 本金 ｜ 企业的规模 ｜ 上限\n|－－|－－|－－|\n\n"
        "| 1元以下 | 任意 | 1元";
    CHECK(body(plain) == body(wide));
}

TEST_CASE("a tier table may do without parentheses; an input may have them, commas and 得") {
    CHECK(
        table_of(read(loans + "分档表 本金（万元）得比例、上限，全额适用\n|本金|比例|上限|\n|1以下|1%|1元|"))
            .results.size() == 2);
    const Reading nested =
        read(loans + "分档表（较低者（本金，1元））得比例，超额累进\n|较低者（本金，1元）|比例|\n");
    CHECK(nested.said().empty());
    CHECK(table_of(nested).inputs.size() == 1);
}

TEST_CASE("tables have English words too") {
    const Reading english =
        read(loans + "table（本金）gives 上限, firstrow\n|本金|上限|\n|atmost 1元|1元|\n|any|2元|\n"
                     "tiers 本金 gives 费用, progressive\n|本金|费用|\n|1元 orless|1%|\n");
    CHECK(english.said().empty());
    CHECK(table_of(english).options.size() == 1);
}

TEST_CASE("a plain comma between values of a cell is refused: it would be read as both") {
    const std::string table = "决策表（企业的规模）得上限\n|企业的规模|上限|\n";
    CHECK(read(loans + table + "|小型，中型|1元|").codes() == "P115@17");
    CHECK(read(loans + table + "|任意、中型|1元|").codes() == "P115@17");
}

TEST_CASE("what is no table in its form is said to be none") {
    CHECK(read(loans + "决策表（本金）得上限，取最后一行\n|本金|上限|\n|1元|1元|").codes() == "P103@15");
    CHECK(read(loans + "分档表 本金\n|本金|上限|\n").codes() == "P103@15");
    CHECK(read(loans + "决策表（本金\n|本金|").codes() == "P103@15");
}

TEST_CASE("very wide and very long tables are read without delay") {
    const auto begin = std::chrono::steady_clock::now();
    const std::string wide = repeated("本金、", 16000) + "本金";
    read(loans + "决策表（" + wide + "）得上限\n|" + repeated("1元|", 16001) + "\n|" +
         repeated("1元|", 16002));
    read(loans + "决策表（本金）得上限\n|本金|上限|\n" + repeated("|1元以下|1元|\n", 100000));
    read(loans + "决策表（" + repeated("「", 100000) + "\n|" + repeated("|", 100000));
    read(loans + "分档表 " + repeated("（", 100000) + "得\n" + repeated("决策表（", 50000));
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(60));
}
