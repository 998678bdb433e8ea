// CSV as rows of cells, and the pool that keeps each distinct cell once.
#include "csv.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <map>

using namespace tiaoli;

namespace {

std::vector<std::string> cells_of(const sheets::Sheet& sheet, std::size_t row) {
    std::vector<std::string> out;
    for (std::size_t column = 0; column < sheet.cells(row); ++column)
        out.emplace_back(sheet.cell(row, column).text);
    return out;
}

/// A cell as it must stand in a CSV file.
std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char byte : text)
        out += byte == '"' ? std::string("\"\"") : std::string(1, byte);
    return out + "\"";
}

} // namespace

TEST_CASE("what was written into CSV is read from it") {
    CHECK(rc::check([] {
        const auto text = rc::gen::container<std::string>(rc::gen::elementOf(std::string("ab,;\t\"\n\r1 ")));
        const auto rows = *rc::gen::container<std::vector<std::vector<std::string>>>(
            rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(text)));
        std::string csv;
        for (const auto& row : rows) {
            for (std::size_t at = 0; at < row.size(); ++at)
                csv += (at > 0 ? "," : "") + quoted(row[at]);
            csv += "\r\n";
        }
        sheets::Sheet read("a.csv", "", source::Grid::Lines);
        sheets::parse_csv(csv, ",", read);
        RC_ASSERT(read.rows() == rows.size());
        for (std::size_t at = 0; at < rows.size(); ++at) {
            RC_ASSERT(cells_of(read, at) == rows[at]);
            RC_ASSERT(read.flaw(at) == sheets::RowFlaw::None);
        }
    }));
}

TEST_CASE("a pool gives one number to one cell, and the cell back for its number") {
    CHECK(rc::check([](const std::vector<std::string>& texts) {
        sheets::CellPool pool;
        std::map<std::string, std::uint32_t> given;
        for (const std::string& text : texts) {
            const std::uint32_t id = pool.add(text);
            const auto [place, is_new] = given.try_emplace(text, id);
            RC_ASSERT(place->second == id);
        }
        for (const auto& [text, id] : given)
            RC_ASSERT(pool[id].text == text);
        RC_ASSERT(pool.size() == given.size() + (given.contains("") ? 0U : 1U));
    }));
    sheets::CellPool pool;
    const auto text = pool.add("1");
    const auto number = pool.add("1", sheets::Form::Number);
    CHECK(text != number);
    CHECK(pool[number].form == sheets::Form::Number);
}

TEST_CASE("a row of too many cells ends the reading, and says so") {
    sheets::Sheet sheet("a.csv", "", source::Grid::Lines);
    sheets::parse_csv("a,b\n" + std::string(sheets::most_columns, ',') + "\nc,d\n", ",", sheet);
    CHECK(sheet.rows() == 2);
    REQUIRE(sheet.cut_short);
    CHECK(sheet.cut_short->message == diag::Message::TableTooWide);
    CHECK(sheet.cut_short->args == std::vector<std::string>{"2"});
}

TEST_CASE("a cell longer than any spreadsheet's is cut, and what follows it is read") {
    for (const std::string mark : {"", "\""}) {
        const std::string text =
            "a," + mark + std::string(sheets::longest_cell * 3, 'x') + mark + ",b\nc,d,e\n";
        sheets::Sheet sheet("", "", source::Grid::Lines);
        sheets::parse_csv(text, ",", sheet);
        REQUIRE(sheet.rows() == 2);
        CHECK(sheet.cell(0, 1).text.size() > sheets::longest_cell); // so that it is known to be too long
        CHECK(sheet.cell(0, 1).text.size() <= sheets::longest_cell + 4);
        CHECK(sheet.cell(0, 2).text == "b");
        CHECK(cells_of(sheet, 1) == std::vector<std::string>{"c", "d", "e"});
    }
}
