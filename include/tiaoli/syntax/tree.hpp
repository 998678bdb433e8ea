// The syntax of one policy file: a store of small nodes with typed kinds; the source text stays beside it, so nothing is lost.
#pragma once

#include "tiaoli/base/id.hpp"
#include "tiaoli/source/source.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tiaoli::syntax {

/// What follows the name of a 期限 in the name of its last day.
inline constexpr std::string_view last_day_of = "截止日";

enum class Kind : std::uint8_t {
#define TIAOLI_KIND(name) name,
#include "tiaoli/syntax/kinds.def"
#undef TIAOLI_KIND
};
std::string_view kind_name(Kind kind);

/// Words of the language that a leaf (relation, total_word, function_word, …) can stand for; keywords.def spells them.
enum class Word : std::uint8_t {
    none,
#define TIAOLI_WORD(id, chinese, english) id,
#include "grammar/keywords.def"
#undef TIAOLI_WORD
};

using NodeId = base::Id<struct NodeTag>;

struct Node {
    Kind kind;
    Word word = Word::none;  ///< for leaves that stand for a word of the language
    std::uint32_t begin = 0; ///< bytes of the source text
    std::uint32_t end = 0;
    NodeId first_child = {};
    NodeId next_sibling = {};
};

/// A comment, kept for printing.
struct Comment {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

enum class TokenKind : std::uint8_t { Word, Name, Literal, String, Sign };

/// A stretch of source text as it was read: a word of the language, a name, a sign. For those who print the text again.
struct Token {
    TokenKind kind;
    Word word = Word::none; ///< of a Word
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

class Tree {
  public:
    Tree(source::SourceId source, std::string_view text) : source_(source), text_(text) {}

    NodeId root() const { return NodeId{0}; } ///< of kind file
    const Node& operator[](NodeId id) const { return nodes_[id]; }
    Kind kind(NodeId id) const { return nodes_[id].kind; }
    std::vector<NodeId> children(NodeId id) const;
    /// The first child of that kind; not valid when there is none.
    NodeId child(NodeId id, Kind kind) const;
    source::Span span(NodeId id) const { return {source_, nodes_[id].begin, nodes_[id].end}; }
    source::SourceId source() const { return source_; }
    /// As written.
    std::string_view verbatim(NodeId id) const;
    /// Canonical: width folded, ASCII letters in lower case, blanks, line ends, comments and 「」 dropped. Names compare by this.
    std::string text(NodeId id) const;
    /// As declared: like `text`, with letter case kept. For display.
    std::string display(NodeId id) const;
    const std::vector<Comment>& comments() const { return comments_; }
    std::size_t size() const { return nodes_.size(); }
    /// The words of the language outside of bodies, from the first to the last.
    const std::vector<Token>& words() const { return words_; }
    /// All tokens of one reading of a body, which is `body`.
    const std::vector<Token>& tokens(NodeId body) const { return tokens_.at(body); }

    NodeId add(Node node) { return nodes_.add(node); }
    void append_child(NodeId parent, NodeId child);
    /// Makes `next` follow `previous`, which has no sibling yet.
    void link(NodeId previous, NodeId next) { nodes_[previous].next_sibling = next; }
    void add_comment(Comment comment) { comments_.push_back(comment); }
    void add_word(Token word) { words_.push_back(word); }
    void add_tokens(NodeId body, std::vector<Token> tokens) { tokens_[body] = std::move(tokens); }

  private:
    source::SourceId source_;
    std::string_view text_; ///< owned by Sources, which outlives the tree
    base::Store<Node, NodeId> nodes_;
    std::vector<Comment> comments_;
    std::vector<Token> words_;
    std::map<NodeId, std::vector<Token>> tokens_;
};

/// Canonical form of a piece of source text (see Tree::text).
std::string canonical(std::string_view written);

/// An indented outline of the tree, for tests.
std::string outline(const Tree& tree, NodeId from);

} // namespace tiaoli::syntax
