// A statement as the row of pieces that it is printed from.
#pragma once

#include "tiaoli/layout/layout.hpp"

#include <string>
#include <vector>

namespace tiaoli::layout {

enum class PieceKind : std::uint8_t { Word, Name, Literal, String, Raw, Sign };

struct Remark {
    std::string text;
    bool own_line = false;
};

struct Piece {
    PieceKind kind = PieceKind::Sign;
    syntax::Word word = syntax::Word::none;
    std::string text;    ///< as printed
    std::string measure; ///< as printed in Chinese: line ends must not hang on the language of the words
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    bool outcome = false;             ///< 不通过 …, which a string may follow
    int lines_before = 0;             ///< line ends between the piece before and this one
    std::vector<Remark> remarks = {}; ///< comments between the piece before and this one
};
using Pieces = std::vector<Piece>;

bool is_sign(const Piece& piece, std::string_view text);

/// The pieces of [begin, end) of a statement, which is `item`: those of its nodes, the words and signs between them.
class PieceReader {
  public:
    PieceReader(const File& file, Keywords keywords) : file_(file), keywords_(keywords) {}

    Pieces read(syntax::NodeId item) const;
    /// Only what stands in [begin, end).
    Pieces read(syntax::NodeId item, std::uint32_t begin, std::uint32_t end) const;
    /// A part of a table's line: its comments are left out.
    Pieces read_cell(syntax::NodeId cell) const;
    /// The comments of the file in [begin, end), and those that stand behind it on the same line.
    std::vector<Remark> remarks_between(std::uint32_t begin, std::uint32_t end) const;
    Piece word_piece(syntax::Word word, std::uint32_t begin, std::uint32_t end) const;

  private:
    const File& file_;
    Keywords keywords_;

    std::string_view text(std::uint32_t begin, std::uint32_t end) const;
    void collect(syntax::NodeId node, Pieces& pieces) const;
    void collect_body(syntax::NodeId readings, Pieces& pieces) const;
    Piece token_piece(const syntax::Token& token) const;
    void keep_apart(std::size_t first, Pieces& pieces) const;
    void mark_outcomes(syntax::NodeId node, Pieces& pieces) const;
    Piece atom(syntax::NodeId node) const;
    Piece string_piece(std::uint32_t begin, std::uint32_t end) const;
    void add_words(std::uint32_t begin, std::uint32_t end, Pieces& pieces) const;
    void add_gaps(std::uint32_t begin, std::uint32_t end, Pieces& pieces) const;
    void add_signs(std::uint32_t begin, std::uint32_t end, Pieces& out) const;
    void note_gaps(std::uint32_t begin, Pieces& pieces) const;
};

/// Takes the words of an example's line apart, as far as the checked policy tells how; else leaves them as they are.
Pieces example_pieces(const File& file, syntax::NodeId item, syntax::NodeId node, Keywords keywords);
/// Whether it is one of the nodes that example_pieces takes apart.
bool is_example_text(syntax::Kind kind);

} // namespace tiaoli::layout
