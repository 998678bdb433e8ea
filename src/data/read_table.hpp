// One sheet as a draft of one record type's table.
#pragma once

#include "draft.hpp"

#include "tiaoli/sheets/sheet.hpp"

#include <functional>

namespace tiaoli::data {

/// Told now and then how many of the sheet's rows are read.
using RowsRead = std::function<void(std::size_t done, std::size_t all)>;

/// Adds the rows that hold data to `data_rows` of the file.
Draft read_table(const model::Schema& schema, model::RecordId record,
                 std::shared_ptr<const sheets::Sheet> sheet, InputFile& file, const RowsRead& rows_read);

} // namespace tiaoli::data
