// Files: separators, headings, rows that are no records, keys and references.
#include "case_text.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace case_text;

namespace {

const std::string enterprises = "代码,规模\n甲,微型\n乙,小型\n";

std::string read_tables(const Files& files) {
    const auto made = schema();
    return tables(made, read(made, files));
}

std::string read_messages(const Files& files) { return messages(read(schema(), files)); }

} // namespace

TEST_CASE("a small case folder") {
    const auto made = schema();
    const auto data = read(
        made, {{"企业.csv", "代码,规模,人数,营业收入（万元）,独立法人,电话\n甲,微型,9,300,是,\"a,b\"\"c\"\n"},
               {"贷款.csv", "合同号,企业,放款日,贷款金额（万元）,比例\nL1,甲,2023-03-01,100,40%\n"},
               {"质押.csv", "贷款,企业\nL1,甲\n"}});
    CHECK(messages(data).empty());
    CHECK(tables(made, data) ==
          "企业 甲: 代码=甲 规模=微型 人数=9 收入=3000000 独立法人=是 电话=a,b\"c\n"
          "贷款 L1: 合同号=L1 企业=→甲 担保人- 放款日=2023-03-01 本金=1000000 比例=0.4 结清日… 系数? "
          "年度? 宽限期?\n"
          "质押 L1、甲: 贷款=→L1 企业=→甲\n");
    REQUIRE(data.files.size() == 3);
    CHECK(data.files[2].path == "./贷款.csv");
    CHECK(data.files[2].encoding == "UTF-8");
    CHECK(data.files[2].data_rows == 1);
    CHECK(data.files[2].sha256.size() == 64);
}

TEST_CASE("every value keeps its place and its text") {
    const auto made = schema();
    const auto data = read(
        made, {{"企业.csv", enterprises}, {"贷款.csv", "\n本金,合同号,企业,放款日\n￥5,Ｌ1,甲,44986\n"}});
    const tiaoli::model::RecordId loan{1};
    const auto& fields = made.records[loan].fields;
    const auto& table = data.table(loan);
    CHECK(table.find("L1") == 0);
    CHECK(table.find("L2") == std::nullopt);
    CHECK(table.text(0, fields[0]) == "Ｌ1");
    CHECK(table.text(0, fields[4]) == "￥5");
    const auto place = table.place(0, fields[3]);
    CHECK(place.file == "./贷款.csv");
    CHECK(place.row == 3);
    CHECK(place.column == 4);
    CHECK(place.heading == "放款日");
    CHECK(table.place(0, fields[6]).column == 0);
    CHECK(messages(data) == "./贷款.csv:3:4（放款日）: 提示 D552: “44986”是表格软件的日期序列号，按 1900 "
                            "日期系统读作 2023-03-01\n");
}

TEST_CASE("line ends, separators and encodings") {
    const std::string expected = "企业 甲: 代码=甲 规模=微型 人数? 收入? 独立法人? 电话?\n"
                                 "企业 乙: 代码=乙 规模=小型 人数? 收入? 独立法人? 电话?\n";
    CHECK(read_tables({{"企业.csv", "代码,规模\r\n甲,微型\r\n乙,小型\r\n"}}) == expected);
    CHECK(read_tables({{"企业.csv", "代码,规模\r甲,微型\r乙,小型"}}) == expected);
    CHECK(read_tables({{"企业.CSV", "代码;规模\n甲;微型\n乙;小型\n"}}) == expected);
    CHECK(read_tables({{"企业.tsv", "代码\t规模\n甲\t微型\n乙\t小型\n"}}) == expected);
    CHECK(read_tables({{"企业.csv", "代码，规模\n甲，微型\n乙，小型\n"}}) == expected);
    CHECK(read_tables({{"企业.csv", "\xEF\xBB\xBF 代　码 ,\"规\n模\"\n\"甲\",微型\n乙, 小型 \n"}}) ==
          expected);
    const std::string gbk =
        "\xB4\xFA\xC2\xEB,\xB9\xE6\xC4\xA3\n\xBC\xD7,\xCE\xA2\xD0\xCD\n\xD2\xD2,\xD0\xA1\xD0\xCD\n";
    CHECK(read_tables({{"企业.csv", gbk}}) == expected);
    CHECK(read_messages({{"企业.csv", gbk}}) ==
          "./企业.csv: 提示 D502: 这个文件是 GB18030 编码，已照此读入\n");
}

