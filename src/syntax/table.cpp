// Sorts the children of a table.
#include "tiaoli/syntax/table.hpp"

#include <algorithm>

namespace tiaoli::syntax {

bool is_table(Kind kind) { return kind == Kind::decision_table || kind == Kind::tier_table; }

Table table_at(const Tree& tree, NodeId id) {
    Table table;
    for (NodeId child : tree.children(id)) {
        switch (tree.kind(child)) {
        case Kind::table_output:
        case Kind::table_as_of:
            table.mark = child;
            break;
        case Kind::table_input:
            table.inputs.push_back(child);
            break;
        case Kind::table_result:
            table.results.push_back(child);
            break;
        case Kind::table_headings:
            table.headings = child;
            break;
        case Kind::table_row:
            table.rows.push_back(child);
            break;
        default:
            table.options.push_back(child);
        }
    }
    return table;
}

source::Span table_head(const Tree& tree, NodeId id) {
    source::Span span = tree.span(id);
    for (NodeId child : tree.children(id)) {
        const Kind kind = tree.kind(child);
        if (kind != Kind::table_headings && kind != Kind::table_row) {
            span.end = tree[child].end;
        }
    }
    return span;
}

bool is_empty_cell(std::string_view canonical) {
    constexpr std::string_view dashes[] = {"", "-", "--", "—", "——", "/"};
    return std::find(std::begin(dashes), std::end(dashes), canonical) != std::end(dashes);
}

NodeId option(const Tree& tree, const Table& table, Kind kind) {
    for (NodeId each : table.options) {
        if (tree.kind(each) == kind) {
            return each;
        }
    }
    return {};
}

} // namespace tiaoli::syntax
