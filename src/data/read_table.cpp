// Reads the rows of a sheet: headings, blank rows, total rows, notes and data.
#include "read_table.hpp"

#include "cell_form.hpp"
#include "cell_text.hpp"
#include "column_checks.hpp"
#include "headings.hpp"
#include "passed_rows.hpp"

#include <algorithm>
#include <set>

namespace tiaoli::data {

namespace {

using diag::Message;
using sheets::RowFlaw;
using sheets::Sheet;
using source::Grid;

constexpr std::size_t rows_between_reports = 4096;

class TableReader {
  public:
    TableReader(const model::Schema& schema, model::RecordId record, std::shared_ptr<const Sheet> sheet,
                InputFile& file, const RowsRead& rows_read)
        : schema_(schema), sheet_(*sheet), file_(file), rows_read_(rows_read),
          draft_(draft_of(schema, record)) {
        draft_.sheet_rows = std::move(sheet);
        draft_.file = sheet_.file();
        draft_.sheet = sheet_.name();
        draft_.grid = sheet_.grid();
    }

    Draft run() {
        if (sheet_.cut_short)
            draft_.refuse_rest(sheet_.cut_short->message, sheet_.cut_short->args);
        if (holds_nothing()) {
            // An empty list of records is a table without rows, and says so itself.
            if (!sheet_.cut_short && draft_.grid != Grid::Elements)
                say(Message::FileBlank, {}, {});
            return std::move(draft_);
        }
        block_ = find_headings(schema_, draft_.record, sheet_);
        take_headings();
        say_about_headings();
        for (std::size_t row = block_.data_from; row < sheet_.rows(); ++row) {
            take(row);
            if (row % rows_between_reports == 0)
                rows_read_(row, sheet_.rows());
        }
        check_columns(schema_, draft_);
        say_passed_over();
        return std::move(draft_);
    }

  private:
    const model::Schema& schema_;
    const Sheet& sheet_;
    InputFile& file_;
    const RowsRead& rows_read_;
    Draft draft_;
    HeadingBlock block_;
    std::vector<std::uint32_t> total_rows_;
    std::vector<std::uint32_t> blank_rows_;
    std::vector<std::uint32_t> note_rows_;
    std::vector<std::uint32_t> heading_rows_; ///< the headings once more
    std::set<std::size_t> serial_columns_;

    bool holds_nothing() const {
        if (!sheet_.fields.empty())
            return false;
        for (std::size_t row = 0; row < sheet_.rows(); ++row) {
            if (!is_blank_row(sheet_, row) || sheet_.flaw(row) != RowFlaw::None)
                return false;
        }
        return true;
    }

    void take_headings() {
        const bool may_reach_out = draft_.grid != Grid::Lines;
        const std::size_t width = may_reach_out ? sheet_.columns() : block_.parts.size();
        std::vector<bool> used(width, false);
        for (std::size_t row = block_.data_from; row < sheet_.rows(); ++row) {
            for (std::size_t column = 0; column < sheet_.cells(row) && column < width; ++column)
                used[column] = used[column] || !tidy(sheet_.cell(row, column).text).empty();
        }
        block_.parts.resize(width);
        for (std::size_t column = 0; column < width; ++column)
            draft_.headings.push_back(block_.shown(column));
        while (!draft_.headings.empty() && tidy(draft_.headings.back()).empty() &&
               !used[draft_.headings.size() - 1])
            draft_.headings.pop_back();
        match_headings(schema_, draft_, block_, used);
        if (block_.data_from > 0 && sheet_.flaw(block_.last) == RowFlaw::QuoteOpen)
            draft_.refuse(Message::QuoteOpen, {}, block_.row);
    }

    void say_about_headings() {
        if (block_.data_from == 0)
            return;
        std::vector<std::uint32_t> above;
        for (std::size_t row = 0; row < block_.first; ++row) {
            if (!is_blank_row(sheet_, row))
                above.push_back(sheet_.number(row));
        }
        say(Message::TitleRows, above, {row_list(above)});
        std::vector<std::uint32_t> headings;
        for (std::size_t row = block_.first; row <= block_.last; ++row)
            headings.push_back(sheet_.number(row));
        if (headings.size() > 1)
            say(Message::HeadingRows, headings, {row_list(headings)});
        if (!block_.unit_above.empty())
            say(Message::UnitAbove, above, {block_.line_above, block_.unit_above});
    }

    /// Printed once more at the head of a page: every text is one of those above its column.
    bool repeats_headings(std::size_t row) const {
        std::size_t same = 0;
        for (std::size_t column = 0; column < sheet_.cells(row); ++column) {
            const std::string kept = squeezed(sheet_.cell(row, column).text);
            if (kept.empty())
                continue;
            const bool heads = column < block_.parts.size() &&
                               std::any_of(block_.parts[column].begin(), block_.parts[column].end(),
                                           [&](const std::string& part) { return squeezed(part) == kept; });
            if (!heads)
                return false;
            ++same;
        }
        return same > 1 && draft_.grid != Grid::Elements;
    }

