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

sheets::Cell cell_in(const Draft& draft, const DraftRow& row, std::size_t at) {
    const std::int32_t column = draft.columns[at].in_sheet;
    return column < 0 ? sheets::Cell{{}, sheets::Form::Unstated}
                      : draft.sheet_rows->cell(row.sheet_row, static_cast<std::size_t>(column));
}

CellReading read_first(const model::Schema& schema, const Draft& draft, const DraftRow& row, std::size_t at) {
    const model::FieldId field = draft.fields[at];
    const sheets::Cell cell = cell_in(draft, row, at);
    if (cell.form == sheets::Form::Unstated)
        return without_column(schema, field);
    if (auto mistake = form_mistake(schema.fields[field], cell))
        return {.mistake = std::make_unique<Mistake>(std::move(*mistake))};
    CellReading reading = read_cell(schema, field, draft.columns[at].unit, cell.text);
    const bool blank = !reading.mistake && reading.presence != Presence::Given;
    if (blank && must_be_given(schema.records[draft.record], field))
        reading.mistake =
            std::make_unique<Mistake>(Mistake{diag::Message::CellBlank, {schema.fields[field].name}});
    return reading;
}

} // namespace

std::uint32_t Draft::cell_id(const DraftRow& row, std::size_t field) const {
    const std::int32_t column = columns[field].in_sheet;
    return column < 0 ? sheets::CellPool::blank
                      : sheet_rows->cell_id(row.sheet_row, static_cast<std::size_t>(column));
}

const CellReading* Draft::reading(const DraftRow& row, std::size_t field) const {
    return row.cells == DraftRow::Cells::Unknown ? nullptr : &readings[field].known(cell_id(row, field));
}

std::size_t Draft::reading_place(const DraftRow& row, std::size_t field) const {
    return readings[field].place(cell_id(row, field));
}

const CellReading* Draft::given(const DraftRow& row, std::size_t field) const {
    const CellReading* read = reading(row, field);
    return read != nullptr && !read->mistake && read->presence == Presence::Given ? read : nullptr;
}

std::string_view Draft::text(const DraftRow& row, std::size_t field) const {
    return cell_in(*this, row, field).text;
}

std::vector<std::string> Draft::original(const DraftRow& row) const {
    std::vector<std::string> texts;
    const std::size_t count = sheet_rows && row.number > 0 ? sheet_rows->cells(row.sheet_row) : 0;
    for (std::size_t column = 0; column < count; ++column)
        texts.emplace_back(sheet_rows->cell(row.sheet_row, column).text);
    return texts;
}

void Draft::spoil(const DraftRow& row, std::size_t field, Mistake mistake) {
    readings[field].spoil(cell_id(row, field), std::move(mistake));
}

void Draft::refuse(diag::Message message, std::vector<std::string> args, std::uint32_t row,
                   std::uint32_t column, std::string heading) {
    messages.add(message, source::CellPlace{file, sheet, row, column, std::move(heading), grid},
                 std::move(args));
    refusals.push_back(messages.all().size() - 1);
}

void Draft::refuse_rest(diag::Message message, std::vector<std::string> args) {
    refuse(message, std::move(args));
    rows.push_back({});
    rows.back().turned_back = true;
    is_whole = false;
}

diag::Place Draft::place(const DraftRow& row) const {
    if (row.span.source.valid())
        return row.span;
    return source::CellPlace{file, sheet, row.number, 0, "", grid};
}

diag::Place Draft::place(const DraftRow& row, std::size_t field) const {
    if (field < row.cell_spans.size() && row.cell_spans[field].source.valid())
        return row.cell_spans[field];
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
    draft.readings.resize(draft.fields.size());
    return draft;
}

void fill_row(const model::Schema& schema, Draft& draft, DraftRow& row) {
    row.cells = DraftRow::Cells::Known;
    for (std::size_t at = 0; at < draft.fields.size(); ++at) {
        const CellReading& reading =
            draft.readings[at].of(draft.cell_id(row, at), [&] { return read_first(schema, draft, row, at); });
        if (reading.mistake)
            draft.complain(row, at, *reading.mistake);
    }
    row.key = key_of(schema, draft, row);
}

std::string key_of(const model::Schema& schema, const Draft& draft, const DraftRow& row) {
    std::vector<std::string> parts;
    for (const model::FieldId field : schema.records[draft.record].key) {
        const auto found = std::find(draft.fields.begin(), draft.fields.end(), field);
        if (found == draft.fields.end())
            return {};
        const std::string part =
            tidy(draft.text(row, static_cast<std::size_t>(found - draft.fields.begin())));
        if (is_blank_word(part))
            return {};
        parts.push_back(part);
    }
    return joined(parts, "、");
}

} // namespace tiaoli::data
