// Writes plain tables by the way of result tables.
#include "tiaoli/report/plain_table.hpp"

#include "csv.hpp"
#include "results_workbook.hpp"
#include "workbook.hpp"

namespace tiaoli::report {

namespace {

ResultTable result_table(const PlainTable& plain) {
    ResultTable table{plain.name, {}, {}};
    for (const PlainColumn& column : plain.columns)
        table.columns.push_back({column.heading, column.kind});
    for (const std::vector<PlainCell>& row : plain.rows) {
        std::vector<Cell> cells;
        for (const PlainCell& cell : row) {
            Cell made{cell.text};
            if (cell.value)
                made.value = *cell.value;
            cells.push_back(std::move(made));
        }
        table.rows.push_back(std::move(cells));
    }
    return table;
}

} // namespace

std::string plain_csv(const PlainTable& table) { return csv(result_table(table)); }

base::Result<std::string> plain_workbook(const std::vector<PlainTable>& tables) {
    Workbook book;
    if (!book.is_open())
        return book.bytes();
    for (const PlainTable& table : tables)
        add_table_sheets(book, result_table(table));
    return book.bytes();
}

} // namespace tiaoli::report
