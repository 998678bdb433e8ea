// Works out the place of every row from its day, its type's rank and its key.
#include "places.hpp"

#include <algorithm>
#include <numeric>

namespace tiaoli::interp {

namespace {

/// The place of each row among its type's rows by key: the same whatever the order of the file.
std::vector<std::uint32_t> key_order(const data::Table& table) {
    std::vector<std::uint32_t> rows(table.rows());
    std::iota(rows.begin(), rows.end(), 0U);
    std::stable_sort(rows.begin(), rows.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return table.key(a) < table.key(b); });
    std::vector<std::uint32_t> order(rows.size());
    for (std::uint32_t at = 0; at < rows.size(); ++at)
        order[rows[at]] = at;
    return order;
}

} // namespace

Moment after(Moment moment) {
    ++moment.order;
    return moment;
}

Moment start_of_day(std::int32_t day) {
    Moment moment;
    moment.day = day;
    moment.rank = std::numeric_limits<std::int32_t>::min();
    return moment;
}

Moment end_of_day(value::Date day, const Moment& own) {
    if (day.days < own.day)
        return own;
    return {day.days, true, own.day, own.rank, own.order};
}

Places::Places(const model::Schema& schema, const data::CaseData& data)
    : schema_(schema), data_(data), tables_(schema.records.size()) {
    for (std::uint32_t index = 0; index < schema.records.size(); ++index)
        place_dated({index});
    place_undated();
    for (std::uint32_t index = 0; index < schema.records.size(); ++index)
        sort({index});
}

void Places::place_dated(model::RecordId record) {
    const model::Record& type = schema_.records[record];
    const data::Table& table = data_.table(record);
    std::vector<Moment>& places = tables_[record.index].places;
    places.assign(table.all_rows(), Moment{});
    if (!type.day.valid())
        return;
    const std::vector<std::uint32_t> order = key_order(table);
    for (std::uint32_t row = 0; row < table.rows(); ++row) {
        const bool has_day = table.presence(row, type.day) == data::Presence::Given;
        TIAOLI_CHECK(has_day, "rows without a day have been turned back");
        places[row].day = std::get<value::Date>(table.scalar(row, type.day)).days;
        places[row].rank = type.rank;
        places[row].order = order[row];
    }
    place_withheld(record);
}

/// A row that was turned back stands before all others of its day; one whose day could not be read, before all days.
void Places::place_withheld(model::RecordId record) {
    const model::Record& type = schema_.records[record];
    const data::Table& table = data_.table(record);
    for (std::uint32_t row = table.rows(); row < table.all_rows(); ++row) {
        if (table.presence(row, type.day) == data::Presence::Given)
            tables_[record.index].places[row] =
                start_of_day(std::get<value::Date>(table.scalar(row, type.day)).days);
    }
}

/// Undated records may refer to each other, so places rise until none changes.
void Places::place_undated() {
    find_types_with_places();
    for (bool raised = true; raised;) {
        raised = false;
        for (std::uint32_t index = 0; index < schema_.records.size(); ++index)
            raised = (!is_dated({index}) && raise_to_references({index})) || raised;
    }
}

void Places::find_types_with_places() {
    has_places_.assign(schema_.records.size(), false);
    for (bool changed = true; changed;) {
        changed = false;
        for (std::uint32_t index = 0; index < schema_.records.size(); ++index) {
            bool has_place = is_dated({index});
            for (const model::FieldId field : schema_.records[{index}].fields) {
                const model::Type& type = schema_.fields[field].type;
                has_place =
                    has_place || (type.kind == model::TypeKind::Reference && has_places_[type.record.index]);
            }
            changed = changed || has_place != has_places_[index];
            has_places_[index] = has_place;
        }
    }
}

bool Places::raise_to_references(model::RecordId record) {
    bool raised = false;
    for (const model::FieldId field : schema_.records[record].fields) {
        if (schema_.fields[field].type.kind != model::TypeKind::Reference)
            continue;
        for (std::uint32_t row = 0; row < data_.table(record).all_rows(); ++row)
            raised = raise({record, row}, field) || raised;
    }
    return raised;
}

bool Places::raise(model::RowRef own, model::FieldId field) {
    bool raised = false;
    if (const std::optional<Reason> doubt = doubt_from(own, field))
        raised = doubts_.emplace(own, *doubt).second;
    const data::Table& table = data_.table(own.record);
    if (table.presence(own.row, field) != data::Presence::Given)
        return raised;
    const Moment& other = of(std::get<model::RowRef>(table.scalar(own.row, field)));
    Moment& place = tables_[own.record.index].places[own.row];
    if (place < other) {
        place = other;
        raised = true;
    }
    return raised;
}

/// A row that was turned back says at most on which day it stands, so what refers to it has no place of its own.
std::optional<Reason> Places::doubt_from(model::RowRef own, model::FieldId field) const {
    const data::Table& table = data_.table(own.record);
    const data::Presence presence = table.presence(own.row, field);
    const Reason broken{AbsenceReason::BrokenReference, own, field};
    if (!has_places_[schema_.fields[field].type.record.index])
        return std::nullopt;
    if (presence == data::Presence::Withheld)
        return Reason{AbsenceReason::TurnedBack, own, field};
    if (presence == data::Presence::Broken)
        return broken;
    if (presence != data::Presence::Given)
        return std::nullopt;
    const auto& other = std::get<model::RowRef>(table.scalar(own.row, field));
    if (is_dated(other.record))
        return other.row >= data_.table(other.record).rows() ? std::optional<Reason>(broken) : std::nullopt;
    const Reason* passed_on = doubt(other);
    return passed_on == nullptr ? std::nullopt : std::optional<Reason>(*passed_on);
}

void Places::sort(model::RecordId record) {
    TablePlaces& table = tables_[record.index];
    const std::vector<std::uint32_t> order = key_order(data_.table(record));
    for (std::uint32_t row = 0; row < table.places.size(); ++row) {
        const bool is_uncertain = row >= order.size() || doubt({record, row}) != nullptr;
        (is_uncertain ? table.uncertain : table.sorted).push_back(row);
    }
    std::sort(table.sorted.begin(), table.sorted.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::tie(table.places[a], order[a]) < std::tie(table.places[b], order[b]);
    });
    table.positions.resize(order.size());
    for (std::uint32_t at = 0; at < table.sorted.size(); ++at)
        table.positions[table.sorted[at]] = at;
}

} // namespace tiaoli::interp
