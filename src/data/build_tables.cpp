// Tables from rows given in memory, and single values as a cell would give them.
#include "tiaoli/data/tables.hpp"

#include "cell_text.hpp"
#include "link.hpp"
#include "settled.hpp"

#include <algorithm>

namespace tiaoli::data {

namespace {

/// The parts of a row's key, one a key field: the whole text where there is one field, else split at “、”.
std::vector<std::string> key_parts(std::string_view key, std::size_t count) {
    std::vector<std::string> parts;
    constexpr std::string_view separator = "、";
    while (count > 1 && parts.size() + 1 < count) {
        const std::size_t at = key.find(separator);
        if (at == std::string_view::npos)
            return {};
        parts.emplace_back(key.substr(0, at));
        key.remove_prefix(at + separator.size());
    }
    parts.emplace_back(key);
    return parts;
}

/// The row's texts by field: what it mentions, then its key where that is not mentioned.
std::vector<std::optional<std::string>> texts_of(const model::Record& record, const Draft& draft,
                                                 const RowText& row) {
    std::vector<std::optional<std::string>> texts(draft.fields.size());
    const auto set = [&](model::FieldId field, const std::string& text, bool keep) {
        const auto found = std::find(draft.fields.begin(), draft.fields.end(), field);
        if (found == draft.fields.end())
            return;
        std::optional<std::string>& place = texts[static_cast<std::size_t>(found - draft.fields.begin())];
        if (!keep || !place)
            place = text;
    };
    for (const RowText::Value& value : row.values)
        set(value.field, value.text, false);
    const std::vector<std::string> parts = key_parts(row.key, record.key.size());
    for (std::size_t at = 0; at < record.key.size(); ++at)
        set(record.key[at], at < parts.size() ? parts[at] : "", true);
    if (record.day.valid())
        set(record.day, "", true);
    return texts;
}

void set_spans(const Draft& draft, const RowText& row, DraftRow& filled) {
    filled.cell_spans.resize(draft.fields.size());
    for (const RowText::Value& value : row.values) {
        const auto found = std::find(draft.fields.begin(), draft.fields.end(), value.field);
        if (found != draft.fields.end())
            filled.cell_spans[static_cast<std::size_t>(found - draft.fields.begin())] = value.span;
    }
}

Draft named_draft(const model::Schema& schema, model::RecordId record) {
    Draft draft = draft_of(schema, record);
    for (std::size_t at = 0; at < draft.fields.size(); ++at) {
        draft.columns[at].heading = schema.fields[draft.fields[at]].name;
        draft.columns[at].in_sheet = static_cast<std::int32_t>(at);
        draft.headings.push_back(draft.columns[at].heading);
    }
    return draft;
}

void add_row(const model::Schema& schema, Draft& draft, sheets::Sheet& sheet, const RowText& row) {
    const std::vector<std::optional<std::string>> texts = texts_of(schema.records[draft.record], draft, row);
    DraftRow filled;
    filled.number = static_cast<std::uint32_t>(draft.rows.size() + 1);
    filled.span = row.span;
    set_spans(draft, row, filled);
    sheet.begin_row(filled.number);
    filled.sheet_row = static_cast<std::uint32_t>(sheet.rows() - 1);
    for (const auto& text : texts)
        sheet.add_cell(text.value_or(""), text ? sheets::Form::Text : sheets::Form::Unstated);
    fill_row(schema, draft, filled);
    draft.rows.push_back(std::move(filled));
}

/// A heading that the matter's results do not have was refused when the policy was checked.
RowText row_of(const SettledSchema& widened, const SettledText& text) {
    RowText row{widened.record_of(text.matter), "", {}, text.span};
    row.values.push_back({widened.field_named(text.matter, "键"), text.key, text.span});
    for (const SettledText::Value& value : text.values) {
        const model::FieldId field = widened.field_named(text.matter, value.heading);
        TIAOLI_CHECK(field.valid(), "a settled result has only headings of its matter");
        row.values.push_back({field, value.text, value.span});
    }
    return row;
}

} // namespace

CaseData build_tables(const model::Schema& known, const std::vector<RowText>& rows,
                      const std::vector<SettledText>& settled) {
    const SettledSchema widened(known);
    const model::Schema& schema = widened.schema();
    std::vector<Draft> drafts;
    std::vector<std::shared_ptr<sheets::Sheet>> texts;
    for (std::uint32_t record = 0; record < schema.records.size(); ++record) {
        texts.push_back(std::make_shared<sheets::Sheet>("", "", source::Grid::Lines));
        drafts.push_back(named_draft(schema, model::RecordId{record}));
        drafts.back().sheet_rows = texts.back();
    }
    const auto add = [&](model::RecordId record, const RowText& row) {
        add_row(schema, drafts[record.index], *texts[record.index], row);
    };
    for (const RowText& row : rows)
        add(row.record, row);
    for (const SettledText& text : settled)
        add(widened.record_of(text.matter), row_of(widened, text));
    CaseData data;
    link(schema, std::move(drafts), data);
    widened.take(data);
    return data;
}

std::optional<model::Scalar> read_value(const model::Schema& schema, const CaseData& data, model::FieldId id,
                                        std::string_view text) {
    const model::Field& field = schema.fields[id];
    const std::string tidied = tidy(text);
    if (field.type.kind == model::TypeKind::Reference) {
        const auto row = data.table(field.type.record).find(tidied);
        return row ? std::optional<model::Scalar>(model::RowRef{field.type.record, *row}) : std::nullopt;
    }
    if (is_blank_word(tidied))
        return std::nullopt;
    Reading<model::Scalar> reading = read_scalar(schema, field, declared_unit(field), tidied);
    auto* scalar = std::get_if<model::Scalar>(&reading);
    return scalar != nullptr ? std::optional<model::Scalar>(std::move(*scalar)) : std::nullopt;
}

} // namespace tiaoli::data
