// Sheet names, digits that a spreadsheet keeps, long tables.
#include "results_workbook.hpp"
#include "sheet_names.hpp"
#include "template_column.hpp"
#include "tiaoli/report/addable.hpp"
#include "workbook.hpp"

#include <catch2/catch.hpp>

using namespace tiaoli;

namespace {

value::Number number(const char* text) { return *value::Number::parse_decimal(text); }

} // namespace

TEST_CASE("names of sheets are those that Excel accepts, each once") {
    report::SheetNames names;
    CHECK(names.take("贷款备案") == "贷款备案");
    CHECK(names.take("贷款备案") == "贷款备案（2）");
    CHECK(names.take("贷款备案") == "贷款备案（3）");
    CHECK(names.take("a[b]:c*d?e/f\\g") == "a［b］：c＊d？e／f＼g");
    CHECK(names.take("'quoted'") == "’quoted’");
    CHECK(names.take("Loans") == "Loans");
    CHECK(names.take("LOANS") == "LOANS（2）");
    CHECK(names.take("History") == "History（2）");
    CHECK(names.take("") == "表");
    const std::string forty(40, 'x');
    CHECK(names.take(forty) == std::string(31, 'x'));
    CHECK(names.take(forty) == std::string(28, 'x') + "（2）");
    // Beyond the basic plane a character is two UTF-16 units: 15 of them are 30.
    std::string emoji;
    for (int count = 0; count < 20; ++count)
        emoji += "😀";
    CHECK(names.take(emoji).size() == 15 * 4);
}

TEST_CASE("a number is a number cell only where no digit is lost") {
    CHECK(report::kept_digits(number("1000000.00")) == "1000000");
    CHECK(report::kept_digits(number("-0.01")) == "-0.01");
    CHECK(report::kept_digits(number("0")) == "0");
    CHECK(report::kept_digits(number("9999999999999.99")) == "9999999999999.99"); // 15 digits
    CHECK_FALSE(report::kept_digits(number("10000000000000.01")));                // 16: the fen would be lost
    CHECK_FALSE(report::kept_digits(number("9007199254740993")));
    CHECK_FALSE(report::kept_digits(value::Number::fraction(1, 3)));
}

TEST_CASE("a workbook made twice is the same bytes") {
    const auto made = [] {
        report::Workbook book;
        lxw_worksheet* sheet = book.add_sheet("表");
        book.write(sheet, {0, 0}, "文字", report::Style::KeyHeading);
        book.write(sheet, {1, 0}, number("1234567.89"), report::Style::Money);
        book.write_ratio(sheet, {1, 1}, number("0.405"));
        book.write(sheet, {1, 2}, *value::Date::from_ymd(2025, 3, 10));
        return book.bytes().value();
    };
    const std::string first = made();
    CHECK(first.starts_with("PK"));
    CHECK(first == made());
}

TEST_CASE("a table that is longer than a sheet goes on in the next one") {
    report::ResultTable table{"贷款备案", {{"键"}, {"额", model::TypeKind::Money}}, {}};
    for (int row = 0; row < 5; ++row)
        table.rows.push_back({{"L" + std::to_string(row)}, {"1.00", value::Number{1}}});
    report::Workbook book;
    report::add_table_sheets(book, table, 3); // a heading and two rows
    CHECK(std::string{book.add_sheet("贷款备案")->name} == "贷款备案（4）");
    table.rows.clear();
    table.name = "退回";
    report::add_table_sheets(book, table, 3);
    CHECK(std::string{book.add_sheet("退回")->name} == "退回（2）");
    CHECK(book.bytes().ok());
}

TEST_CASE("a text that no cell can hold is cut and says so") {
    std::string text;
    for (int count = 0; count < 32'767; ++count)
        text += "字";
    CHECK(report::fitted_to_cell(text) == text);
    const std::string cut = report::fitted_to_cell(text + "字");
    CHECK(cut.size() < text.size());
    CHECK(report::clipped(cut, 32'767).size() == cut.size());
    CHECK(cut.ends_with("……（单元格放不下，全文见 CSV 或 JSON）"));
}

TEST_CASE("what a workbook cannot hold is a failure, never left out") {
    report::Workbook book;
    book.write(book.add_sheet("表"), {report::rows_of_a_sheet, 0}, "one row too many", report::Style::Text);
    CHECK_FALSE(book.bytes().ok());
}

TEST_CASE("headings of a case workbook name the unit that the reader knows") {
    model::Schema schema;
    schema.records.add({"企业", {}, {}, 0, {}, {}});
    const auto add = [&](const char* name, model::TypeKind kind, std::vector<std::string> columns,
                         value::Number unit) {
        model::Field field{name, model::RecordId{0}, {kind}};
        field.columns = std::move(columns);
        field.unit = unit;
        schema.records[model::RecordId{0}].fields.push_back(schema.fields.add(field));
    };
    add("营业收入", model::TypeKind::Money, {"年营收", "营业收入（万元）"}, 1);
    add("资产总额", model::TypeKind::Money, {}, 10'000);
    add("金额", model::TypeKind::Money, {}, 1);
    add("入库日", model::TypeKind::Date, {"入库日期"}, 1);
    const auto columns = report::template_columns(schema, schema.records[model::RecordId{0}]);
    REQUIRE(columns.size() == 4);
    CHECK(columns[0].heading == "营业收入（万元）");
    CHECK(columns[0].unit == value::Number{10'000});
    CHECK(columns[1].heading == "资产总额（万元）");
    CHECK(columns[2].heading == "金额（元）");
    CHECK(columns[2].type == "金额（元）");
    CHECK(columns[3].heading == "入库日");
    CHECK(columns[3].is_required);
}
