// One sheet as a draft of one record type's table.
#pragma once

#include "draft.hpp"

#include "tiaoli/sheets/sheet.hpp"

namespace tiaoli::data {

/// Adds the rows that hold data to `data_rows` of the file.
Draft read_table(const model::Schema& schema, model::RecordId record,
                 std::shared_ptr<const sheets::Sheet> sheet, InputFile& file);

} // namespace tiaoli::data
