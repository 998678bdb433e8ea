// Reads the cells of a row and collects what is wrong with it.
#include "draft.hpp"

#include "cell_form.hpp"
#include "cell_text.hpp"

#include <algorithm>

namespace tiaoli::data {

namespace {

bool must_be_given(const model::Record& record, model::FieldId field) {
    return field == record.day || std::find(record.key.begin(), record.key.end(), field) != record.key.end();
}

void turn_back_on_error(DraftRow& row, const diag::Diagnostic& said) {
    row.turned_back = row.turned_back || diag::severity(said.message) == diag::Severity::Error;
}

/// A column that the file does not have: required ones have been refused for the whole file.
CellReading without_column(const model::Schema& schema, model::FieldId field) {
    CellReading reading = read_cell(schema, field, {}, "");
    reading.mistake.reset();
    return reading;
}

CellReading read_given(const model::Schema& schema, model::FieldId field, const ColumnUnit& unit,
                       const sheets::Cell& cell) {
    if (auto mistake = form_mistake(schema.fields[field], cell))
        return {.mistake = std::move(*mistake)};
    return read_cell(schema, field, unit, cell.text);
}

void fill_cell(const model::Schema& schema, const Draft& draft, DraftRow& row, std::size_t at,
               const std::optional<sheets::Cell>& given) {
    const model::FieldId field = draft.fields[at];
    DraftCell& cell = row.cells[at];
    cell.text = given.value_or(sheets::Cell{}).text;
    cell.reading =
        given ? read_given(schema, field, draft.columns[at].unit, *given) : without_column(schema, field);
    const model::Record& record = schema.records[draft.record];
    if (cell.reading.mistake) {
        draft.complain(row, at, *cell.reading.mistake);
    } else if (given && cell.reading.presence != Presence::Given && must_be_given(record, field)) {
        draft.complain(row, at, {diag::Message::CellBlank, {schema.fields[field].name}});
    }
}

} // namespace

void Draft::refuse(diag::Message message, std::vector<std::string> args, std::uint32_t row,
                   std::uint32_t column, std::string heading) {
    messages.add(message, source::CellPlace{file, sheet, row, column, std::move(heading), grid},
                 std::move(args));
    refusals.push_back(messages.all().size() - 1);
}

diag::Place Draft::place(const DraftRow& row) const {
    if (row.span.source.valid())
        return row.span;
    return source::CellPlace{file, sheet, row.number, 0, "", grid};
}

diag::Place Draft::place(const DraftRow& row, std::size_t field) const {
    if (field < row.cells.size() && row.cells[field].span.source.valid())
        return row.cells[field].span;
    if (row.span.source.valid())
        return row.span;
    return source::CellPlace{file, sheet, row.number, columns[field].number, columns[field].heading, grid};
}

diag::Diagnostic& Draft::complain(DraftRow& row, std::size_t field, Mistake mistake) const {
    diag::Diagnostic& said = row.messages.add(mistake.message, place(row, field), std::move(mistake.args));
    turn_back_on_error(row, said);
    return said;
}

diag::Diagnostic& Draft::complain(DraftRow& row, Mistake mistake) const {
    diag::Diagnostic& said = row.messages.add(mistake.message, place(row), std::move(mistake.args));
    turn_back_on_error(row, said);
    return said;
}

Draft draft_of(const model::Schema& schema, model::RecordId record) {
    Draft draft;
    draft.record = record;
    draft.fields = schema.records[record].fields;
    for (const model::FieldId field : draft.fields)
        draft.columns.push_back({0, "", declared_unit(schema.fields[field])});
    return draft;
}

void fill_row(const model::Schema& schema, const Draft& draft, DraftRow& row, const RowCells& cells) {
    row.cells.resize(draft.fields.size());
    for (std::size_t at = 0; at < draft.fields.size(); ++at)
        fill_cell(schema, draft, row, at, cells[at]);
    row.key = key_of(schema, draft, cells);
}

std::string key_of(const model::Schema& schema, const Draft& draft, const RowCells& cells) {
    std::vector<std::string> parts;
    for (const model::FieldId field : schema.records[draft.record].key) {
        const auto found = std::find(draft.fields.begin(), draft.fields.end(), field);
        const auto at = static_cast<std::size_t>(found - draft.fields.begin());
        const std::string part = at < cells.size() && cells[at] ? tidy(cells[at]->text) : std::string{};
        if (is_blank_word(part))
            return {};
        parts.push_back(part);
    }
    return joined(parts, "、");
}

} // namespace tiaoli::data
