// One table of a case file as it stands there: rows of cells of text, before anything is known of their meaning.
#pragma once

#include "tiaoli/diag/diagnostic.hpp"
#include "tiaoli/sheets/cell_pool.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tiaoli::sheets {

/// No spreadsheet has more columns (A to XFD).
inline constexpr std::uint32_t most_columns = 16384;

/// Why something could not be read, without its place.
struct Trouble {
    diag::Message message;
    std::vector<std::string> args = {};
};

/// What makes a row as a whole doubtful.
enum class RowFlaw : std::uint8_t {
    None,
    QuoteOpen, ///< a quotation mark is not closed before the end of the text
    QuoteRest, ///< something stands between a closing quotation mark and the separator
    KeyTwice,  ///< a JSON object states one name twice
    NoRecord   ///< a line of JSON Lines is no JSON object
};

/// From which year a workbook counts the days of its dates.
enum class DayCount : std::uint8_t { From1900, From1904 };

/// Cells that a workbook shows as one; the text stands in the first. All numbers are 1-based and included.
struct MergedArea {
    std::uint32_t first_row = 0;
    std::uint32_t last_row = 0;
    std::uint32_t first_column = 0;
    std::uint32_t last_column = 0;
};

class Sheet {
  public:
    Sheet(std::string file, std::string name, source::Grid grid)
        : file_(std::move(file)), name_(std::move(name)), grid_(grid) {}

    const std::string& file() const { return file_; }
    /// Empty where the file is the table.
    const std::string& name() const { return name_; }
    source::Grid grid() const { return grid_; }

    std::size_t rows() const { return rows_.size(); }
    /// 1-based, as its program counts.
    std::uint32_t number(std::size_t row) const { return rows_[row].number; }
    RowFlaw flaw(std::size_t row) const { return rows_[row].flaw; }
    std::size_t cells(std::size_t row) const;
    /// Blank behind the row's last cell.
    Cell cell(std::size_t row, std::size_t column) const { return pool(column)[cell_id(row, column)]; }
    std::uint32_t cell_id(std::size_t row, std::size_t column) const;
    const CellPool& pool(std::size_t column) const;
    /// Cells in the longest row.
    std::size_t columns() const { return pools_.size(); }

    /// Adds a row; the cells that follow are its cells.
    void begin_row(std::uint32_t number);
    void add_cell(std::string_view text, Form form = Form::Text);
    /// Puts `text` into a column of the last row, with blanks before it where cells are skipped.
    void set_cell(std::size_t column, std::string_view text, Form form);
    void flag_row(RowFlaw flaw) { rows_.back().flaw = flaw; }
    /// Whether another cell may be added: so many cells are not read.
    bool is_full() const;

    std::vector<std::string> fields =
        {}; ///< names of the columns where they stand in no row (Grid::Elements)
    DayCount days = DayCount::From1900;
    std::vector<MergedArea> merged = {};
    std::vector<std::uint32_t> hidden_rows = {};    ///< numbers
    std::vector<std::uint32_t> hidden_columns = {}; ///< 1-based
    std::optional<Trouble> cut_short = {};          ///< why the rows end before the table's end

  private:
    struct Row {
        std::size_t first = 0;
        std::uint32_t number = 0;
        RowFlaw flaw = RowFlaw::None;
    };
    std::string file_;
    std::string name_;
    source::Grid grid_;
    std::vector<Row> rows_;
    std::vector<std::uint32_t> ids_;
    std::vector<CellPool> pools_; ///< by column
};

} // namespace tiaoli::sheets
