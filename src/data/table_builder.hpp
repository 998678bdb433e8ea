// Fills a table row by row.
#pragma once

#include "draft.hpp"

namespace tiaoli::data {

class TableBuilder {
  public:
    /// `draft` gives the file's columns; its rows are added one by one.
    TableBuilder(const model::Schema& schema, const Draft& draft);
    /// Adds a row that was accepted; references still have to be set.
    void add(const Draft& draft, const DraftRow& row);
    /// Adds a row that was turned back, once all accepted ones are in; references still have to be set.
    void add_withheld(const Draft& draft, const DraftRow& row);
    /// What the texts of a reference column mean, by their places in the draft's readings; nothing: which row cannot be told.
    void set_references(std::size_t field, const std::vector<std::optional<model::RowRef>>& targets);
    /// The table, with its keys in order.
    Table finish();

  private:
    static constexpr std::uint32_t not_used = static_cast<std::uint32_t>(-1);

    std::uint32_t value_of(const Draft& draft, const DraftRow& row, std::size_t field);
    std::uint32_t add_value(std::size_t field, Table::Value value, std::string_view text);

    Table table_;
    std::vector<std::vector<std::uint32_t>> places_; ///< by field and place in the draft's readings
    std::vector<std::uint32_t> withheld_;            ///< by field: the value of a cell that could not be read
};

} // namespace tiaoli::data