TEST_CASE("total rows and blank rows are no records, and are said") {
    const Files files = {{"企业.csv", "代码,人数\n甲,1\n,\n小 计：,1\n\n乙,2\n,合计\n"}};
    const auto data = read(schema(), files);
    CHECK(data.table({0}).rows() == 2);
    CHECK(data.files[0].data_rows == 2);
    CHECK(messages(data) == "./企业.csv:4: 提示 D521: 第4、7行是合计行，没有当作记录\n"
                            "./企业.csv:3: 提示 D522: 第3、5行是空行，已跳过\n");
}

TEST_CASE("columns that no field uses, that are missing, that are twice") {
    CHECK(read_messages({{"企业.csv", "代码,规膜,备注,\n甲,微型,x,y\n"}}) ==
          "./企业.csv:1:2（规膜）: 警告 D512: 没有字段用到“规膜”这一列，这一列没有读。表头是否应为“规模”？\n"
          "./企业.csv:1:3（备注）: 警告 D511: 没有字段用到“备注”这一列，这一列没有读\n"
          "./企业.csv:1:4: 警告 D511: 没有字段用到“#4”这一列，这一列没有读\n");
    CHECK(read_messages({{"企业.csv", "代码,营业收入\n甲,1\n"}}) ==
          "./企业.csv:1:2（营业收入）: 警告 D512: "
          "没有字段用到“营业收入”这一列，这一列没有读。表头是否应为“营业收入（万元）”？\n");
    CHECK(read_messages({{"企业.csv", "代码,收入（美元）\n甲,1\n"}}) ==
          "./企业.csv:1:2（收入（美元））: 警告 D512: "
          "没有字段用到“收入(美元)”这一列，这一列没有读。表头是否应为“收入”？\n");
    const auto missing = read(schema(), {{"企业.csv", "规模\n微型\n小型\n"}});
    CHECK(messages(missing) == "./企业.csv:1: 错误 D513: 缺少必填的列“代码”，这个文件的行都退回\n");
    CHECK(missing.table({0}).rows() == 0);
    REQUIRE(missing.turned_back.size() == 2);
    CHECK(missing.turned_back[1].cells == std::vector<std::string>{"小型"});
    CHECK(missing.messages.all()[missing.turned_back[1].reasons.at(0)].message ==
          tiaoli::diag::Message::ColumnMissing);
    const auto twice = read(schema(), {{"企业.csv", "代码,收入,收入（万元）\n甲,1,1\n"}});
    CHECK(messages(twice) == "./企业.csv:1:3（收入（万元））: 错误 D514: "
                             "“收入”和“收入（万元）”两列都是“收入”，不知道以哪列为准，这个文件的行都退回\n");
    CHECK(twice.turned_back.size() == 1);
}

TEST_CASE("a row with bad cells is turned back with all of them, the others go on") {
    const auto made = schema();
    const auto data = read(made, {{"企业.csv", "代码,规模,人数\n甲,微形,x\n乙,小型,2\n,小型,1\n"}});
    CHECK(messages(data) ==
          "./企业.csv:2:2（规模）: 错误 D555: 不能填“微形”。是否想写“微型”？可以填：微型、小型、中型\n"
          "./企业.csv:2:3（人数）: 错误 D543: “x”不是整数\n"
          "./企业.csv:4:1（代码）: 错误 D541: “代码”必须填写\n");
    CHECK(data.table({0}).rows() == 1);
    REQUIRE(data.turned_back.size() == 2);
    const auto& back = data.turned_back[0];
    CHECK(back.key == "甲");
    CHECK(back.place.row == 2);
    CHECK(back.cells == std::vector<std::string>{"甲", "微形", "x"});
    CHECK(back.headings == std::vector<std::string>{"代码", "规模", "人数"});
    CHECK(back.reasons.size() == 2);
}

TEST_CASE("rows of another length and quotes that do not match") {
    CHECK(read_messages({{"企业.csv", "代码,人数\n甲,1,050\n乙\n丙,1,,\n"}}) ==
          "./企业.csv:2: 错误 D523: 这一行有3格，表头只有2格。数字里有千分位逗号的，整格要加引号\n"
          "./企业.csv:3: 错误 D524: 这一行只有1格，表头有2格\n");
    CHECK(read_messages({{"企业.csv", "代码,人数\n\"甲\"乙,1\n乙,\"2\n丙,3\n"}}) ==
          "./企业.csv:2: 错误 D526: 引号之后、分隔符之前还有字，不知道是不是这一格的\n"
          "./企业.csv:3: 错误 D525: 引号没有配对，从这一行起直到文件末尾都成了一格\n");
}

