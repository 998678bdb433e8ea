// Marks the cells that a workbook shows as one.
#pragma once

#include "tiaoli/sheets/sheet.hpp"

namespace tiaoli::sheets {

/// Gives the form Merged to all cells of each merged area that holds something, in the rows that hold something.
void mark_merged(Sheet& sheet);

} // namespace tiaoli::sheets