    void take(std::size_t row) {
        const std::uint32_t number = sheet_.number(row);
        if (sheet_.flaw(row) != RowFlaw::None) {
            add(row);
        } else if (is_blank_row(sheet_, row)) {
            blank_rows_.push_back(number);
        } else if (is_total_row(sheet_, row)) {
            total_rows_.push_back(number);
        } else if (draft_.grid != Grid::Elements && is_note_row(sheet_, row)) {
            note_rows_.push_back(number);
        } else if (repeats_headings(row)) {
            heading_rows_.push_back(number);
        } else {
            add(row);
        }
    }

    void add(std::size_t row) {
        ++file_.data_rows;
        draft_.rows.push_back({});
        fill(row, draft_.rows.back());
    }

    void fill(std::size_t row, DraftRow& filled) {
        filled.number = sheet_.number(row);
        filled.sheet_row = static_cast<std::uint32_t>(row);
        if (const auto mistake = shape_mistake(row)) {
            // The cells may have moved: what stands in them says nothing more.
            draft_.complain(filled, *mistake);
            filled.key = key_of(schema_, draft_, filled);
        } else {
            fill_row(schema_, draft_, filled);
            say_serial_dates(filled);
        }
        filled.turned_back = filled.turned_back || !draft_.refusals.empty();
    }

    std::optional<Mistake> shape_mistake(std::size_t row) const {
        switch (sheet_.flaw(row)) {
        case RowFlaw::QuoteOpen:
            return Mistake{Message::QuoteOpen, {}};
        case RowFlaw::QuoteRest:
            return Mistake{Message::QuoteRest, {}};
        case RowFlaw::KeyTwice:
            return Mistake{Message::JsonNameTwice, {}};
        case RowFlaw::NoRecord:
            return Mistake{Message::JsonLineBroken, {}};
        case RowFlaw::None:
            break;
        }
        return draft_.grid == Grid::Lines ? length_mistake(row) : std::nullopt;
    }

    std::optional<Mistake> length_mistake(std::size_t row) const {
        const std::size_t headings = draft_.headings.size();
        std::size_t cells = sheet_.cells(row);
        if (cells < headings)
            return Mistake{Message::RowShort, {std::to_string(cells), std::to_string(headings)}};
        while (cells > 0 && tidy(sheet_.cell(row, cells - 1).text).empty())
            --cells;
        if (cells > headings)
            return Mistake{Message::RowLong, {std::to_string(cells), std::to_string(headings)}};
        return std::nullopt;
    }

    /// Once a column: a serial date is right only in the 1900 date system.
    void say_serial_dates(DraftRow& row) {
        for (std::size_t at = 0; at < draft_.fields.size(); ++at) {
            if (schema_.fields[draft_.fields[at]].type.kind != model::TypeKind::Date)
                continue;
            const CellReading* given = draft_.given(row, at);
            const std::string text = given != nullptr ? tidy(draft_.text(row, at)) : std::string{};
            if (!is_serial_date(text))
                continue;
            if (sheet_.days == sheets::DayCount::From1904)
                refuse_serial(row, at, text);
            else if (serial_columns_.insert(at).second)
                draft_.complain(
                    row, at, {Message::DateSerial, {text, std::get<value::Date>(given->scalar).to_text()}});
        }
    }

    /// A bare number may have been brought in from a workbook that counts from 1900.
    void refuse_serial(DraftRow& row, std::size_t at, const std::string& text) {
        const Mistake mistake{Message::DateSerialOther, {text}};
        draft_.complain(row, at, mistake);
        draft_.spoil(row, at, mistake);
    }

    void say_passed_over() {
        say(Message::TotalRows, total_rows_, {row_list(total_rows_)});
        say(Message::BlankRows, blank_rows_, {row_list(blank_rows_)});
        say(Message::NoteRows, note_rows_, {row_list(note_rows_)});
        say(Message::HeadingsAgain, heading_rows_, {row_list(heading_rows_)});
        say(Message::RowsHidden, sheet_.hidden_rows, {row_list(sheet_.hidden_rows)});
        std::vector<std::string> columns;
        for (const std::uint32_t column : sheet_.hidden_columns)
            columns.push_back(source::column_letters(column));
        if (!columns.empty())
            say(Message::ColumnsHidden, {}, {joined(columns, "、")});
    }

    /// At the first of the rows; nothing where there are none but for what is about the whole sheet.
    void say(Message message, const std::vector<std::uint32_t>& rows, std::vector<std::string> args) {
        const bool about_sheet = message == Message::FileBlank || message == Message::ColumnsHidden;
        if (rows.empty() && !about_sheet)
            return;
        draft_.messages.add(
            message,
            source::CellPlace{draft_.file, draft_.sheet, rows.empty() ? 0 : rows.front(), 0, "", draft_.grid},
            std::move(args));
    }
};

} // namespace

Draft read_table(const model::Schema& schema, model::RecordId record, std::shared_ptr<const Sheet> sheet,
                 InputFile& file, const RowsRead& rows_read) {
    return TableReader(schema, record, std::move(sheet), file, rows_read).run();
}

} // namespace tiaoli::data
