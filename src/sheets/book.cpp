// Which kind a file is, and how each kind is opened.
#include "tiaoli/sheets/book.hpp"

#include "csv.hpp"
#include "database.hpp"
#include "json.hpp"
#include "workbook.hpp"

#include <algorithm>
#include <filesystem>

namespace tiaoli::sheets {

namespace {

struct Ending {
    std::string_view text;
    Kind kind;
};
constexpr Ending endings[] = {
    {".csv", Kind::Text},         {".tsv", Kind::Text},
    {".xlsx", Kind::Workbook},    {".xlsm", Kind::Workbook},
    {".json", Kind::Json},        {".xls", Kind::OldWorkbook},
    {".et", Kind::OldWorkbook},   {".ods", Kind::OldWorkbook},
    {".xlsb", Kind::OldWorkbook}, {".numbers", Kind::OldWorkbook},
    {".jsonl", Kind::JsonLines},  {".ndjson", Kind::JsonLines},
    {".db", Kind::Database},      {".sqlite", Kind::Database},
    {".sqlite3", Kind::Database},
};

std::string ending_of(const std::string& path) {
    std::string ending = std::filesystem::path(path).extension().string();
    for (char& byte : ending)
        byte = byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
    return ending;
}

} // namespace

Kind kind_of(const std::string& path) {
    const std::string ending = ending_of(path);
    const auto found = std::find_if(std::begin(endings), std::end(endings),
                                    [&](const Ending& each) { return each.text == ending; });
    return found == std::end(endings) ? Kind::Other : found->kind;
}

std::variant<std::unique_ptr<Book>, Trouble> open_book(Kind kind, const std::string& path,
                                                       std::string bytes) {
    switch (kind) {
    case Kind::Text:
        return open_csv(path, std::move(bytes));
    case Kind::OldWorkbook:
        return Trouble{diag::Message::WorkbookOld, {ending_of(path)}};
    case Kind::Workbook:
        return open_workbook(path, std::move(bytes));
    case Kind::Json:
        return open_json(path, std::move(bytes));
    case Kind::JsonLines:
        return open_json_lines(path, std::move(bytes));
    case Kind::Database:
        return open_database(path, std::move(bytes));
    case Kind::Other:
        break;
    }
    return Trouble{diag::Message::FileKindUnknown, {ending_of(path)}};
}

} // namespace tiaoli::sheets
