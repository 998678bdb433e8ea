// The case data as typed tables: every value knows its file, row and column, and the text as written.
#pragma once

#include "tiaoli/diag/diagnostic.hpp"
#include "tiaoli/model/schema.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tiaoli::data {

/// Whether a stored value is there, and what its absence means.
enum class Presence : std::uint8_t {
    Given,
    Missing,     ///< 可缺 and not supplied (or the whole column is missing): unknown
    NotHappened, ///< 可未发生 and blank
    None,        ///< 可无 and blank
    Broken,      ///< a reference to one of the rows that were turned back: which one cannot be told
    Withheld     ///< in a row that was turned back: the cell could not be read
};

/// One record type's rows, in file order. Row numbers are 0-based indexes into the rows that were accepted. Behind them stand the
/// rows that were turned back, with what of them could be read: they are decided by nobody, but a total must know that they exist.
class Table {
  public:
    /// The accepted rows.
    std::uint32_t rows() const;
    /// The accepted rows and those turned back.
    std::uint32_t all_rows() const;
    Presence presence(std::uint32_t row, model::FieldId field) const;
    /// The value; only when `presence` is Given. Text is folded to half width and trimmed.
    const model::Scalar& scalar(std::uint32_t row, model::FieldId field) const;
    /// The key as written, folded; several key fields are joined with “、”.
    const std::string& key(std::uint32_t row) const;
    std::optional<std::uint32_t> find(std::string_view key) const;
    /// File, row and column of the value (column 0 where the file has no such column).
    source::CellPlace place(std::uint32_t row, model::FieldId field) const;
    /// The text as written in the file; empty where the file has no such column.
    std::string_view text(std::uint32_t row, model::FieldId field) const;

  private:
    friend class TableBuilder;
    struct Value {
        Presence presence = Presence::Missing;
        model::Scalar scalar = false;
    };
    /// A column of a million rows often holds a few hundred values: each is kept once.
    struct Column {
        std::vector<Value> values;
        std::string texts;                   ///< of `values`, as written, one behind another
        std::vector<std::size_t> text_ends;  ///< by value
        std::vector<std::uint32_t> value_of; ///< by row
    };
    std::size_t place_of(model::FieldId field) const;
    const Value& value(std::uint32_t row, model::FieldId field) const;

    std::string file_;
    std::string sheet_;
    source::Grid grid_ = source::Grid::Lines;
    std::vector<model::FieldId> fields_;      ///< stored fields, as in the schema
    std::vector<std::int32_t> column_of_;     ///< by field id index: place in `fields_`, or -1
    std::vector<std::uint32_t> file_columns_; ///< by place in `fields_`: 1-based column of the file, 0: none
    std::vector<std::string> headings_;
    std::vector<Column> columns_; ///< by place in `fields_`
    std::uint32_t accepted_ = 0;
    std::vector<std::uint32_t> file_rows_; ///< 1-based row in the file
    std::vector<std::string> keys_;
    std::vector<std::uint32_t> by_key_; ///< the accepted rows, sorted by key
};

/// A row that could not be taken: kept whole, with every reason.
struct TurnedBackRow {
    model::RecordId record;
    source::CellPlace place; ///< the row (column 0)
    std::string key;         ///< as far as it could be read
    std::vector<std::string> headings;
    std::vector<std::string> cells;   ///< the original row
    std::vector<std::size_t> reasons; ///< indexes into CaseData::messages
    model::MatterId matter = {};      ///< valid: a settled result of this matter, on a row of `record`
};

/// A matter's result for one record, stated by the case files: a person's decision, or one of a version that is not on file.
struct SettledResult {
    model::MatterId matter;
    std::uint32_t row = 0;                    ///< of the matter's record type
    std::optional<value::Period> period = {}; ///< of a matter that recurs
    model::Verdict verdict = model::Verdict::Pass;
    std::optional<value::Date> day = {}; ///< 决定日
    std::vector<std::optional<model::Scalar>> outputs =
        {}; ///< by Matter::outputs; nothing where none is stated
    diag::Place place = {};
};

/// Which decision a settled result that was turned back may be about.
struct UnreadResult {
    model::MatterId matter;
    std::optional<std::uint32_t> row = {};    ///< of the matter's record type; nothing: any
    std::optional<value::Period> period = {}; ///< nothing: any
};

struct InputFile {
    std::string path;
    std::string encoding; ///< "UTF-8", "UTF-8 BOM", "UTF-16LE", "UTF-16BE", "GB18030", "XLSX", "SQLite"
    std::string sha256;   ///< of the bytes
    std::uint32_t data_rows = 0;
};

struct CaseData {
    std::vector<Table> tables; ///< one per record type, by RecordId
    std::vector<TurnedBackRow> turned_back;
    diag::Diagnostics messages;
    std::vector<InputFile> files;
    std::vector<SettledResult> settled;
    std::vector<UnreadResult> unread_results;

    const Table& table(model::RecordId record) const { return tables[record.index]; }
};

/// Told while case files are read: bytes of the files done so far, and of all.
using ReadingProgress = std::function<void(std::uint64_t done, std::uint64_t total)>;
struct ReadOptions {
    ReadingProgress progress = {};
};
/// Reads a folder of case files, or one: CSV, workbooks, JSON, JSON Lines and databases, in each the tables that are named like a
/// record type or a matter. Mistakes in the files are messages; only the environment makes it fail.
base::Result<CaseData> read_cases(const model::Schema& schema, const std::string& path,
                                  const ReadOptions& options = {});

/// A row given in memory: its key and the texts of some fields, as a person would write them.
struct RowText {
    model::RecordId record;
    std::string key; ///< fills the key field(s); several are joined with “、”
    struct Value {
        model::FieldId field;
        std::string text;
        source::Span span;
    };
    std::vector<Value> values;
    source::Span span; ///< where the row stands (an example in a policy file); messages point there
};
/// A settled result given in memory: the texts under the headings 结论, 决定日, 期间 and the outputs' names.
struct SettledText {
    model::MatterId matter;
    std::string key;
    struct Value {
        std::string heading;
        std::string text;
        source::Span span;
    };
    std::vector<Value> values;
    source::Span span;
};
/// Builds tables from rows given in memory (the examples of a policy), with the same reading of values as files have.
/// A required field that a row does not mention is Missing; key and day must be given.
CaseData build_tables(const model::Schema& schema, const std::vector<RowText>& rows,
                      const std::vector<SettledText>& settled = {});

/// Reads one value as a cell of `field` would be read; nothing when it is not one (for expected values of examples).
std::optional<model::Scalar> read_value(const model::Schema& schema, const CaseData& data,
                                        model::FieldId field, std::string_view text);

} // namespace tiaoli::data
