// A table while it is being read: every row with what was wrong with it, before keys and references are settled.
#pragma once

#include "cell_value.hpp"

#include "tiaoli/sheets/cell_pool.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tiaoli::data {

struct DraftCell {
    CellReading reading;
    std::string text;       ///< as written
    source::Span span = {}; ///< in a policy's example
};

struct DraftRow {
    std::uint32_t number = 0;          ///< in the file, 1-based
    std::vector<std::string> original; ///< all cells, as written
    std::vector<DraftCell>
        cells;       ///< by place in Draft::fields; empty where the row could not be read as cells
    std::string key; ///< as far as it could be read
    bool turned_back = false;
    diag::Diagnostics messages;
    source::Span span = {}; ///< in a policy's example
};

/// Where a field stands in a file, and in which unit.
struct DraftColumn {
    std::uint32_t number = 0; ///< 1-based; 0: the file has no such column
    std::string heading;
    ColumnUnit unit;
};

struct Draft {
    model::RecordId record;
    std::string file;
    std::string sheet = {}; ///< within the file, where it holds several tables
    source::Grid grid = source::Grid::Lines;
    std::vector<std::string> headings;  ///< all of them, as written
    std::vector<model::FieldId> fields; ///< the stored fields of the record
    std::vector<DraftColumn> columns;   ///< by place in `fields`
    std::vector<DraftRow> rows;
    diag::Diagnostics messages;        ///< about the file as a whole
    std::vector<std::size_t> refusals; ///< those of `messages` that turn back every row

    /// Adds a message about the whole file that turns back every row of it.
    void refuse(diag::Message message, std::vector<std::string> args, std::uint32_t row = 0,
                std::uint32_t column = 0, std::string heading = {});
    diag::Place place(const DraftRow& row) const;
    diag::Place place(const DraftRow& row, std::size_t field) const;
    /// Adds a message at the cell and, when it is an error, turns the row back.
    diag::Diagnostic& complain(DraftRow& row, std::size_t field, Mistake mistake) const;
    diag::Diagnostic& complain(DraftRow& row, Mistake mistake) const;
};

/// An empty draft with the fields of the record.
Draft draft_of(const model::Schema& schema, model::RecordId record);

/// The cells of a row by place in `fields`; nothing: the file has no such column.
using RowCells = std::vector<std::optional<sheets::Cell>>;
/// Reads a row into its cells and its key.
void fill_row(const model::Schema& schema, const Draft& draft, DraftRow& row, const RowCells& cells);

/// The key's fields joined with “、”; empty when one of them is blank.
std::string key_of(const model::Schema& schema, const Draft& draft, const RowCells& cells);

} // namespace tiaoli::data
