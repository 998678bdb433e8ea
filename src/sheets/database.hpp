// A SQLite database as a book: a table is a table or a view of it.
#pragma once

#include "tiaoli/sheets/book.hpp"

namespace tiaoli::sheets {

std::variant<std::unique_ptr<Book>, Trouble> open_database(const std::string& path, std::string bytes);

} // namespace tiaoli::sheets