TEST_CASE("repeated keys and unique values turn all their rows back") {
    const auto data = read(schema(), {{"企业.csv", "代码,电话\n甲,1\n甲 ,2\n乙,3\n丙,3\n"}});
    CHECK(messages(data) == "./企业.csv:2:1（代码）: 错误 D531: “代码”重复：“甲”出现了2次，这几行都退回\n"
                            "  ./企业.csv:3:1（代码）: 说明: 另一处在这里\n"
                            "./企业.csv:3:1（代码）: 错误 D531: “代码”重复：“甲”出现了2次，这几行都退回\n"
                            "  ./企业.csv:2:1（代码）: 说明: 另一处在这里\n"
                            "./企业.csv:4:2（电话）: 错误 D531: “电话”重复：“3”出现了2次，这几行都退回\n"
                            "  ./企业.csv:5:2（电话）: 说明: 另一处在这里\n"
                            "./企业.csv:5:2（电话）: 错误 D531: “电话”重复：“3”出现了2次，这几行都退回\n"
                            "  ./企业.csv:4:2（电话）: 说明: 另一处在这里\n");
    CHECK(data.turned_back.size() == 4);
    CHECK(tiaoli::diag::code(tiaoli::diag::Message::OtherRow) == "D532");
}

TEST_CASE("references: unknown ones turn the row back, broken ones say so") {
    const auto made = schema();
    const auto data =
        read(made, {{"企业.csv", "代码,人数\n甲,1\n乙,x\nA10,1\n"},
                    {"贷款.csv", "合同号,企业,担保人,放款日,本金\nL1,甲,乙,2023-03-01,1\n"
                                 "L2,丙,,2023-03-01,1\nL3,AlO,无,2023-03-01,1\nL4,乙,,2023-03-01,1\n"}});
    CHECK(tables(made, data) ==
          "企业 甲: 代码=甲 规模? 人数=1 收入? 独立法人? 电话?\n"
          "企业 A10: 代码=A10 规模? 人数=1 收入? 独立法人? 电话?\n"
          "贷款 L1: 合同号=L1 企业=→甲 担保人=→乙 放款日=2023-03-01 本金=1 比例=0 结清日… 系数? 年度? "
          "宽限期?\n"
          "贷款 L4: 合同号=L4 企业=→乙 担保人- 放款日=2023-03-01 本金=1 比例=0 结清日… 系数? 年度? "
          "宽限期?\n");
    CHECK(messages(data) ==
          "./企业.csv:3:2（人数）: 错误 D543: “x”不是整数\n"
          "./贷款.csv:2:3（担保人）: 警告 D535: “企业”表里的“乙”已被退回，用到它的规则可能无法判断\n"
          "./贷款.csv:3:2（企业）: 错误 D533: “企业”表里没有“丙”\n"
          "./贷款.csv:4:2（企业）: 错误 D534: “企业”表里没有“AlO”。是否想写“A10”？\n"
          "./贷款.csv:5:2（企业）: 警告 D535: “企业”表里的“乙”已被退回，用到它的规则可能无法判断\n");
}

TEST_CASE("a reference to a row that was turned back means that row, unless it may be any of several") {
    const auto made = schema();
    const auto meant = [&](const tiaoli::data::CaseData& data, std::uint32_t row) -> std::string {
        const auto& loans = data.tables[1];
        const auto firm = made.records[{1}].fields[1];
        if (loans.presence(row, firm) == tiaoli::data::Presence::Broken)
            return "broken";
        const auto& target = std::get<tiaoli::model::RowRef>(loans.scalar(row, firm));
        return data.tables[0].key(target.row) + (target.row < data.tables[0].rows() ? "" : " turned back");
    };
    const std::string loans = "合同号,企业,放款日,本金\nL1,甲,2023-03-01,1\nL2,乙,2023-03-01,1\n";
    const auto one = read(made, {{"企业.csv", "代码,人数\n乙,x\nA,x\n甲,1\n丙,1\n丙,2\n"},
                                 {"贷款.csv", loans + "L3,丙,2023-03-01,1\nL4,A,2023-03-01,1\n"}});
    CHECK(meant(one, 0) == "甲");
    CHECK(meant(one, 1) == "乙 turned back");
    CHECK(meant(one, 2) == "broken");
    CHECK(meant(one, 3) == "A turned back");
    const auto two =
        read(made, {{"企业.csv", "代码\n甲\n"}, {"企业.tsv", "代码\n乙\n"}, {"贷款.csv", loans}});
    CHECK(meant(two, 0) == "broken");
    CHECK(meant(two, 1) == "broken");
    const auto phones = read(made, {{"企业.csv", "代码,电话,人数\n甲,3,1\n乙,3,2\n"}, {"贷款.csv", loans}});
    CHECK(meant(phones, 0) == "甲 turned back");
    const auto& firms = phones.tables[0];
    CHECK(firms.presence(0, made.records[{0}].fields[5]) == tiaoli::data::Presence::Withheld);
    CHECK(firms.presence(0, made.records[{0}].fields[2]) == tiaoli::data::Presence::Given);
}

