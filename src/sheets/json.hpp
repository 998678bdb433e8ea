// JSON and JSON Lines as books: a table is a list of objects, a column is a name in them.
#pragma once

#include "tiaoli/sheets/book.hpp"

namespace tiaoli::sheets {

/// `[{…}, …]`: one table; `{"贷款": [{…}, …], …}`: a table a name.
std::variant<std::unique_ptr<Book>, Trouble> open_json(const std::string& path, std::string bytes);
/// An object a line: one table.
std::variant<std::unique_ptr<Book>, Trouble> open_json_lines(const std::string& path, std::string bytes);

} // namespace tiaoli::sheets
