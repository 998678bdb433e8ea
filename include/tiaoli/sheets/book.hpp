// A case file of any kind as the tables that it holds.
#pragma once

#include "tiaoli/sheets/sheet.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace tiaoli::sheets {

/// What a file is, by the ending of its name.
enum class Kind : std::uint8_t {
    Text,        ///< .csv .tsv
    Workbook,    ///< .xlsx .xlsm
    OldWorkbook, ///< .xls .et .ods .xlsb .numbers: not read
    Json,        ///< .json
    JsonLines,   ///< .jsonl .ndjson
    Database,    ///< .db .sqlite .sqlite3
    Other        ///< no case file
};

Kind kind_of(const std::string& path);

enum class Visibility : std::uint8_t { Shown, Hidden };

/// A table as the file lists it.
struct TableEntry {
    std::string name; ///< empty: the file itself is the table
    Visibility visibility = Visibility::Shown;
};

/// An opened file. Reading a table never fails: what could not be read is said in the sheet. A table is read once, and nothing is
/// asked of it afterwards: what it was read from need not be kept.
class Book {
  public:
    virtual ~Book() = default;
    /// "UTF-8", "GB18030", "XLSX" …
    virtual const std::string& encoding() const = 0;
    virtual const std::vector<TableEntry>& tables() const = 0;
    virtual Sheet read(std::size_t table) = 0;
    /// Whether the table holds no cell at all.
    virtual bool is_blank(std::size_t table) = 0;
};

/// Opens the bytes of the file at `path`; the path is for messages alone.
std::variant<std::unique_ptr<Book>, Trouble> open_book(Kind kind, const std::string& path, std::string bytes);

} // namespace tiaoli::sheets
