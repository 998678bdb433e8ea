// The lines of tables: every column as wide as its widest cell, by display width.
#include "statements.hpp"

#include "spelling.hpp"

#include "tiaoli/source/characters.hpp"
#include "tiaoli/syntax/table.hpp"

#include <algorithm>

namespace tiaoli::layout {

namespace {

using syntax::Kind;
using syntax::NodeId;

class TablePrinter {
  public:
    TablePrinter(const File& file, NodeId node, Keywords keywords)
        : file_(file), node_(node), table_(syntax::table_at(file.tree, node)), reader_(file, keywords) {}

    std::vector<std::string> run() {
        const std::uint32_t begin = file_.tree[node_].begin;
        const std::uint32_t head_end = syntax::table_head(file_.tree, node_).end;
        Pieces head = reader_.read(node_, begin, table_.headings.valid() ? head_end : file_.tree[node_].end);
        while (!head.empty() && (is_sign(head.back(), "。") || is_sign(head.back(), "："))) {
            head.pop_back();
        }
        at_ = head_end;
        lines_ = lines_of(std::move(head), {});
        if (table_.headings.valid()) {
            print_rows();
        }
        return std::move(lines_);
    }

  private:
    const File& file_;
    NodeId node_;
    syntax::Table table_;
    PieceReader reader_;
    std::uint32_t at_ = 0; ///< comments before it are printed
    std::vector<std::string> lines_;
    std::vector<std::size_t> widths_;

    using Cells = std::vector<std::string>;

    /// A heading repeats the words of the first line, with its unit or without.
    std::string heading(NodeId node, std::size_t column) const {
        const std::string written = file_.tree.text(node);
        if (column < table_.inputs.size()) {
            const NodeId readings = file_.tree.child(table_.inputs[column], Kind::readings);
            const std::string words = file_.tree.text(readings);
            if (written.starts_with(words)) {
                return joined(reader_.read_cell(table_.inputs[column])) + unit(written.substr(words.size()));
            }
        }
        return unit(tidied(file_.tree.verbatim(node)));
    }
    /// Its parentheses in full width.
    static std::string unit(std::string words) {
        const std::size_t open = words.rfind('(');
        if (open != std::string::npos && words.ends_with(")")) {
            words.replace(words.size() - 1, 1, "）");
            words.replace(open, 1, "（");
        }
        return words;
    }

    Cells headings() const {
        Cells cells;
        for (NodeId node : file_.tree.children(table_.headings)) {
            cells.push_back(heading(node, cells.size()));
        }
        return cells;
    }
    Cells cells_of(NodeId row) const {
        Cells cells;
        for (NodeId cell : file_.tree.children(row)) {
            cells.push_back(joined(reader_.read_cell(cell)));
        }
        return cells;
    }

    void widen(const Cells& cells) {
        widths_.resize(std::max(widths_.size(), cells.size()), 3);
        for (std::size_t column = 0; column < cells.size(); ++column) {
            widths_[column] =
                std::max(widths_[column], static_cast<std::size_t>(source::display_width(cells[column])));
        }
    }

    std::string line(const Cells& cells) const {
        std::string out = "|";
        for (std::size_t column = 0; column < cells.size(); ++column) {
            const auto width = static_cast<std::size_t>(source::display_width(cells[column]));
            out += " " + cells[column] + std::string(widths_[column] - width, ' ') + " |";
        }
        return out;
    }

    std::string ruler(std::size_t columns) const {
        std::string out = "|";
        for (std::size_t column = 0; column < columns; ++column) {
            out += " " + std::string(widths_[column], '-') + " |";
        }
        return out;
    }

    /// The comments since the last line: those behind it, and those on lines of their own.
    void remarks_before(std::uint32_t place) {
        for (const Remark& remark : reader_.remarks_between(at_, place)) {
            remark.own_line ? lines_.push_back(remark.text)
                            : static_cast<void>(lines_.back() = with_remark(lines_.back(), remark.text));
        }
        at_ = std::max(at_, place);
    }

    void print_rows() {
        const Cells first = headings();
        std::vector<Cells> rows;
        widen(first);
        for (NodeId row : table_.rows) {
            rows.push_back(cells_of(row));
            widen(rows.back());
        }
        remarks_before(file_.tree[table_.headings].begin);
        lines_.push_back(line(first));
        const std::string under = ruler(first.size());
        bool ruled = false;
        for (std::size_t row = 0; row < rows.size(); ++row) {
            if (!ruled) {
                ruled = true;
                lines_.push_back(under);
            }
            remarks_before(file_.tree[table_.rows[row]].begin);
            lines_.push_back(line(rows[row]));
        }
        remarks_before(file_.tree[node_].end);
    }
};

} // namespace

std::vector<std::string> table_lines(const File& file, NodeId table, Keywords keywords) {
    return TablePrinter(file, table, keywords).run();
}

} // namespace tiaoli::layout
