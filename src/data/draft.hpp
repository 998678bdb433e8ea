// A table while it is being read: every row with what was wrong with it, before keys and references are settled.
#pragma once

#include "column_readings.hpp"

#include "tiaoli/sheets/sheet.hpp"

#include <memory>
#include <string>
#include <vector>

namespace tiaoli::data {

struct DraftRow {
    std::uint32_t number = 0;    ///< in the file, 1-based
    std::uint32_t sheet_row = 0; ///< in Draft::sheet_rows
    enum class Cells : std::uint8_t {
        Known,
        Unknown ///< the row could not be read as cells: which text is which field's cannot be told
    } cells = Cells::Unknown;
    bool turned_back = false;
    std::string key; ///< as far as it could be read
    diag::Diagnostics messages;
    source::Span span = {};                    ///< in a policy's example
    std::vector<source::Span> cell_spans = {}; ///< there, by place in Draft::fields; empty in files
};

/// Where a field stands in a file, and in which unit.
struct DraftColumn {
    std::uint32_t number = 0; ///< 1-based; 0: the file has no such column
    std::string heading;
    ColumnUnit unit;
    std::int32_t in_sheet = -1; ///< the column of `Draft::sheet_rows`; -1: none
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
    std::shared_ptr<const sheets::Sheet> sheet_rows; ///< the texts of the rows
    std::vector<ColumnReadings> readings;            ///< by place in `fields`
    diag::Diagnostics messages;                      ///< about the file as a whole
    std::vector<std::size_t> refusals;               ///< those of `messages` that turn back every row
    bool is_whole = true;                            ///< false: there may be rows that were not read

    /// As `refuse`, where rows were not read at all: one stands for them, so that the table does not pass for whole.
    void refuse_rest(diag::Message message, std::vector<std::string> args);
    /// Adds a message about the whole file that turns back every row of it.
    void refuse(diag::Message message, std::vector<std::string> args, std::uint32_t row = 0,
                std::uint32_t column = 0, std::string heading = {});
    diag::Place place(const DraftRow& row) const;
    diag::Place place(const DraftRow& row, std::size_t field) const;
    /// The cell's number among those of its column.
    std::uint32_t cell_id(const DraftRow& row, std::size_t field) const;
    /// What stands in the cell; nothing where the row could not be read as cells.
    const CellReading* reading(const DraftRow& row, std::size_t field) const;
    /// The place of `reading` among those of its column.
    std::size_t reading_place(const DraftRow& row, std::size_t field) const;
    /// As `reading`, but nothing where the cell holds no sound value.
    const CellReading* given(const DraftRow& row, std::size_t field) const;
    /// The text as written; empty where the file has no such column.
    std::string_view text(const DraftRow& row, std::size_t field) const;
    /// All texts of the row, as written.
    std::vector<std::string> original(const DraftRow& row) const;
    /// Makes this cell, and every other of its column with the same text, one that cannot be read.
    void spoil(const DraftRow& row, std::size_t field, Mistake mistake);
    /// Adds a message at the cell and, when it is an error, turns the row back.
    diag::Diagnostic& complain(DraftRow& row, std::size_t field, Mistake mistake) const;
    diag::Diagnostic& complain(DraftRow& row, Mistake mistake) const;
};

/// An empty draft with the fields of the record.
Draft draft_of(const model::Schema& schema, model::RecordId record);

/// Reads a row of `sheet_rows` into its key, and each text that is new to its column.
void fill_row(const model::Schema& schema, Draft& draft, DraftRow& row);

/// The key's fields joined with “、”; empty when one of them is blank.
std::string key_of(const model::Schema& schema, const Draft& draft, const DraftRow& row);

} // namespace tiaoli::data
