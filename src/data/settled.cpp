// Widens the schema by the matters' results, and makes settled results of the rows that were read so.
#include "settled.hpp"

#include "tiaoli/data/result_columns.hpp"

#include <algorithm>

namespace tiaoli::data {

namespace {

constexpr std::string_view key_name = "键";
constexpr std::string_view period_name = "期间";
constexpr std::string_view verdict_name = "结论";
constexpr std::string_view day_name = "决定日";

template <class T> std::optional<T> value_at(const Table& table, std::uint32_t row, model::FieldId field) {
    if (!field.valid() || table.presence(row, field) != Presence::Given)
        return std::nullopt;
    return std::get<T>(table.scalar(row, field));
}

/// What refers to a row that was turned back leads to what of it could be read; nobody decides it.
bool is_turned_back(const CaseData& data, model::RowRef row) {
    return row.row >= data.table(row.record).rows();
}

bool settles(model::Verdict verdict) {
    return verdict == model::Verdict::Pass || verdict == model::Verdict::Fail;
}

} // namespace

SettledSchema::SettledSchema(const model::Schema& schema) : known_(schema), widened_(schema) {
    for (std::uint32_t matter = 0; matter < schema.matters.size(); ++matter)
        add_matter({matter});
}

model::FieldId SettledSchema::add(model::RecordId record, const std::string& name, model::Type type,
                                  model::Absence absence) {
    model::Field field;
    field.name = name;
    field.record = record;
    field.type = type;
    field.absence = absence;
    const model::FieldId id = widened_.fields.add(std::move(field));
    widened_.records[record].fields.push_back(id);
    return id;
}

void SettledSchema::add_matter(model::MatterId id) {
    const model::Matter& matter = known_.matters[id];
    model::Record rows;
    rows.name = matter.name;
    const model::RecordId record = widened_.records.add(std::move(rows));
    const model::FieldId key = add(record, std::string(key_name),
                                   {model::TypeKind::Reference, {}, matter.record}, model::Absence::Required);
    const std::vector<model::FieldId>& key_fields = known_.records[matter.record].key;
    if (key_fields.size() == 1)
        widened_.fields[key].columns.push_back(known_.fields[key_fields.front()].name);
    widened_.records[record].key.push_back(key);
    if (matter.recurrence != model::Recurrence::Once)
        widened_.records[record].key.push_back(
            add(record, std::string(period_name), {model::TypeKind::Period}, model::Absence::Required));
    add(record, std::string(verdict_name), {model::TypeKind::Enumeration, known_.verdicts},
        model::Absence::Required);
    for (const model::FieldId output : matter.outputs) {
        const model::Field& field = known_.fields[output];
        widened_.fields[add(record, field.name, field.type, model::Absence::Nullable)].unit = field.unit;
    }
    add(record, std::string(day_name), {model::TypeKind::Date}, model::Absence::Nullable);
    for (const std::string_view remark : remark_columns)
        add(record, std::string(remark), {model::TypeKind::Text}, model::Absence::Nullable);
}

model::FieldId SettledSchema::field_named(model::MatterId matter, std::string_view heading) const {
    for (const model::FieldId field : widened_.records[record_of(matter)].fields) {
        if (widened_.fields[field].name == heading)
            return field;
    }
    return {};
}

void SettledSchema::take(CaseData& data) const {
    for (std::uint32_t matter = 0; matter < known_.matters.size(); ++matter) {
        const Table& table = data.tables[record_of({matter}).index];
        for (std::uint32_t row = 0; row < table.rows(); ++row)
            take_row(data, {matter}, table, row);
        for (std::uint32_t row = table.rows(); row < table.all_rows(); ++row)
            take_unread(data, {matter}, table, row);
    }
    for (TurnedBackRow& back : data.turned_back) {
        if (is_known(back.record))
            continue;
        back.matter = {back.record.index - static_cast<std::uint32_t>(known_.records.size())};
        back.record = known_.matters[back.matter].record;
    }
    data.tables.resize(known_.records.size());
}

void SettledSchema::take_row(CaseData& data, model::MatterId id, const Table& table,
                             std::uint32_t row) const {
    const model::Matter& matter = known_.matters[id];
    const auto target = value_at<model::RowRef>(table, row, field_named(id, key_name));
    const auto verdict = value_at<model::EnumerationValue>(table, row, field_named(id, verdict_name));
    if (!target || !verdict || is_turned_back(data, *target))
        return; // of a row that was turned back itself, which has been said
    SettledResult result;
    result.matter = id;
    result.row = target->row;
    result.verdict = static_cast<model::Verdict>(verdict->index);
    result.place = table.place(row, field_named(id, verdict_name));
    if (matter.recurrence != model::Recurrence::Once)
        result.period = value_at<value::Period>(table, row, field_named(id, period_name));
    result.day = value_at<value::Date>(table, row, field_named(id, day_name));
    for (const model::FieldId output : matter.outputs) {
        const model::FieldId field = field_named(id, known_.fields[output].name);
        const bool given = table.presence(row, field) == Presence::Given;
        result.outputs.push_back(given ? std::optional{table.scalar(row, field)} : std::nullopt);
    }
    if (is_sound(data, result, table, row))
        data.settled.push_back(std::move(result));
}

/// A row that was turned back may settle what it could be read to be about; where its verdict settles nothing, it is about none.
void SettledSchema::take_unread(CaseData& data, model::MatterId id, const Table& table,
                                std::uint32_t row) const {
    const model::FieldId key = field_named(id, key_name);
    const auto verdict = value_at<model::EnumerationValue>(table, row, field_named(id, verdict_name));
    const auto target = value_at<model::RowRef>(table, row, key);
    const bool of_turned_back = target && is_turned_back(data, *target);
    if (of_turned_back || (verdict && !settles(static_cast<model::Verdict>(verdict->index))))
        return;
    UnreadResult unread{id};
    if (target)
        unread.row = target->row;
    if (known_.matters[id].recurrence != model::Recurrence::Once)
        unread.period = value_at<value::Period>(table, row, field_named(id, period_name));
    data.unread_results.push_back(unread);
}

/// Only 通过 and 不通过 settle anything; what contradicts itself is turned back.
bool SettledSchema::is_sound(CaseData& data, const SettledResult& result, const Table& table,
                             std::uint32_t row) const {
    const model::Matter& matter = known_.matters[result.matter];
    const std::string verdict(model::verdict_name(result.verdict));
    if (!settles(result.verdict)) {
        data.messages.add(diag::Message::SettledUndecided, result.place, {table.key(row), verdict});
        return false;
    }
    if (result.period && model::period_of(matter.recurrence, result.period->first) != *result.period) {
        turn_back(data, result, table, row,
                  data.messages.add(diag::Message::SettledPeriod, result.place,
                                    {matter.name, result.period->to_text()}));
        return false;
    }
    for (std::size_t at = 0; at < result.outputs.size(); ++at) {
        if (result.verdict != model::Verdict::Fail || !result.outputs[at])
            continue;
        turn_back(data, result, table, row,
                  data.messages.add(diag::Message::SettledFailOutput, result.place,
                                    {known_.fields[matter.outputs[at]].name}));
        return false;
    }
    return true;
}

void SettledSchema::turn_back(CaseData& data, const SettledResult& result, const Table& table,
                              std::uint32_t row, const diag::Diagnostic& said) const {
    TurnedBackRow back;
    back.record = known_.matters[result.matter].record;
    back.matter = result.matter;
    back.place = std::get<source::CellPlace>(said.place);
    back.place.column = 0;
    back.place.heading.clear();
    back.key = table.key(row);
    for (const model::FieldId field : widened_.records[record_of(result.matter)].fields) {
        const source::CellPlace place = table.place(row, field);
        if (place.column == 0)
            continue;
        back.headings.push_back(place.heading);
        back.cells.emplace_back(table.text(row, field));
    }
    back.reasons.push_back(data.messages.all().size() - 1);
    data.unread_results.push_back({result.matter, result.row});
    data.turned_back.push_back(std::move(back));
}

} // namespace tiaoli::data
