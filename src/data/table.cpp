// Access to a table's cells, and how a table is filled.
#include "tiaoli/data/tables.hpp"

#include "table_builder.hpp"

#include "tiaoli/base/check.hpp"

#include <algorithm>

namespace tiaoli::data {

std::uint32_t Table::rows() const { return accepted_; }

std::uint32_t Table::all_rows() const { return static_cast<std::uint32_t>(file_rows_.size()); }

std::size_t Table::place_of(model::FieldId field) const {
    TIAOLI_CHECK(field.index < column_of_.size() && column_of_[field.index] >= 0,
                 "only stored fields of its record type stand in a table");
    return static_cast<std::size_t>(column_of_[field.index]);
}

const Table::Cell& Table::cell(std::uint32_t row, model::FieldId field) const {
    TIAOLI_CHECK(row < all_rows(), "a row must be one of the table's");
    return cells_[std::size_t{row} * fields_.size() + place_of(field)];
}

Presence Table::presence(std::uint32_t row, model::FieldId field) const { return cell(row, field).presence; }

const model::Scalar& Table::scalar(std::uint32_t row, model::FieldId field) const {
    const Cell& found = cell(row, field);
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
                         [](const auto& entry, std::string_view wanted) { return entry.first < wanted; });
    if (found == by_key_.end() || found->first != key)
        return std::nullopt;
    return found->second;
}

source::CellPlace Table::place(std::uint32_t row, model::FieldId field) const {
    TIAOLI_CHECK(row < all_rows(), "a row must be one of the table's");
    const std::size_t at = place_of(field);
    return {file_, sheet_, file_rows_[row], file_columns_[at], headings_[at], grid_};
}

const std::string& Table::text(std::uint32_t row, model::FieldId field) const {
    return cell(row, field).text;
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
    }
}

void TableBuilder::add(const Draft& draft, const DraftRow& row) {
    add_withheld(draft, row);
    table_.accepted_ += 1;
}

void TableBuilder::add_withheld(const Draft& draft, const DraftRow& row) {
    for (std::size_t at = 0; at < table_.fields_.size(); ++at) {
        const CellReading* read = draft.reading(row, at);
        if (read != nullptr && !read->mistake)
            table_.cells_.push_back({read->presence, read->scalar, std::string(draft.text(row, at))});
        else
            table_.cells_.push_back({Presence::Withheld, false, {}});
    }
    table_.file_rows_.push_back(row.number);
    table_.keys_.push_back(row.key);
}

void TableBuilder::set_reference(std::uint32_t row, std::size_t field, model::RowRef target) {
    table_.cells_[std::size_t{row} * table_.fields_.size() + field].scalar = target;
}

void TableBuilder::break_reference(std::uint32_t row, std::size_t field) {
    table_.cells_[std::size_t{row} * table_.fields_.size() + field].presence = Presence::Broken;
}

Table TableBuilder::finish() {
    for (std::uint32_t row = 0; row < table_.rows(); ++row)
        table_.by_key_.emplace_back(table_.keys_[row], row);
    std::sort(table_.by_key_.begin(), table_.by_key_.end());
    return std::move(table_);
}

} // namespace tiaoli::data
