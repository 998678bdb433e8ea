// Reads SQLite databases from the bytes of their file, so that nothing can be written and nothing changes meanwhile.
#include "database.hpp"

#include "decimal.hpp"

#include <sqlite3.h>

#include <filesystem>

namespace tiaoli::sheets {

namespace {

// A view may compute without end.
constexpr int steps_between_looks = 1'000'000;
constexpr int most_looks = 5'000;
constexpr int longest_value = 64 << 20;
// Bytes of the header that say which journal a database keeps (file format, 1.3): 2 is a write-ahead log, which bytes in memory cannot have.
constexpr std::size_t write_version = 18;
constexpr std::size_t read_version = 19;
constexpr std::size_t header_size = 100;

struct Closing {
    void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Connection = std::unique_ptr<sqlite3, Closing>;
using Statement = std::unique_ptr<sqlite3_stmt, Closing>;

Statement prepared(sqlite3* database, const std::string& query) {
    sqlite3_stmt* statement = nullptr;
    sqlite3_prepare_v2(database, query.c_str(), static_cast<int>(query.size()), &statement, nullptr);
    return Statement(statement);
}

std::string text_of(sqlite3_stmt* row, int column) {
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(row, column));
    return text == nullptr ? std::string{}
                           : std::string(text, static_cast<std::size_t>(sqlite3_column_bytes(row, column)));
}

std::string quoted_name(const std::string& name) {
    std::string out = "\"";
    for (const char byte : name)
        out += byte == '"' ? std::string("\"\"") : std::string(1, byte);
    return out + "\"";
}

class DatabaseBook : public Book {
  public:
    DatabaseBook(std::string path, std::string bytes) : path_(std::move(path)), bytes_(std::move(bytes)) {}

    /// Why the database cannot be read, if so.
    std::optional<Trouble> open() {
        if (bytes_.size() < header_size || !bytes_.starts_with("SQLite format 3"))
            return Trouble{diag::Message::DatabaseDamaged, {"not a database"}};
        bytes_[write_version] = bytes_[read_version] = 1;
        sqlite3* opened = nullptr;
        const int status = sqlite3_open_v2(":memory:", &opened, SQLITE_OPEN_READWRITE, nullptr);
        database_.reset(opened);
        if (status != SQLITE_OK)
            return trouble();
        const auto size = static_cast<sqlite3_int64>(bytes_.size());
        if (sqlite3_deserialize(opened, "main", reinterpret_cast<unsigned char*>(bytes_.data()), size, size,
                                SQLITE_DESERIALIZE_READONLY) != SQLITE_OK)
            return trouble();
        sqlite3_db_config(opened, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
        sqlite3_db_config(opened, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
        sqlite3_limit(opened, SQLITE_LIMIT_LENGTH, longest_value);
        sqlite3_progress_handler(opened, steps_between_looks, on_look, this);
        return list();
    }

    const std::string& encoding() const override { return encoding_; }
    const std::vector<TableEntry>& tables() const override { return tables_; }
    bool is_blank(std::size_t table) override {
        looks_ = 0;
        const Statement row =
            prepared(database_.get(), "SELECT 1 FROM " + quoted_name(tables_.at(table).name) + " LIMIT 1");
        return row && sqlite3_step(row.get()) == SQLITE_DONE;
    }

    Sheet read(std::size_t table) override {
        Sheet sheet(path_, tables_.at(table).name, source::Grid::Elements);
        looks_ = 0;
        const Statement row = prepared(database_.get(), "SELECT * FROM " + quoted_name(sheet.name()));
        const int columns = row ? sqlite3_column_count(row.get()) : 0;
        for (int column = 0; column < columns; ++column)
            sheet.fields.emplace_back(sqlite3_column_name(row.get(), column));
        int status = row ? sqlite3_step(row.get()) : SQLITE_ERROR;
        std::uint32_t number = 0;
        for (; status == SQLITE_ROW && !sheet.cut_short; status = sqlite3_step(row.get())) {
            sheet.begin_row(++number);
            for (int column = 0; column < columns; ++column)
                add_value(sheet, row.get(), column);
            if (sheet.is_full())
                sheet.cut_short = Trouble{diag::Message::TableTooWide, {std::to_string(number)}};
        }
        if (!sheet.cut_short && status != SQLITE_DONE)
            sheet.cut_short = trouble();
        return sheet;
    }

  private:
    std::string path_;
    std::string bytes_;
    std::string encoding_ = "SQLite";
    std::vector<TableEntry> tables_;
    Connection database_; ///< reads `bytes_`
    int looks_ = 0;

    static int on_look(void* book) { return ++static_cast<DatabaseBook*>(book)->looks_ > most_looks ? 1 : 0; }

    Trouble trouble() const { return {diag::Message::DatabaseDamaged, {sqlite3_errmsg(database_.get())}}; }

    std::optional<Trouble> list() {
        const Statement row =
            prepared(database_.get(), "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') "
                                      "AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name");
        int status = row ? sqlite3_step(row.get()) : SQLITE_ERROR;
        for (; status == SQLITE_ROW; status = sqlite3_step(row.get()))
            tables_.push_back({text_of(row.get(), 0)});
        return status == SQLITE_DONE ? std::nullopt : std::optional(trouble());
    }

    /// A REAL is read with the 15 significant digits that are sure to be what was put in.
    static void add_value(Sheet& sheet, sqlite3_stmt* row, int column) {
        const int type = sqlite3_column_type(row, column);
        if (type == SQLITE_BLOB)
            return sheet.add_cell("", Form::Bytes);
        const std::string text = text_of(row, column);
        const auto real = type == SQLITE_FLOAT ? Decimal::read(text) : std::nullopt;
        if (real)
            sheet.add_cell(real->as_shown().text(), Form::Number);
        else
            sheet.add_cell(text);
    }
};

} // namespace

std::variant<std::unique_ptr<Book>, Trouble> open_database(const std::string& path, std::string bytes) {
    std::error_code error;
    const auto log_size = std::filesystem::file_size(path + "-wal", error);
    if (!error && log_size > 0)
        return Trouble{diag::Message::DatabaseOpen, {path + "-wal"}};
    auto book = std::make_unique<DatabaseBook>(path, std::move(bytes));
    if (auto trouble = book->open())
        return *trouble;
    return book;
}

} // namespace tiaoli::sheets
