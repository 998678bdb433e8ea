// Reads the rows of a CSV file: headings, blank rows, total rows and data.
#include "read_table.hpp"

#include "cell_text.hpp"
#include "csv.hpp"
#include "headings.hpp"

#include <algorithm>
#include <set>

namespace tiaoli::data {

namespace {

// A message names at most so many rows.
constexpr std::size_t rows_named = 10;

bool is_blank_row(const CsvRow& row) {
    return std::all_of(row.cells.begin(), row.cells.end(),
                       [](const std::string& cell) { return tidy(cell).empty(); });
}

/// A row whose first filled cell says that it adds up the others.
bool is_total_row(const CsvRow& row) {
    static constexpr std::string_view words[] = {"合计",     "总计",     "小计", "共计",
                                                 "本页合计", "本页小计", "total"};
    for (const std::string& cell : row.cells) {
        const std::string kept = squeezed(cell);
        std::string_view word = kept;
        if (word.empty())
            continue;
        take_ending(word, ":");
        return std::find(std::begin(words), std::end(words), word) != std::end(words);
    }
    return false;
}

std::string row_list(const std::vector<std::uint32_t>& rows) {
    std::vector<std::string> parts;
    for (std::size_t at = 0; at < rows.size() && at < rows_named; ++at)
        parts.push_back(std::to_string(rows[at]));
    return joined(parts, "、") + (rows.size() > rows_named ? "…" : "");
}

class TableReader {
  public:
    TableReader(const model::Schema& schema, model::RecordId record, InputFile& file)
        : schema_(schema), file_(file), draft_(draft_of(schema, record)) {
        draft_.file = file.path;
    }

    Draft run(const std::vector<CsvRow>& rows) {
        std::size_t first = 0;
        while (first < rows.size() && is_blank_row(rows[first]))
            ++first;
        if (first == rows.size()) {
            draft_.messages.add(diag::Message::FileBlank, source::CellPlace{file_.path, "", 0, 0, ""});
            return std::move(draft_);
        }
        take_headings(rows, first);
        for (std::size_t at = first + 1; at < rows.size(); ++at)
            take(rows[at]);
        say_passed_over(diag::Message::TotalRows, total_rows_);
        say_passed_over(diag::Message::BlankRows, blank_rows_);
        return std::move(draft_);
    }

  private:
    const model::Schema& schema_;
    InputFile& file_;
    Draft draft_;
    std::vector<std::uint32_t> total_rows_;
    std::vector<std::uint32_t> blank_rows_;
    std::set<std::size_t> serial_columns_;

    void take_headings(const std::vector<CsvRow>& rows, std::size_t first) {
        draft_.headings = rows[first].cells;
        std::vector<bool> used(draft_.headings.size(), false);
        for (std::size_t at = first + 1; at < rows.size(); ++at) {
            for (std::size_t column = 0; column < rows[at].cells.size() && column < used.size(); ++column)
                used[column] = used[column] || !tidy(rows[at].cells[column]).empty();
        }
        while (!draft_.headings.empty() && tidy(draft_.headings.back()).empty() &&
               !used[draft_.headings.size() - 1])
            draft_.headings.pop_back();
        match_headings(schema_, draft_, rows[first].number, used);
        if (rows[first].quoting == Quoting::Open)
            draft_.refuse(diag::Message::QuoteOpen, {}, rows[first].number);
    }

    void take(const CsvRow& row) {
        if (is_blank_row(row)) {
            blank_rows_.push_back(row.number);
        } else if (is_total_row(row)) {
            total_rows_.push_back(row.number);
        } else {
            ++file_.data_rows;
            draft_.rows.push_back({});
            fill(row, draft_.rows.back());
        }
    }

    void fill(const CsvRow& row, DraftRow& filled) {
        filled.number = row.number;
        filled.original = row.cells;
        std::vector<std::optional<std::string>> texts(draft_.fields.size());
        for (std::size_t at = 0; at < texts.size(); ++at) {
            const std::uint32_t column = draft_.columns[at].number;
            if (column > 0 && column <= row.cells.size())
                texts[at] = row.cells[column - 1];
        }
        if (const auto mistake = shape_mistake(row)) {
            // The cells may have moved: what stands in them says nothing more.
            draft_.complain(filled, *mistake);
            filled.key = key_of(schema_, draft_, texts);
        } else {
            fill_row(schema_, draft_, filled, texts);
            say_serial_dates(filled);
        }
        filled.turned_back = filled.turned_back || !draft_.refusals.empty();
    }

    std::optional<Mistake> shape_mistake(const CsvRow& row) const {
        if (row.quoting != Quoting::Sound)
            return Mistake{row.quoting == Quoting::Open ? diag::Message::QuoteOpen : diag::Message::QuoteRest,
                           {}};
        const std::size_t headings = draft_.headings.size();
        const auto filled = std::find_if(row.cells.rbegin(), row.cells.rend(),
                                         [](const std::string& cell) { return !tidy(cell).empty(); });
        const auto cells = static_cast<std::size_t>(row.cells.rend() - filled);
        if (cells > headings)
            return Mistake{diag::Message::RowLong, {std::to_string(cells), std::to_string(headings)}};
        if (row.cells.size() < headings)
            return Mistake{diag::Message::RowShort,
                           {std::to_string(row.cells.size()), std::to_string(headings)}};
        return std::nullopt;
    }

    /// Once a column: a serial date is right only in the 1900 date system.
    void say_serial_dates(DraftRow& row) {
        for (std::size_t at = 0; at < row.cells.size(); ++at) {
            const auto* date = std::get_if<value::Date>(&row.cells[at].reading.scalar);
            const std::string text = tidy(row.cells[at].text);
            if (date != nullptr && is_serial_date(text) && serial_columns_.insert(at).second)
                draft_.complain(row, at, {diag::Message::DateSerial, {text, date->to_text()}});
        }
    }

    void say_passed_over(diag::Message message, const std::vector<std::uint32_t>& rows) {
        if (!rows.empty())
            draft_.messages.add(message, source::CellPlace{file_.path, "", rows.front(), 0, ""},
                                {row_list(rows)});
    }
};

} // namespace

Draft read_table(const model::Schema& schema, model::RecordId record, std::string_view text,
                 InputFile& file) {
    return TableReader(schema, record, file).run(parse_csv(text, separator_of(text)));
}

} // namespace tiaoli::data
