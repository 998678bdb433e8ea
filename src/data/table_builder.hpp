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
    void set_reference(std::uint32_t row, std::size_t field, model::RowRef target);
    void break_reference(std::uint32_t row, std::size_t field);
    /// The table, with its keys in order.
    Table finish();

  private:
    Table table_;
};

} // namespace tiaoli::data
