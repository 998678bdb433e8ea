// Holds a file against its new layout: node by node, whatever the words are spelled like.
#include "pieces.hpp"
#include "spelling.hpp"

#include "tiaoli/syntax/table.hpp"

#include <algorithm>

namespace tiaoli::layout {

namespace {

using syntax::Kind;
using syntax::NodeId;
using syntax::Word;

/// Leaves whose text counts as it is.
bool is_verbatim(Kind kind) {
    return kind == Kind::law_line || kind == Kind::heading_title || kind == Kind::string;
}
bool is_text(Kind kind) {
    switch (kind) {
    case Kind::heading_number:
    case Kind::name:
    case Kind::key:
    case Kind::type_name:
    case Kind::literal_text:
    case Kind::article_label:
    case Kind::exempted_article:
    case Kind::table_unit:
    case Kind::name_expr:
    case Kind::literal:
    case Kind::outcome:
    case Kind::bad_statement:
    case Kind::bad_part:
        return true;
    default:
        return false;
    }
}

class Comparison {
  public:
    Comparison(const File& one, const File& other) : one_(one), other_(other) {}

    bool run() const { return same({one_.tree.root(), {}}, {other_.tree.root(), {}}); }

  private:
    const File& one_;
    const File& other_;

    /// A node and the item or part that it stands in.
    struct Spot {
        NodeId node;
        NodeId holder;
    };

    bool same(Spot a, Spot b) const {
        const Kind kind = one_.tree.kind(a.node);
        if (kind != other_.tree.kind(b.node) || one_.tree[a.node].word != other_.tree[b.node].word) {
            return false;
        }
        if (kind == Kind::readings) {
            return same_readings(a, b);
        }
        if (kind == Kind::table_headings) {
            return one_.tree.children(a.node).size() == other_.tree.children(b.node).size();
        }
        return same_text(a, b) &&
               same_children(one_.tree.children(a.node), other_.tree.children(b.node), a, b);
    }

    bool same_children(const std::vector<NodeId>& a, const std::vector<NodeId>& b, Spot in_a,
                       Spot in_b) const {
        return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](NodeId left, NodeId right) {
            return same({left, in_a.node}, {right, in_b.node});
        });
    }

    bool same_readings(Spot a, Spot b) const {
        const std::vector<NodeId> left = counting(one_, a.node);
        const std::vector<NodeId> right = counting(other_, b.node);
        const bool unread = left.empty() && right.empty();
        return unread ? one_.tree.text(a.node) == other_.tree.text(b.node) : same_children(left, right, a, b);
    }
    static std::vector<NodeId> counting(const File& file, NodeId readings) {
        std::vector<NodeId> bodies = file.tree.children(readings);
        const auto meant = std::find_if(bodies.begin(), bodies.end(),
                                        [&](NodeId body) { return file.meant.contains(body); });
        return meant == bodies.end() ? bodies : std::vector<NodeId>{*meant};
    }

    bool same_text(Spot a, Spot b) const {
        const Kind kind = one_.tree.kind(a.node);
        if (is_verbatim(kind)) {
            return one_.tree.verbatim(a.node) == other_.tree.verbatim(b.node);
        }
        if (kind == Kind::string_literal) {
            return inside(one_.tree.verbatim(a.node)) == inside(other_.tree.verbatim(b.node));
        }
        if (is_example_text(kind)) {
            return in_chinese(one_, a) == in_chinese(other_, b);
        }
        return !is_text(kind) || one_.tree.text(a.node) == other_.tree.text(b.node);
    }

    static std::string_view inside(std::string_view quoted) {
        const std::size_t open = quoted.starts_with("\"") ? 1 : 3;
        const std::size_t close = quoted.ends_with("\"") ? 1 : 3;
        return quoted.substr(open, quoted.size() - open - close);
    }

    static std::string in_chinese(const File& file, Spot spot) {
        std::string words;
        for (const Piece& piece : example_pieces(file, spot.holder, spot.node, Keywords::Chinese)) {
            words += piece.text + "\n";
        }
        return words;
    }
};

std::vector<std::string> comments_of(const File& file) {
    std::vector<std::string> all;
    const auto size = static_cast<std::uint32_t>(file.sources[file.tree.source()].text.size());
    for (const Remark& remark : PieceReader(file, Keywords::AsWritten).remarks_between(0, size)) {
        all.push_back(remark.text);
    }
    return all;
}

} // namespace

bool same_meaning(const File& one, const File& other) { return Comparison(one, other).run(); }

bool same_comments(const File& one, const File& other) { return comments_of(one) == comments_of(other); }

} // namespace tiaoli::layout
