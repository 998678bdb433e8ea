// One file's text as a draft of one record type's table.
#pragma once

#include "draft.hpp"

#include <string>
#include <string_view>

namespace tiaoli::data {

/// `text` is UTF-8. Adds the rows that hold data to `data_rows` of the file.
Draft read_table(const model::Schema& schema, model::RecordId record, std::string_view text, InputFile& file);

} // namespace tiaoli::data
