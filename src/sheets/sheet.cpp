// Keeps a table's cells row by row, each as the number of its text among its column's.
#include "tiaoli/sheets/sheet.hpp"

namespace tiaoli::sheets {

namespace {

// Four bytes each; a million rows of a hundred columns.
constexpr std::size_t most_cells = 100'000'000;

} // namespace

std::size_t Sheet::cells(std::size_t row) const {
    TIAOLI_CHECK(row < rows_.size(), "a row must be one of the sheet's");
    return (row + 1 < rows_.size() ? rows_[row + 1].first : ids_.size()) - rows_[row].first;
}

std::uint32_t Sheet::cell_id(std::size_t row, std::size_t column) const {
    return column < cells(row) ? ids_[rows_[row].first + column] : CellPool::blank;
}

const CellPool& Sheet::pool(std::size_t column) const {
    static const CellPool nothing;
    return column < pools_.size() ? pools_[column] : nothing;
}

void Sheet::begin_row(std::uint32_t number) { rows_.push_back({ids_.size(), number, RowFlaw::None}); }

void Sheet::add_cell(std::string_view text, Form form) { set_cell(cells(rows_.size() - 1), text, form); }

void Sheet::set_cell(std::size_t column, std::string_view text, Form form) {
    TIAOLI_CHECK(!rows_.empty(), "a cell stands in a row");
    const std::size_t place = rows_.back().first + column;
    if (place >= ids_.size())
        ids_.resize(place + 1, CellPool::blank);
    if (column >= pools_.size())
        pools_.resize(column + 1);
    ids_[place] = pools_[column].add(text, form);
}

bool Sheet::is_full() const { return ids_.size() >= most_cells; }

} // namespace tiaoli::sheets
