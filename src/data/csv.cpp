// Splits CSV text into rows and cells.
#include "csv.hpp"

namespace tiaoli::data {

namespace {

class Splitter {
  public:
    Splitter(std::string_view text, std::string_view separator) : text_(text), separator_(separator) {}

    std::vector<CsvRow> run() {
        while (at_ < text_.size()) {
            rows_.push_back({static_cast<std::uint32_t>(rows_.size() + 1), {}, Quoting::Sound});
            while (cell(rows_.back())) {
            }
        }
        return std::move(rows_);
    }

  private:
    std::string_view text_;
    std::string_view separator_;
    std::size_t at_ = 0;
    std::vector<CsvRow> rows_;

    bool at_line_end() const { return text_[at_] == '\n' || text_[at_] == '\r'; }

    /// Reads one cell and what follows it; true when another cell of the row follows.
    bool cell(CsvRow& row) {
        std::string value;
        if (at_ < text_.size() && text_[at_] == '"')
            quoted(row, value);
        const std::size_t rest = at_;
        while (at_ < text_.size() && !at_line_end() && !text_.substr(at_).starts_with(separator_))
            value += text_[at_++];
        if (rest != at_ && rest > 0 && text_[rest - 1] == '"' && quoted_just_now_)
            row.quoting = Quoting::Rest;
        quoted_just_now_ = false;
        row.cells.push_back(std::move(value));
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

    bool quoted_just_now_ = false;

    /// Two quotation marks in a quoted cell are one.
    void quoted(CsvRow& row, std::string& value) {
        quoted_just_now_ = true;
        for (++at_; at_ < text_.size(); ++at_) {
            if (text_[at_] != '"') {
                value += text_[at_];
                continue;
            }
            if (at_ + 1 >= text_.size() || text_[at_ + 1] != '"') {
                ++at_;
                return;
            }
            value += text_[++at_];
        }
        row.quoting = Quoting::Open;
    }
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

std::vector<CsvRow> parse_csv(std::string_view text, std::string_view separator) {
    return Splitter(text, separator).run();
}

} // namespace tiaoli::data
