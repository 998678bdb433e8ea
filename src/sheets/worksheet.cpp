// Reads worksheets cell by cell as the XML goes by.
#include "worksheet.hpp"

#include "cell_place.hpp"
#include "merged_cells.hpp"
#include "xml.hpp"

#include <algorithm>

namespace tiaoli::sheets {

namespace {

// So many rows of a gap are kept as blank rows; a message names no more.
constexpr std::uint32_t gap_kept = 11;
constexpr std::size_t most_areas = 1'000'000;

class Listener : public XmlListener {
  public:
    enum class Stop : std::uint8_t { AtEnd, AtFirstCell };

    Listener(const WorkbookContext& context, Sheet& sheet, Stop stop)
        : context_(context), sheet_(sheet), stop_(stop) {}

    void open(std::string_view name, const Attributes& attributes) override {
        in_text_ = false;
        if (name == "row")
            open_row(attributes);
        else if (name == "c")
            open_cell(attributes);
        else if (name == "v" || (name == "t" && pronounced_ == 0))
            in_text_ = true;
        else if (name == "f")
            has_formula_ = true;
        else if (name == "rPh")
            ++pronounced_;
        else if (name == "mergeCell")
            take_area(attributes["ref"]);
        else if (name == "col" && attributes.is_set("hidden"))
            hide_columns(attributes);
    }

    void close(std::string_view name) override {
        in_text_ = false;
        if (name == "c")
            close_cell();
        else if (name == "rPh" && pronounced_ > 0)
            --pronounced_;
    }

    void text(std::string_view piece) override {
        if (in_text_)
            add_piece(text_, piece);
    }

    bool is_done() const override {
        return sheet_.cut_short.has_value() || (stop_ == Stop::AtFirstCell && sheet_.rows() > 0);
    }

    std::uint32_t row() const { return row_; }

    void finish() {
        std::sort(hidden_columns_.begin(), hidden_columns_.end());
        for (const std::uint32_t column : hidden_columns_) {
            if (column <= sheet_.columns())
                sheet_.hidden_columns.push_back(column);
        }
        if (!sheet_.cut_short)
            mark_merged(sheet_);
    }

  private:
    const WorkbookContext& context_;
    Sheet& sheet_;
    Stop stop_;
    std::uint32_t row_ = 0;
    std::uint32_t column_ = 0;
    std::uint32_t begun_row_ = 0; ///< the last row that stands in the sheet
    bool row_hidden_ = false;
    std::string type_;
    std::uint32_t style_ = 0;
    std::string text_;
    bool in_text_ = false;
    bool has_formula_ = false;
    std::uint32_t pronounced_ = 0;
    std::vector<std::uint32_t> hidden_columns_;

    void damaged(std::string_view what) {
        if (!sheet_.cut_short)
            sheet_.cut_short =
                Trouble{diag::Message::SheetDamaged, {std::to_string(row_), std::string(what)}};
    }

    void too_much() {
        if (!sheet_.cut_short)
            sheet_.cut_short = Trouble{diag::Message::TableTooWide, {std::to_string(row_)}};
    }

    void open_row(const Attributes& attributes) {
        const std::uint32_t number = attributes["r"].empty() ? row_ + 1 : attributes.number("r").value_or(0);
        if (number > most_rows)
            return too_much();
        if (number <= row_)
            return damaged("row r=" + std::string(attributes["r"]));
        row_ = number;
        column_ = 0;
        row_hidden_ = attributes.is_set("hidden") || attributes["ht"] == "0";
    }

    void open_cell(const Attributes& attributes) {
        const std::string_view written = attributes["r"];
        const auto place = written.empty() ? CellAddress{row_, column_ + 1} : address_of(written);
        if (row_ == 0 || place.row != row_ || place.column <= column_ || place.column > most_columns)
            return damaged("c r=" + std::string(written.substr(0, 20)));
        column_ = place.column;
        type_ = attributes["t"];
        style_ = attributes.number("s").value_or(0);
        text_.clear();
        has_formula_ = false;
        pronounced_ = 0;
    }

    void close_cell() {
        if (sheet_.cut_short)
            return;
        const bool uncomputed = has_formula_ && ((text_.empty() && type_ != "str") ||
                                                 context_.results == WorkbookContext::Results::Stale);
        if (uncomputed)
            put({"", Form::Uncomputed});
        else if (!text_.empty())
            put(value());
    }

    NumberText value() {
        if (type_ == "s")
            return shared();
        if (type_ == "b")
            return {text_ == "0" ? "FALSE" : "TRUE", Form::Text};
        if (type_ == "e")
            return {text_, Form::Error};
        if (type_ == "str" || type_ == "inlineStr" || type_ == "d")
            return {without_escapes(text_), Form::Text};
        return number_text(text_, style_ < context_.styles.size() ? context_.styles[style_] : NumberFormat{},
                           context_.days);
    }

    NumberText shared() {
        const auto index = whole_number(text_);
        if (!index || *index >= context_.strings.size()) {
            damaged("shared string " + text_.substr(0, 20));
            return {};
        }
        return {std::string(context_.strings[*index]), Form::Text};
    }

    void put(const NumberText& value) {
        if (value.text.empty() && value.form == Form::Text)
            return;
        if (sheet_.is_full())
            return too_much();
        if (begun_row_ != row_)
            begin_row();
        sheet_.set_cell(column_ - 1, value.text, value.form);
    }

    void begin_row() {
        const std::uint32_t gap = sheet_.rows() == 0 ? 0 : std::min(row_ - begun_row_ - 1, gap_kept);
        for (std::uint32_t at = 1; at <= gap; ++at)
            sheet_.begin_row(begun_row_ + at);
        sheet_.begin_row(row_);
        begun_row_ = row_;
        if (row_hidden_)
            sheet_.hidden_rows.push_back(row_);
    }

    void take_area(std::string_view written) {
        const auto area = area_of(written);
        if (!area || sheet_.merged.size() >= most_areas)
            return damaged("mergeCell");
        sheet_.merged.push_back(*area);
    }

    void hide_columns(const Attributes& attributes) {
        const std::uint32_t first = attributes.number("min").value_or(1);
        const std::uint32_t last = std::min(attributes.number("max").value_or(first), most_columns);
        for (std::uint32_t column = first; column <= last && hidden_columns_.size() < most_columns; ++column)
            hidden_columns_.push_back(column);
    }
};

} // namespace

void read_worksheet(Archive& archive, const std::string& name, const WorkbookContext& context, Sheet& sheet) {
    Listener listener(context, sheet, Listener::Stop::AtEnd);
    const auto trouble = read_xml(archive, name, listener);
    if (trouble && !sheet.cut_short) {
        const bool damaged = trouble->message == diag::Message::WorkbookDamaged;
        sheet.cut_short = damaged ? Trouble{diag::Message::SheetDamaged,
                                            {std::to_string(listener.row()), trouble->args.front()}}
                                  : *trouble;
    }
    listener.finish();
}

bool is_blank_worksheet(Archive& archive, const std::string& name, const WorkbookContext& context) {
    Sheet sheet("", "", source::Grid::Letters);
    Listener listener(context, sheet, Listener::Stop::AtFirstCell);
    return !read_xml(archive, name, listener) && !sheet.cut_short && sheet.rows() == 0;
}

} // namespace tiaoli::sheets
