// The lines of a table as lines: headings that agree with its first line, as many cells as columns, units, options.
#include "literals.hpp"
#include "tables.hpp"

namespace tiaoli::check {

namespace {

using diag::Message;

class Shape {
  public:
    Shape(Workbench& bench, const Statement& at, const syntax::Table& table)
        : bench_(bench), tree_(*at.tree), node_(at.node), table_(table) {}

    bool run() {
        check_options();
        if (!table_.headings.valid() || table_.rows.empty()) {
            refuse(node_head(), Message::TableWithoutRows);
            return false;
        }
        if (table_.is_too_large()) {
            refuse(node_head(), Message::TableTooLarge,
                   {std::to_string(syntax::most_table_rows), std::to_string(syntax::most_table_columns)});
            return false;
        }
        check_headings();
        for (NodeId row : table_.rows) {
            check_row(row);
        }
        return sound_;
    }

  private:
    Workbench& bench_;
    const Tree& tree_;
    NodeId node_;
    const syntax::Table& table_;
    bool sound_ = true;

    source::Span node_head() const { return syntax::table_head(tree_, node_); }

    void refuse(const source::Span& span, Message message, std::vector<std::string> args = {}) {
        bench_.messages.add(message, span, std::move(args));
        sound_ = false;
    }

    void check_options() {
        const bool tiers = tree_.kind(node_) == Kind::tier_table;
        std::set<Kind> met;
        for (NodeId each : table_.options) {
            const Kind kind = tree_.kind(each);
            if (!met.insert(kind).second) {
                refuse(tree_.span(each), Message::StatedTwice, {tree_.display(each)});
            }
            const bool of_tiers = kind == Kind::table_whole || kind == Kind::table_progressive;
            if ((tiers && kind == Kind::table_first) || (!tiers && of_tiers)) {
                refuse(tree_.span(each), Message::TableOptionMisfit,
                       {tree_.display(each), tiers ? "分档表" : "决策表"});
            }
            if (kind == Kind::table_from) {
                check_day(tree_.child(each, Kind::literal_text));
            }
        }
        if (tiers && met.contains(Kind::table_whole) == met.contains(Kind::table_progressive)) {
            refuse(node_head(), Message::TierReadingWanted);
        }
        if (tiers && table_.inputs.size() != 1) {
            refuse(tree_.span(table_.inputs.back()), Message::TierInputs);
        }
    }

    void check_day(NodeId day) {
        if (!read_day(tree_.text(day))) {
            refuse(tree_.span(day), Message::DayUnreadable, {tree_.display(day)});
        }
    }

    /// The words of a column as the first line has them, without the unit.
    std::string column_words(std::size_t column) const {
        const std::size_t inputs = table_.inputs.size();
        return column < inputs ? input_words(tree_, table_.inputs[column])
                               : tree_.display(tree_.child(table_.results[column - inputs], Kind::name));
    }

    void check_headings() {
        const std::vector<NodeId> headings = tree_.children(table_.headings);
        if (headings.size() != table_.columns()) {
            refuse(tree_.span(table_.headings), Message::TableHeadingCount,
                   {std::to_string(headings.size()), std::to_string(table_.columns())});
            return;
        }
        for (std::size_t column = 0; column < headings.size(); ++column) {
            check_heading(headings[column], column);
        }
    }

    void check_heading(NodeId heading, std::size_t column) {
        const std::string words = column_words(column);
        const std::string name = syntax::canonical(words);
        const std::string text = tree_.text(heading);
        const bool has_unit = text.starts_with(name + "(") && text.ends_with(")");
        if (text != name && !has_unit) {
            refuse(tree_.span(heading), Message::TableHeading,
                   {std::to_string(column + 1), words, tree_.display(heading)});
            return;
        }
        const std::string unit = column_unit(tree_, table_, column);
        if (!unit.empty() && !whole_literal("1" + unit)) {
            refuse(tree_.span(heading), Message::TableUnit, {unit});
        }
        if (has_unit && text != name + "(" + unit + ")") {
            refuse(tree_.span(heading), Message::TableUnitDiffers,
                   {text.substr(name.size() + 1, text.size() - name.size() - 2), unit});
        }
    }

    void check_row(NodeId row) {
        const std::vector<NodeId> cells = tree_.children(row);
        if (cells.size() != table_.columns()) {
            refuse(tree_.span(row), Message::TableCells,
                   {std::to_string(cells.size()), std::to_string(table_.columns())});
            return;
        }
        for (std::size_t column = 0; column < cells.size(); ++column) {
            if (syntax::is_empty_cell(tree_.text(cells[column]))) {
                const bool condition = column < table_.inputs.size();
                source::Span span = tree_.span(cells[column]);
                span = span.begin == span.end ? tree_.span(row) : span;
                refuse(span, condition ? Message::TableCellEmpty : Message::TableValueEmpty,
                       {column_words(column)});
            }
        }
    }
};

} // namespace

bool check_table_shape(Workbench& bench, const Statement& at, const syntax::Table& table) {
    return Shape(bench, at, table).run();
}

std::string input_words(const Tree& tree, NodeId input) {
    return tree.display(tree.child(input, Kind::readings));
}

std::string column_unit(const Tree& tree, const syntax::Table& table, std::size_t column) {
    const std::size_t inputs = table.inputs.size();
    const NodeId head = column < inputs ? table.inputs[column] : table.results[column - inputs];
    if (const NodeId unit = tree.child(head, Kind::table_unit); unit.valid()) {
        return tree.text(unit);
    }
    const std::vector<NodeId> headings =
        table.headings.valid() ? tree.children(table.headings) : std::vector<NodeId>{};
    const std::string name = tree.text(tree.child(head, column < inputs ? Kind::readings : Kind::name));
    const std::string text = column < headings.size() ? tree.text(headings[column]) : std::string{};
    const bool has_unit = text.starts_with(name + "(") && text.ends_with(")");
    return has_unit ? text.substr(name.size() + 1, text.size() - name.size() - 2) : std::string{};
}

std::size_t result_column(const Tree& tree, const syntax::Table& table, std::string_view name) {
    std::size_t column = table.inputs.size();
    for (NodeId result : table.results) {
        if (tree.text(tree.child(result, Kind::name)) == name) {
            break;
        }
        ++column;
    }
    return column;
}

std::optional<value::Literal> literal_in_unit(const Tree& tree, NodeId node, const std::string& unit) {
    if (tree.kind(node) != Kind::literal || unit.empty()) {
        return std::nullopt;
    }
    const std::string text = tree.text(node);
    const auto plain = whole_literal(text);
    const bool bare = plain && std::holds_alternative<value::NumberLiteral>(*plain);
    return bare ? whole_literal(text + unit) : std::nullopt;
}

} // namespace tiaoli::check
