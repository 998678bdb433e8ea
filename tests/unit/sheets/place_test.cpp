// Places of cells, and merged cells.
#include "cell_place.hpp"
#include "merged_cells.hpp"
#include "shared_strings.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

using namespace tiaoli;

TEST_CASE("addresses of cells and areas") {
    CHECK(rc::check([] {
        const auto column = *rc::gen::inRange<std::uint32_t>(1, sheets::most_columns + 1);
        const auto row = *rc::gen::inRange<std::uint32_t>(1, sheets::most_rows + 1);
        const auto address = sheets::address_of(source::column_letters(column) + std::to_string(row));
        RC_ASSERT(address.column == column);
        RC_ASSERT(address.row == row);
    }));
    for (const char* text : {"", "A", "1", "XFE1", "A1048577", "A1B", "a1", "ZZZZZZZZZZ1", "A99999999999"})
        CHECK(sheets::address_of(text).row == 0);
    const auto area = sheets::area_of("C5:A1");
    REQUIRE(area);
    CHECK(area->first_row == 1);
    CHECK(area->last_column == 3);
    CHECK_FALSE(sheets::area_of("A1:"));
}

TEST_CASE("a merged area that holds something marks its cells, an empty one does not") {
    sheets::Sheet sheet("a.xlsx", "表", source::Grid::Letters);
    sheet.begin_row(1);
    sheet.add_cell("甲");
    sheet.begin_row(2);
    sheet.add_cell("");
    sheet.add_cell("乙");
    sheet.begin_row(3);
    sheet.add_cell("丙");
    sheet.merged = {{1, 2, 1, 1}, {1, 2, 3, 4}};
    sheets::mark_merged(sheet);
    CHECK(sheet.cell(0, 0).text == "甲");
    CHECK(sheet.cell(0, 0).form == sheets::Form::Merged);
    CHECK(sheet.cell(1, 0).form == sheets::Form::Merged);
    CHECK(sheet.cell(1, 1).form == sheets::Form::Text);
    CHECK(sheet.cell(2, 0).form == sheets::Form::Text);
    CHECK(sheet.cell(1, 2).form == sheets::Form::Text);
}

TEST_CASE("texts that XML cannot hold, and texts without end") {
    CHECK(sheets::without_escapes("a_x000D_b") == "a\rb");
    CHECK(sheets::without_escapes("_x005F_x000D_") == "_x000D_");
    CHECK(sheets::without_escapes("_x00_") == "_x00_");
    std::string text;
    for (int at = 0; at < 1000; ++at)
        sheets::add_piece(text, std::string(1000, 'x'));
    CHECK(text.size() > sheets::longest_cell);
    CHECK(text.size() <= sheets::longest_cell + 4);
}
