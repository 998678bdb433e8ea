// Where the headings of a sheet stand: below titles, and in one row or in several that belong together.
#pragma once

#include "tiaoli/model/schema.hpp"
#include "tiaoli/sheets/sheet.hpp"

#include <string>
#include <vector>

namespace tiaoli::data {

struct HeadingBlock {
    std::size_t first = 0; ///< rows of the sheet, not their numbers
    std::size_t last = 0;
    std::size_t data_from = 0; ///< the row below; 0 where the headings stand in no row
    std::uint32_t row = 0;     ///< number of the lowest row
    std::string unit_above;    ///< what a line above the table says: 单位：万元; empty: nothing
    std::string line_above;    ///< that line as written
    std::vector<std::vector<std::string>> parts; ///< by column: its headings from top to bottom, as written

    /// All headings of the column, as they are shown.
    std::string shown(std::size_t column) const;
    /// How the column's headings may be read, the most telling first.
    std::vector<std::string> readings_of(std::size_t column) const;
};

/// The sheet must have a row that is not blank, or names of its own.
HeadingBlock find_headings(const model::Schema& schema, model::RecordId record, const sheets::Sheet& sheet);

} // namespace tiaoli::data
