// Result tables as sheets: frozen heading, filter, widths by content, cells by type.
#include "results_workbook.hpp"

#include "workbook.hpp"

#include "tiaoli/base/match.hpp"
#include "tiaoli/source/characters.hpp"

#include <algorithm>

namespace tiaoli::report {

namespace {

constexpr int narrowest = 8;
constexpr int widest = 48;
constexpr int filter_arrow = 3;
/// An amount is shown with separators, which its text does not have.
constexpr int separators = 4;
constexpr int most_lines = 5;
constexpr int line_height = 15; // points, of the usual font

class TableSheets {
  public:
    TableSheets(Workbook& book, const ResultTable& table) : book_(book), table_(table) {}

    void add(std::size_t sheet_rows);

  private:
    void add_sheet(std::size_t first, std::size_t last);
    void add_headings(lxw_worksheet* sheet);
    void add_cell(lxw_worksheet* sheet, SheetPlace at, const Cell& cell, const Column& column);
    int width_of(std::size_t column) const;
    int lines_of(const std::vector<Cell>& row) const;

    Workbook& book_;
    const ResultTable& table_;
    std::vector<int> widths_;
};

} // namespace

void add_table_sheets(Workbook& book, const ResultTable& table, std::size_t sheet_rows) {
    TableSheets{book, table}.add(sheet_rows);
}

base::Result<std::string> results_workbook(const Outcome& outcome, const std::vector<ResultTable>& tables) {
    Workbook book;
    if (!book.is_open())
        return book.bytes();
    add_summary_sheet(book, outcome);
    for (const ResultTable& table : tables)
        add_table_sheets(book, table);
    return book.bytes();
}

namespace {

void TableSheets::add(std::size_t sheet_rows) {
    const std::size_t step = sheet_rows - 1; // the heading takes one
    for (std::size_t column = 0; column < table_.columns.size(); ++column)
        widths_.push_back(width_of(column));
    std::size_t first = 0;
    do {
        add_sheet(first, std::min(first + step, table_.rows.size()));
        first += step;
    } while (first < table_.rows.size());
}

void TableSheets::add_sheet(std::size_t first, std::size_t last) {
    lxw_worksheet* sheet = book_.add_sheet(table_.name);
    add_headings(sheet);
    for (std::size_t row = first; row < last; ++row) {
        const auto place = static_cast<lxw_row_t>(row - first + 1);
        for (std::size_t column = 0; column < table_.columns.size(); ++column)
            add_cell(sheet, {place, static_cast<lxw_col_t>(column)}, table_.rows[row][column],
                     table_.columns[column]);
        if (const int lines = lines_of(table_.rows[row]); lines > 1)
            worksheet_set_row(sheet, place, lines * line_height, nullptr);
    }
    const auto last_row = static_cast<lxw_row_t>(last - first);
    const auto last_column = static_cast<lxw_col_t>(table_.columns.size() - 1);
    book_.note(worksheet_autofilter(sheet, 0, 0, last_row, last_column));
    worksheet_freeze_panes(sheet, 1, 1);
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, 9); // A4
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_repeat_rows(sheet, 0, 0);
    worksheet_set_footer(sheet, "&C&A　第 &P 页，共 &N 页");
}

void TableSheets::add_headings(lxw_worksheet* sheet) {
    for (std::size_t column = 0; column < table_.columns.size(); ++column) {
        const auto place = static_cast<lxw_col_t>(column);
        book_.write(sheet, {0, place}, table_.columns[column].heading, Style::KeyHeading);
        book_.set_width(sheet, place, widths_[column]);
    }
}

void TableSheets::add_cell(lxw_worksheet* sheet, SheetPlace at, const Cell& cell, const Column& column) {
    if (!cell.value) {
        if (!cell.text.empty())
            book_.write(sheet, at, cell.text, column.has_notes ? Style::Line : Style::Text);
        return;
    }
    if (const auto* number = std::get_if<value::Number>(&*cell.value)) {
        if (column.kind == model::TypeKind::Money)
            book_.write(sheet, at, *number, Style::Money);
        else if (column.kind == model::TypeKind::Ratio)
            book_.write_ratio(sheet, at, *number);
        else
            book_.write(sheet, at, *number,
                        column.kind == model::TypeKind::Integer ? Style::Count : Style::Exact);
    } else if (const auto* date = std::get_if<value::Date>(&*cell.value)) {
        book_.write(sheet, at, *date);
    } else {
        book_.write(sheet, at, cell.text, Style::Text);
    }
}

int TableSheets::width_of(std::size_t column) const {
    const Column& head = table_.columns[column];
    int width = std::max(narrowest, source::display_width(head.heading) + filter_arrow);
    const int more = head.kind == model::TypeKind::Money ? separators : 1;
    for (const std::vector<Cell>& row : table_.rows) {
        if (width >= widest)
            break;
        width = std::max(width, source::display_width(row[column].text) + more);
    }
    return std::min(width, widest);
}

/// Not every program fits the height of a row to wrapped text when it opens a file, so it is given; a few lines, for a table of
/// pages of text is no table. Notes that every row repeats do not count.
int TableSheets::lines_of(const std::vector<Cell>& row) const {
    int lines = 1;
    for (std::size_t column = 0; column < row.size(); ++column) {
        if (!table_.columns[column].has_notes)
            lines = std::max(lines, 1 + source::display_width(row[column].text) / widths_[column]);
    }
    return std::min(lines, most_lines);
}

} // namespace

} // namespace tiaoli::report
