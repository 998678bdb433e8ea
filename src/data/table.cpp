// Access to a table's cells, and how a table is filled.
#include "tiaoli/data/tables.hpp"

#include "table_builder.hpp"

#include "tiaoli/base/check.hpp"

#include <algorithm>
#include <tuple>

namespace tiaoli::data {

std::uint32_t Table::rows() const { return accepted_; }

std::uint32_t Table::all_rows() const { return static_cast<std::uint32_t>(file_rows_.size()); }

std::size_t Table::place_of(model::FieldId field) const {
    TIAOLI_CHECK(field.index < column_of_.size() && column_of_[field.index] >= 0,
                 "only stored fields of its record type stand in a table");
    return static_cast<std::size_t>(column_of_[field.index]);
}

const Table::Value& Table::value(std::uint32_t row, model::FieldId field) const {
    TIAOLI_CHECK(row < all_rows(), "a row must be one of the table's");
    const Column& column = columns_[place_of(field)];
    return column.values[column.value_of[row]];
}

Presence Table::presence(std::uint32_t row, model::FieldId field) const { return value(row, field).presence; }

const model::Scalar& Table::scalar(std::uint32_t row, model::FieldId field) const {
    const Value& found = value(row, field);
    TIAOLI_CHECK(found.presence == Presence::Given, "only a given cell has a value");
    return found.scalar;
}

const std::string& Table::key(std::uint32_t row) const {
    TIAOLI_CHECK(row < all_rows(), "a row must be one of the table's");
    return keys_[row];
}

std::optional<std::uint32_t> Table::find(std::string_view key) const {
    const auto found =
        std::lower_bound(by_key_.begin(), by_key_.end(), key,
                         [this](std::uint32_t row, std::string_view wanted) { return keys_[row] < wanted; });
    if (found == by_key_.end() || keys_[*found] != key)
        return std::nullopt;
    return *found;
}

source::CellPlace Table::place(std::uint32_t row, model::FieldId field) const {
    TIAOLI_CHECK(row < all_rows(), "a row must be one of the table's");
    const std::size_t at = place_of(field);
    return {file_, sheet_, file_rows_[row], file_columns_[at], headings_[at], grid_};
}

std::string_view Table::text(std::uint32_t row, model::FieldId field) const {
    TIAOLI_CHECK(row < all_rows(), "a row must be one of the table's");
    const Column& column = columns_[place_of(field)];
    const std::uint32_t at = column.value_of[row];
    const std::size_t begin = at == 0 ? 0 : column.text_ends[at - 1];
    return std::string_view(column.texts).substr(begin, column.text_ends[at] - begin);
}

TableBuilder::TableBuilder(const model::Schema& schema, const Draft& draft) {
    table_.file_ = draft.file;
    table_.sheet_ = draft.sheet;
    table_.grid_ = draft.grid;
    table_.fields_ = draft.fields;
    table_.column_of_.assign(schema.fields.size(), -1);
    for (std::size_t at = 0; at < draft.fields.size(); ++at) {
        table_.column_of_[draft.fields[at].index] = static_cast<std::int32_t>(at);
        table_.file_columns_.push_back(draft.columns[at].number);
        table_.headings_.push_back(draft.columns[at].heading);
        table_.columns_.emplace_back();
        table_.columns_.back().value_of.reserve(draft.rows.size());
        places_.emplace_back(draft.readings[at].size(), not_used);
        withheld_.push_back(not_used);
    }
}

void TableBuilder::add(const Draft& draft, const DraftRow& row) {
    add_withheld(draft, row);
    table_.accepted_ += 1;
}

void TableBuilder::add_withheld(const Draft& draft, const DraftRow& row) {
    for (std::size_t at = 0; at < table_.fields_.size(); ++at)
        table_.columns_[at].value_of.push_back(value_of(draft, row, at));
    table_.file_rows_.push_back(row.number);
    table_.keys_.push_back(row.key);
}

std::uint32_t TableBuilder::value_of(const Draft& draft, const DraftRow& row, std::size_t field) {
    const CellReading* read = draft.reading(row, field);
    if (read == nullptr || read->mistake) {
        if (withheld_[field] == not_used)
            withheld_[field] = add_value(field, {Presence::Withheld, false}, {});
        return withheld_[field];
    }
    std::uint32_t& value = places_[field][draft.reading_place(row, field)];
    if (value == not_used)
        value = add_value(field, {read->presence, read->scalar}, draft.text(row, field));
    return value;
}

std::uint32_t TableBuilder::add_value(std::size_t field, Table::Value value, std::string_view text) {
    Table::Column& column = table_.columns_[field];
    column.values.push_back(std::move(value));
    column.texts += text;
    column.text_ends.push_back(column.texts.size());
    return static_cast<std::uint32_t>(column.values.size() - 1);
}

void TableBuilder::set_references(std::size_t field,
                                  const std::vector<std::optional<model::RowRef>>& targets) {
    for (std::size_t place = 0; place < places_[field].size(); ++place) {
        if (places_[field][place] == not_used)
            continue;
        Table::Value& value = table_.columns_[field].values[places_[field][place]];
        if (value.presence != Presence::Given)
            continue;
        if (targets[place])
            value.scalar = *targets[place];
        else
            value.presence = Presence::Broken;
    }
}

Table TableBuilder::finish() {
    for (std::uint32_t row = 0; row < table_.rows(); ++row)
        table_.by_key_.push_back(row);
    std::sort(table_.by_key_.begin(), table_.by_key_.end(), [this](std::uint32_t a, std::uint32_t b) {
        return std::tie(table_.keys_[a], a) < std::tie(table_.keys_[b], b);
    });
    return std::move(table_);
}

} // namespace tiaoli::data
