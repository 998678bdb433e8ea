// A workbook (.xlsx, ECMA-376) as a book of its worksheets.
#pragma once

#include "tiaoli/sheets/book.hpp"

namespace tiaoli::sheets {

std::variant<std::unique_ptr<Book>, Trouble> open_workbook(const std::string& path, std::string bytes);

} // namespace tiaoli::sheets
