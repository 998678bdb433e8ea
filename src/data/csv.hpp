// CSV by RFC 4180, with the separators and line ends that spreadsheets write.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tiaoli::data {

enum class Quoting : std::uint8_t {
    Sound,
    Open, ///< a quotation mark is not closed before the end of the text
    Rest  ///< something stands between a closing quotation mark and the separator
};

struct CsvRow {
    std::uint32_t number = 0; ///< 1-based, as a spreadsheet counts rows
    std::vector<std::string> cells;
    Quoting quoting = Quoting::Sound;
};

/// What separates the cells: a tab, `,`, `;` or `，`, by the first line that is not blank.
std::string_view separator_of(std::string_view text);
/// Rows in order; LF, CRLF and CR end a row. `text` is valid UTF-8.
std::vector<CsvRow> parse_csv(std::string_view text, std::string_view separator);

} // namespace tiaoli::data
