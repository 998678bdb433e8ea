// Where a blank stands between two pieces: Chinese is written without, behind a statement's word and around ＝ there is one.
#include "lines.hpp"

namespace tiaoli::layout {

namespace {

using syntax::Word;

bool is_latin(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9');
}

/// An English word of the language; `.` and signs of comparison stand close.
bool is_english(const Piece& piece) {
    return piece.kind == PieceKind::Word && !piece.text.empty() && is_latin(piece.text.back());
}

bool is_head_word(const Pieces& pieces, std::size_t at) {
    const Piece& piece = pieces[at];
    if (piece.kind != PieceKind::Word || piece.word >= Word::other_case) {
        return false;
    }
    const bool second = at == 1 && pieces[0].kind == PieceKind::Word;
    const bool of_table = piece.word == Word::decision_table || piece.word == Word::tier_table;
    const bool of_example =
        pieces[0].word == Word::given && (piece.word == Word::parameter || piece.word == Word::today);
    return at == 0 ? piece.word != Word::notwithstanding : second && (of_table || of_example);
}

bool is_today_given(const Pieces& pieces, std::size_t at) {
    return at == 1 && pieces[0].word == Word::given && pieces[1].word == Word::today;
}

} // namespace

bool has_blank(const Pieces& pieces, std::size_t at) {
    const Piece& left = pieces[at - 1];
    const Piece& right = pieces[at];
    if (is_sign(left, "＝")) {
        return true;
    }
    if (is_sign(right, "＝")) {
        return !is_sign(left, "）");
    }
    if (is_head_word(pieces, at - 1) || is_today_given(pieces, at - 1)) {
        return right.kind != PieceKind::Sign;
    }
    if (left.kind == PieceKind::Sign || right.kind == PieceKind::Sign) {
        return false;
    }
    if (right.kind == PieceKind::String && (left.outcome || left.word == Word::like_example)) {
        return true;
    }
    if (left.word == Word::like || right.word == Word::like) {
        return true;
    }
    const bool example_value =
        left.kind == PieceKind::Name && right.kind == PieceKind::Raw; // 放款日 2025-03-10
    const bool example_key = at == 2 && pieces[0].word == Word::given && example_value;
    if (example_value || example_key) {
        return true;
    }
    const bool words = (is_english(left) && right.text != ".") || (is_english(right) && left.text != ".");
    const bool letters = !left.text.empty() && !right.text.empty() && is_latin(left.text.back()) &&
                         is_latin(right.text.front());
    return words || letters;
}

std::string joined(const Pieces& pieces) {
    std::string out;
    for (std::size_t at = 0; at < pieces.size(); ++at) {
        out += at > 0 && has_blank(pieces, at) ? " " : "";
        out += pieces[at].text;
    }
    return out;
}

} // namespace tiaoli::layout