TEST_CASE("files that are no table of the policy") {
    const auto data = read(schema(), {{"企业.csv", enterprises},
                                      {"贷欵.csv", "x\n"},
                                      {"说明.csv", "x\n"},
                                      {"expected.json", "{}"},
                                      {"质押.csv", ""}});
    CHECK(messages(data) ==
          "./说明.csv: 警告 D503: 没有叫“说明”的记录，这个文件没有读\n"
          "./贷欵.csv: 警告 D504: 没有叫“贷欵”的记录，这个文件没有读。文件名是否应为“贷款”？\n"
          "./质押.csv: 警告 D508: 这个文件是空的，连表头也没有\n");
    CHECK(data.messages.all()[2].message == tiaoli::diag::Message::FileMissing);
    CHECK(tiaoli::diag::render_text(data.messages.all()[2], {}, tiaoli::diag::Language::Chinese) ==
          ".: 提示 D505: 没有“贷款”这张表的文件，当作一行也没有\n");
}

TEST_CASE("a file that is no text, and two files for one table, never pass for empty tables") {
    const auto data =
        read(schema(), {{"企业.csv", "代码\n\xFF\xFF\xFF\n"}, {"贷款.csv", "合同号,企业,放款日,本金\n"}});
    CHECK(messages(data) ==
          "./企业.csv: 错误 D501: 认不出这个文件的编码：第8个字节起读不懂。请另存为 UTF-8 编码的 CSV\n"
          "./贷款.csv（企业）: 警告 D624: “企业”表没有读全，“企业”这一列指的是它的哪一行，都无法判断\n");
    CHECK(data.turned_back.size() == 1);
    const auto book = read(schema(), {{"企业.csv", "PK\x03\x04\n"}});
    CHECK(messages(book) ==
          "./企业.csv: 错误 D625: 这个文件名叫文本（.csv），内容却是工作簿。请用 WPS 或 Excel 打开，"
          "另存为“Excel 工作簿（*.xlsx）”\n");
    const auto two = read(schema(), {{"企业.csv", "代码\n甲\n"}, {"企业.tsv", "代码\n乙\n"}});
    CHECK(
        messages(two) ==
        "./企业.csv: 错误 D507: “企业”有两个文件，另一个是 ./企业.tsv。不知道以哪个为准，两个文件的行都退回\n"
        "./企业.tsv: 错误 D507: “企业”有两个文件，另一个是 "
        "./企业.csv。不知道以哪个为准，两个文件的行都退回\n");
    CHECK(two.turned_back.size() == 2);
    CHECK(two.table({0}).rows() == 0);
}

TEST_CASE("a pattern is for the whole text, a folder that is not there is a failure") {
    CHECK(read_messages({{"企业.csv", "代码\na1\n"}}) ==
          "./企业.csv:2:1（代码）: 错误 D558: “a1”不符合这个字段的格式：[A-Z0-9甲乙丙]{1,18}\n");
    const auto nowhere = tiaoli::data::read_cases(schema(), "/nowhere/at/all");
    REQUIRE_FALSE(nowhere.ok());
    CHECK(nowhere.failure().what == "/nowhere/at/all");
    CHECK(nowhere.failure().reason == "No such file or directory");
}

TEST_CASE("progress: told within a long table, never back, and at the end all") {
    std::string rows = "代码\n";
    for (int row = 0; row < 10000; ++row)
        rows += "A" + std::to_string(row) + "\n";
    std::vector<std::uint64_t> told;
    std::uint64_t all = 0;
    const auto listen = [&](std::uint64_t done, std::uint64_t total) {
        told.push_back(done);
        all = total;
    };
    read(schema(), {{"企业.csv", rows}, {"没有.csv", "一\n"}}, {listen});
    CHECK(told.size() == 4);
    CHECK(std::is_sorted(told.begin(), told.end()));
    CHECK(told.front() > 0);
    CHECK(told.back() == all);
}
