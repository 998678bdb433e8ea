// Splits CSV text into rows and cells.
#include "csv.hpp"

#include "tiaoli/source/encoding.hpp"

#include <algorithm>
#include <utility>

namespace tiaoli::sheets {

namespace {

class Splitter {
  public:
    Splitter(std::string_view text, std::string_view separator, Sheet& sheet)
        : text_(text), separator_(separator), sheet_(sheet) {}

    void run() {
        while (at_ < text_.size() && !sheet_.cut_short) {
            sheet_.begin_row(static_cast<std::uint32_t>(sheet_.rows() + 1));
            while (cell()) {
            }
        }
    }

  private:
    std::string_view text_;
    std::string_view separator_;
    std::size_t at_ = 0;
    Sheet& sheet_;
    std::string value_;
    bool quoted_just_now_ = false;

    bool at_separator() const {
        return text_[at_] == separator_.front() && text_.substr(at_).starts_with(separator_);
    }
    bool at_line_end() const { return text_[at_] == '\n' || text_[at_] == '\r'; }

    /// Reads one cell and what follows it; true when another cell of the row follows.
    bool cell() {
        value_.clear();
        if (at_ < text_.size() && text_[at_] == '"')
            quoted();
        const std::size_t rest = at_;
        while (at_ < text_.size() && !at_line_end() && !at_separator())
            ++at_;
        if (rest != at_ && quoted_just_now_ && text_[rest - 1] == '"')
            sheet_.flag_row(RowFlaw::QuoteRest);
        add_piece(value_, text_.substr(rest, at_ - rest));
        quoted_just_now_ = false;
        if (sheet_.is_full() || sheet_.cells(sheet_.rows() - 1) >= most_columns) {
            sheet_.cut_short = Trouble{diag::Message::TableTooWide, {std::to_string(sheet_.rows())}};
            return false;
        }
        sheet_.add_cell(value_);
        return after_cell();
    }

    bool after_cell() {
        if (at_ >= text_.size())
            return false;
        if (!at_line_end()) {
            at_ += separator_.size();
            return true;
        }
        const bool pair = text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n';
        at_ += pair ? 2 : 1;
        return false;
    }

    /// Two quotation marks in a quoted cell are one.
    void quoted() {
        quoted_just_now_ = true;
        ++at_;
        for (;;) {
            const std::size_t mark = std::min(text_.find('"', at_), text_.size());
            add_piece(value_, text_.substr(at_, mark - at_));
            at_ = mark + 1;
            if (mark == text_.size())
                break;
            if (at_ >= text_.size() || text_[at_] != '"')
                return;
            add_piece(value_, "\"");
            ++at_;
        }
        at_ = text_.size();
        sheet_.flag_row(RowFlaw::QuoteOpen);
    }
};

class TextBook : public Book {
  public:
    TextBook(std::string path, source::DecodedText decoded)
        : path_(std::move(path)), encoding_(source::encoding_name(decoded.encoding)),
          text_(std::move(decoded.text)) {}

    const std::string& encoding() const override { return encoding_; }
    const std::vector<TableEntry>& tables() const override { return tables_; }
    Sheet read(std::size_t) override {
        Sheet sheet(path_, "", source::Grid::Lines);
        const std::string text = std::exchange(text_, {}); // a long table is not held twice
        parse_csv(text, separator_of(text), sheet);
        return sheet;
    }
    bool is_blank(std::size_t) override { return text_.empty(); }

  private:
    std::string path_;
    std::string encoding_;
    std::string text_;
    std::vector<TableEntry> tables_ = {{}};
};

} // namespace

std::string_view separator_of(std::string_view text) {
    const std::size_t begin = text.find_first_not_of("\r\n");
    const std::string_view line = begin == std::string_view::npos ? std::string_view{} : text.substr(begin);
    const std::string_view first = line.substr(0, line.find_first_of("\r\n"));
    for (const std::string_view separator : {"\t", ",", ";", "，"}) {
        if (first.find(separator) != std::string_view::npos)
            return separator;
    }
    return ",";
}

void parse_csv(std::string_view text, std::string_view separator, Sheet& sheet) {
    Splitter(text, separator, sheet).run();
}

std::variant<std::unique_ptr<Book>, Trouble> open_csv(const std::string& path, std::string bytes) {
    // Zip archives, and the containers of older formats: no text begins so.
    if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("\xD0\xCF\x11\xE0"))
        return Trouble{diag::Message::TextIsWorkbook, {path.substr(path.find_last_of('.'))}};
    source::DecodedText decoded = source::decode_bytes(std::move(bytes));
    if (decoded.encoding == source::Encoding::Unknown)
        return Trouble{diag::Message::FileUnreadable, {std::to_string(*decoded.bad_byte + 1)}};
    return std::make_unique<TextBook>(path, std::move(decoded));
}

} // namespace tiaoli::sheets
