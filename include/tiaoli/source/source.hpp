// Source texts and places in them: every message and explanation points here.
#pragma once

#include "tiaoli/base/id.hpp"
#include "tiaoli/base/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tiaoli::source {

using SourceId = base::Id<struct SourceTag>;

/// A half-open range of bytes [begin, end) of one source text.
struct Span {
    SourceId source;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    auto operator<=>(const Span&) const = default;
};

/// The smallest span that holds both; both must be of one source.
Span join(Span a, Span b);

/// 1-based line; column counts characters (code points), 1-based.
struct LineColumn {
    std::uint32_t line = 1;
    std::uint32_t column = 1;
};

/// One policy file as read: UTF-8 without byte order mark, line ends as written.
struct SourceFile {
    std::string path;  ///< as the user named it, for messages
    std::string text;  ///< the bytes, UTF-8, BOM removed
    std::string bytes; ///< the original bytes when they differ from `text`, else empty (for checksums)
    std::vector<std::uint32_t> line_starts; ///< byte offset of each line; LF, CRLF and lone CR end a line
};

/// Owns all source texts of a run.
class Sources {
  public:
    SourceId add(std::string path, std::string text);
    const SourceFile& operator[](SourceId id) const { return files_[id]; }
    std::size_t size() const { return files_.size(); }
    std::string_view text(Span span) const;
    LineColumn line_column(SourceId id, std::uint32_t offset) const;
    /// The line's text without its line end.
    std::string_view line_text(SourceId id, std::uint32_t line) const;

  private:
    base::Store<SourceFile, SourceId> files_;
};

/// Reads a whole file's bytes. Failure carries the system's reason.
base::Result<std::string> read_file(const std::string& path);

/// How the places of a case file are counted and shown.
enum class Grid : std::uint8_t {
    Lines,   ///< text: row and column, 3:5
    Letters, ///< a workbook: E3
    Elements ///< a list of records (JSON, a database): the record's number, 3
};

/// A cell of a case file: where a value of the case data stands.
struct CellPlace {
    std::string file;         ///< path as the user named it
    std::string sheet;        ///< empty for CSV
    std::uint32_t row = 0;    ///< 1-based as a spreadsheet shows it (the heading row counts)
    std::uint32_t column = 0; ///< 1-based; 0: the whole row
    std::string heading;      ///< the column's heading as written
    Grid grid = Grid::Lines;
};

/// "3:5", "E3" or "3" as the file's programs show it; the row alone where no column is meant, nothing for the whole file.
std::string position_text(const CellPlace& place);
/// A, …, Z, AA, …: the name of a 1-based column.
std::string column_letters(std::uint32_t column);

} // namespace tiaoli::source
