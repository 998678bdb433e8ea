// Tables on their way to definitions: what their lines must look like, the units of their columns, their meaning.
#pragma once

#include "readings.hpp"

#include "tiaoli/syntax/table.hpp"
#include "tiaoli/value/literal.hpp"

namespace tiaoli::check {

/// Reports what is wrong with the lines of a table as lines: headings, numbers of cells, units, options. False: it has no meaning.
bool check_table_shape(Workbench& bench, const Statement& at, const syntax::Table& table);

/// The unit that the first line or the heading gives to a column; empty: none.
std::string column_unit(const Tree& tree, const syntax::Table& table, std::size_t column);
/// The column whose result is called so (canonical).
std::size_t result_column(const Tree& tree, const syntax::Table& table, std::string_view name);
/// The expression of an input as it is written, without its unit.
std::string input_words(const Tree& tree, NodeId input);
/// A bare number in a column with a unit; nothing for anything else.
std::optional<value::Literal> literal_in_unit(const Tree& tree, NodeId node, const std::string& unit);

/// What a column looks at: a stretch of the version's expressions, copied for every cell that speaks of it.
struct Subject {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    ExprId root = {};
    Type type = {};
    std::string unit = {};
    std::string words = {};
};

/// One row of a table whose cells could all be read.
struct Row {
    NodeId node;
    std::vector<CellMeaning> conditions; ///< by column
    ExprId value;                        ///< of the result asked for
    std::string words;
};

/// The condition that a cell states of its column's subject.
CellMeaning lower_cell(Lowering& at, NodeId body, const Subject& subject);
/// A value in a cell: a bare number is read in the column's unit.
ExprId lower_cell_value(Lowering& at, NodeId node, const Type& expected, const std::string& unit);

/// The clauses of a 超额累进 table: one, whose value is the sum over all tiers. Nothing when its tiers do not join.
std::optional<model::DefinitionPart> lower_progressive(Workbench& bench, const VersionWork& work,
                                                       const Statement& at, const Subject& subject,
                                                       const std::vector<Row>& rows);
/// The type of an amount times the value of a tier; Unknown where they cannot be multiplied so.
TypeKind progressive_type(TypeKind amount, TypeKind rate);

/// One result of a table as a part of its field's definition; nothing when it has none, which has then been reported.
std::optional<model::DefinitionPart> lower_table(Workbench& bench, FieldTypes& types, const VersionWork& work,
                                                 const Statement& at, model::FieldId field);

} // namespace tiaoli::check
