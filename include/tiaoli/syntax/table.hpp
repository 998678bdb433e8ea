// A decision table or tier table in its parts, for those who read its cells and those who give them a meaning.
#pragma once

#include "tiaoli/syntax/tree.hpp"

namespace tiaoli::syntax {

/// Larger tables are refused: nobody can check them line by line, and they belong into the case data.
inline constexpr std::size_t most_table_rows = 2000;
inline constexpr std::size_t most_table_columns = 64;

struct Table {
    NodeId mark;                 ///< table_output or table_as_of; not valid: none
    std::vector<NodeId> inputs;  ///< table_input
    std::vector<NodeId> results; ///< table_result
    std::vector<NodeId> options; ///< table_first, table_whole, table_progressive, table_from
    NodeId headings;             ///< not valid where the table has no lines
    std::vector<NodeId> rows;    ///< table_row

    std::size_t columns() const { return inputs.size() + results.size(); }
    bool is_too_large() const { return rows.size() > most_table_rows || columns() > most_table_columns; }
};

bool is_table(Kind kind);
Table table_at(const Tree& tree, NodeId id);
/// The words of the table before its lines.
source::Span table_head(const Tree& tree, NodeId id);
/// Whether a cell (in canonical form) says nothing: it is blank, or holds a dash.
bool is_empty_cell(std::string_view canonical);
/// The first option of that kind; not valid when there is none.
NodeId option(const Tree& tree, const Table& table, Kind kind);

} // namespace tiaoli::syntax
