// The number formats of a workbook's cells.
#pragma once

#include "archive.hpp"
#include "number_format.hpp"

#include <vector>

namespace tiaoli::sheets {

/// By the number that a cell gives as its style.
using Styles = std::vector<NumberFormat>;

/// Why they could not be read, if so.
std::optional<Trouble> read_styles(Archive& archive, const std::string& name, Styles& styles);

} // namespace tiaoli::sheets
