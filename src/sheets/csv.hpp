// CSV by RFC 4180, with the separators and line ends that spreadsheets write.
#pragma once

#include "tiaoli/sheets/book.hpp"

namespace tiaoli::sheets {

/// What separates the cells: a tab, `,`, `;` or `，`, by the first line that is not blank.
std::string_view separator_of(std::string_view text);
/// Adds the rows to `sheet`; LF, CRLF and CR end a row. `text` is valid UTF-8.
void parse_csv(std::string_view text, std::string_view separator, Sheet& sheet);

/// A text file as a book of one table.
std::variant<std::unique_ptr<Book>, Trouble> open_csv(const std::string& path, std::string bytes);

} // namespace tiaoli::sheets
