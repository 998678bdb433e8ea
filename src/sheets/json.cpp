// Opens JSON files.
#include "json.hpp"

#include "json_records.hpp"

#include "tiaoli/source/encoding.hpp"

#include <algorithm>

namespace tiaoli::sheets {

namespace {

class JsonBook : public Book {
  public:
    JsonBook(std::string encoding, std::vector<Sheet> sheets)
        : encoding_(std::move(encoding)), sheets_(std::move(sheets)) {
        for (const Sheet& sheet : sheets_)
            tables_.push_back({sheet.name()});
    }

    const std::string& encoding() const override { return encoding_; }
    const std::vector<TableEntry>& tables() const override { return tables_; }
    Sheet read(std::size_t table) override { return std::move(sheets_.at(table)); }
    bool is_blank(std::size_t table) override {
        return sheets_.at(table).rows() == 0 && !sheets_.at(table).cut_short;
    }

  private:
    std::string encoding_;
    std::vector<Sheet> sheets_;
    std::vector<TableEntry> tables_;
};

/// Line and byte in it, both 1-based, of an offset.
Trouble broken(std::string_view text, std::size_t offset) {
    const std::string_view before = text.substr(0, offset > 0 ? offset - 1 : 0);
    const auto lines = std::count(before.begin(), before.end(), '\n');
    const std::size_t line_start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    return {diag::Message::JsonBroken,
            {std::to_string(lines + 1), std::to_string(before.size() - line_start + 1)}};
}

bool parse(std::string_view text, JsonRecords& records) {
    return nlohmann::json::sax_parse(text.begin(), text.end(), &records);
}

using Opened = std::variant<std::unique_ptr<Book>, Trouble>;

Opened book_of(const source::DecodedText& decoded, JsonRecords& records) {
    return std::make_unique<JsonBook>(std::string(source::encoding_name(decoded.encoding)),
                                      std::move(records.sheets()));
}

Trouble unreadable(const source::DecodedText& decoded) {
    return {diag::Message::FileUnreadable, {std::to_string(*decoded.bad_byte + 1)}};
}

bool is_blank_line(std::string_view line) {
    return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

} // namespace

Opened open_json(const std::string& path, std::string bytes) {
    const source::DecodedText decoded = source::decode_bytes(std::move(bytes));
    if (decoded.encoding == source::Encoding::Unknown)
        return unreadable(decoded);
    JsonRecords records(path);
    records.begin(JsonRecords::Top::File, 1);
    if (!parse(decoded.text, records))
        return broken(decoded.text, records.broken_at().value_or(0));
    return book_of(decoded, records);
}

Opened open_json_lines(const std::string& path, std::string bytes) {
    const source::DecodedText decoded = source::decode_bytes(std::move(bytes));
    if (decoded.encoding == source::Encoding::Unknown)
        return unreadable(decoded);
    JsonRecords records(path);
    const std::string_view text = decoded.text;
    std::uint32_t number = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view line = text.substr(at, end - at);
        at = end + 1;
        records.begin(JsonRecords::Top::Record, ++number);
        if (is_blank_line(line) || parse(line, records))
            continue;
        Sheet& sheet = records.sheets().front();
        if (sheet.rows() == 0 || sheet.number(sheet.rows() - 1) != number)
            sheet.begin_row(number);
        sheet.flag_row(RowFlaw::NoRecord);
    }
    return book_of(decoded, records);
}

} // namespace tiaoli::sheets
