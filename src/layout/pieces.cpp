// From the syntax of a statement to its pieces: nodes give names and texts, the parser its words, what is left are signs.
#include "pieces.hpp"

#include "spelling.hpp"

#include "tiaoli/source/characters.hpp"

#include <algorithm>

namespace tiaoli::layout {

namespace {

using syntax::Kind;
using syntax::NodeId;
using syntax::Word;

std::optional<PieceKind> atom_kind(Kind kind) {
    switch (kind) {
    case Kind::name:
    case Kind::key:
    case Kind::type_name:
    case Kind::article_label:
    case Kind::exempted_article:
        return PieceKind::Name;
    case Kind::literal_text:
    case Kind::table_unit:
        return PieceKind::Literal;
    case Kind::given_head:
    case Kind::given_value:
    case Kind::expect_value:
        return PieceKind::Raw;
    case Kind::string:
        return PieceKind::String;
    default:
        return std::nullopt;
    }
}

/// A sign in its one form; empty for what is no sign.
std::string sign(std::string_view character) {
    struct Form {
        std::string_view folded;
        std::string_view printed;
    };
    static constexpr Form forms[] = {{",", "，"},  {":", "："},  {";", "；"},  {"(", "（"}, {")", "）"},
                                     {"=", "＝"},  {"+", "＋"},  {"-", "－"},  {"*", "×"},  {"/", "÷"},
                                     {"÷", "÷"},   {"、", "、"}, {"|", "、"},  {"[", "【"}, {"]", "】"},
                                     {"【", "【"}, {"】", "】"}, {"。", "。"}, {".", "。"}};
    const std::string folded = source::fold_width(character);
    const auto* found = std::find_if(std::begin(forms), std::end(forms),
                                     [&](const Form& form) { return form.folded == folded; });
    return found == std::end(forms) ? std::string{} : std::string(found->printed);
}

bool is_space(char32_t code) { return source::is_blank(code) || code == '\n' || code == '\r'; }

std::string_view without_end_blanks(std::string_view text) {
    std::size_t end = 0;
    for (std::size_t at = 0; at < text.size();) {
        const source::Character character = source::decode(text, at);
        at += character.length;
        end = is_space(character.code) ? end : at;
    }
    return text.substr(0, end);
}

/// Line ends in a gap; CR LF is one.
int line_ends(std::string_view gap) {
    int count = 0;
    for (std::size_t at = 0; at < gap.size(); ++at) {
        const bool pair = gap[at] == '\r' && at + 1 < gap.size() && gap[at + 1] == '\n';
        count += gap[at] == '\n' || (gap[at] == '\r' && !pair) ? 1 : 0;
    }
    return count;
}

/// Curly quotes inside of curly ones must pair, or the string would end early.
bool pairs(std::string_view inside) {
    int depth = 0;
    for (std::size_t at = 0; at < inside.size() && depth >= 0;) {
        const source::Character character = source::decode(inside, at);
        depth += character.code == U'“' ? 1 : character.code == U'”' ? -1 : 0;
        at += character.length;
    }
    return depth == 0;
}

/// Whether a text ends where a line begins, blanks aside.
bool begins_line(std::string_view before) {
    const std::size_t line = before.find_last_of("\r\n");
    const std::string_view rest = line == std::string_view::npos ? before : before.substr(line + 1);
    return without_end_blanks(rest).empty();
}

std::vector<syntax::Comment>::const_iterator first_from(const std::vector<syntax::Comment>& comments,
                                                        std::uint32_t begin) {
    return std::lower_bound(comments.begin(), comments.end(), begin,
                            [](const syntax::Comment& a, std::uint32_t at) { return a.begin < at; });
}

Piece plain(PieceKind kind, std::string text, std::uint32_t begin, std::uint32_t end) {
    return {kind, Word::none, text, text, begin, end};
}

} // namespace

bool is_sign(const Piece& piece, std::string_view text) {
    return piece.kind == PieceKind::Sign && piece.text == text;
}

std::string_view PieceReader::text(std::uint32_t begin, std::uint32_t end) const {
    return file_.sources.text({file_.tree.source(), begin, end});
}

Pieces PieceReader::read(NodeId item) const {
    return read(item, file_.tree[item].begin, file_.tree[item].end);
}

Pieces PieceReader::read(NodeId item, std::uint32_t begin, std::uint32_t end) const {
    Pieces pieces;
    collect(item, pieces);
    add_words(begin, end, pieces);
    std::erase_if(pieces, [&](const Piece& piece) { return piece.begin < begin || piece.end > end; });
    std::stable_sort(pieces.begin(), pieces.end(),
                     [](const Piece& a, const Piece& b) { return a.begin < b.begin; });
    add_gaps(begin, end, pieces);
    for (std::size_t at = 0; at + 1 < pieces.size(); ++at) { // …的， is `when,`
        if (pieces[at].word == Word::of && pieces[at].text == "." && is_sign(pieces[at + 1], "，")) {
            pieces[at].text = main_spelling(Word::case_end, Keywords::English);
        }
    }
    note_gaps(begin, pieces);
    return pieces;
}

Pieces PieceReader::read_cell(NodeId cell) const {
    Pieces pieces;
    collect_body(file_.tree.child(cell, Kind::readings), pieces);
    return pieces;
}

std::vector<Remark> PieceReader::remarks_between(std::uint32_t begin, std::uint32_t end) const {
    std::vector<Remark> remarks;
    const std::vector<syntax::Comment>& comments = file_.tree.comments();
    for (auto at = first_from(comments, begin); at != comments.end() && at->end <= end; ++at) {
        remarks.push_back(
            {std::string(without_end_blanks(text(at->begin, at->end))), begins_line(text(0, at->begin))});
    }
    return remarks;
}

void PieceReader::collect(NodeId node, Pieces& pieces) const {
    const Kind kind = file_.tree.kind(node);
    if (kind == Kind::readings) {
        return collect_body(node, pieces);
    }
    if (atom_kind(kind) && file_.tree[node].begin < file_.tree[node].end) {
        pieces.push_back(atom(node));
        return;
    }
    for (NodeId child : file_.tree.children(node)) {
        if (is_example_text(file_.tree.kind(child))) {
            for (Piece& piece : example_pieces(file_, node, child, keywords_)) {
                pieces.push_back(std::move(piece));
            }
        } else {
            collect(child, pieces);
        }
    }
}

void PieceReader::collect_body(NodeId readings, Pieces& pieces) const {
    const std::vector<NodeId> bodies = file_.tree.children(readings);
    if (bodies.empty()) {
        const syntax::Node& node = file_.tree[readings];
        if (node.begin < node.end) {
            pieces.push_back(plain(PieceKind::Raw, tidied(text(node.begin, node.end)), node.begin, node.end));
        }
        return;
    }
    const auto meant =
        std::find_if(bodies.begin(), bodies.end(), [&](NodeId body) { return file_.meant.contains(body); });
    const NodeId body = meant == bodies.end() ? bodies.front() : *meant;
    const std::size_t first = pieces.size();
    for (const syntax::Token& token : file_.tree.tokens(body)) {
        pieces.push_back(token_piece(token));
    }
    keep_apart(first, pieces);
    mark_outcomes(body, pieces);
}

Piece PieceReader::token_piece(const syntax::Token& token) const {
    const std::string written = tidied(text(token.begin, token.end));
    switch (token.kind) {
    case syntax::TokenKind::Word:
        return word_piece(token.word, token.begin, token.end);
    case syntax::TokenKind::Name:
        return plain(PieceKind::Name, written, token.begin, token.end);
    case syntax::TokenKind::Literal:
        return plain(PieceKind::Literal, written, token.begin, token.end);
    case syntax::TokenKind::String:
        return string_piece(token.begin, token.end);
    case syntax::TokenKind::Sign:
        return plain(PieceKind::Sign, sign(written), token.begin, token.end);
    }
    return {};
}

/// 非处于… stays so: blanks carry no meaning, and `not during` would also read as 不处于.
void PieceReader::keep_apart(std::size_t first, Pieces& pieces) const {
    for (std::size_t at = first; keywords_ == Keywords::English && at + 1 < pieces.size(); ++at) {
        Piece& piece = pieces[at];
        if (piece.kind == PieceKind::Word && pieces[at + 1].kind == PieceKind::Word &&
            is_english_word(piece.text + pieces[at + 1].text)) {
            piece.text = piece.measure;
        }
    }
}

void PieceReader::mark_outcomes(NodeId node, Pieces& pieces) const {
    if (file_.tree.kind(node) == Kind::outcome) {
        for (Piece& piece : pieces) {
            piece.outcome = piece.outcome || piece.begin == file_.tree[node].begin;
        }
    }
    for (NodeId child : file_.tree.children(node)) {
        mark_outcomes(child, pieces);
    }
}

Piece PieceReader::atom(NodeId node) const {
    const syntax::Node& at = file_.tree[node];
    const PieceKind kind = *atom_kind(at.kind);
    if (kind == PieceKind::String) {
        const std::string_view before = text(0, at.begin);
        const std::size_t quote = before.ends_with("\"") ? 1 : 3; // “ ” ＂
        const std::string_view after =
            text(at.end, static_cast<std::uint32_t>(file_.sources[file_.tree.source()].text.size()));
        const std::size_t close = after.starts_with("\"") ? 1 : 3;
        return string_piece(at.begin - static_cast<std::uint32_t>(quote),
                            at.end + static_cast<std::uint32_t>(close));
    }
    return plain(kind, tidied(text(at.begin, at.end)), at.begin, at.end);
}

Piece PieceReader::string_piece(std::uint32_t begin, std::uint32_t end) const {
    const std::string_view written = text(begin, end);
    const std::size_t open = written.starts_with("\"") ? 1 : 3;
    const std::size_t close = written.ends_with("\"") ? 1 : 3;
    const std::string inside(written.substr(open, written.size() - open - close));
    return plain(PieceKind::String, pairs(inside) ? "“" + inside + "”" : "\"" + inside + "\"", begin, end);
}

Piece PieceReader::word_piece(Word word, std::uint32_t begin, std::uint32_t end) const {
    const std::string_view written = text(begin, end);
    Piece piece = plain(PieceKind::Word, spelling(word, written, keywords_), begin, end);
    piece.word = word;
    piece.measure = word == Word::case_end ? "的" : spelling(word, written, Keywords::Chinese);
    if (word == Word::case_end && keywords_ == Keywords::Chinese) {
        piece.text = "的";
    }
    return piece;
}

void PieceReader::add_words(std::uint32_t begin, std::uint32_t end, Pieces& pieces) const {
    const std::vector<syntax::Token>& words = file_.tree.words();
    auto word = std::lower_bound(words.begin(), words.end(), begin,
                                 [](const syntax::Token& a, std::uint32_t at) { return a.begin < at; });
    for (; word != words.end() && word->end <= end; ++word) {
        pieces.push_back(word_piece(word->word, word->begin, word->end));
    }
}

void PieceReader::add_gaps(std::uint32_t begin, std::uint32_t end, Pieces& pieces) const {
    Pieces all;
    std::uint32_t at = begin;
    for (Piece& piece : pieces) {
        add_signs(at, piece.begin, all);
        at = std::max(at, piece.end);
        all.push_back(std::move(piece));
    }
    add_signs(at, end, all);
    pieces = std::move(all);
}

void PieceReader::add_signs(std::uint32_t begin, std::uint32_t end, Pieces& out) const {
    const std::vector<syntax::Comment>& comments = file_.tree.comments();
    std::string raw;
    for (std::uint32_t at = begin; at < end;) {
        const auto comment = first_from(comments, at);
        if (comment != comments.end() && comment->begin == at) {
            at = comment->end;
            continue;
        }
        const source::Character character = source::decode(text(0, end), at);
        const std::string_view bytes = text(at, at + character.length);
        const std::string printed = sign(bytes);
        if (!printed.empty()) {
            out.push_back(plain(PieceKind::Sign, printed, at, at + character.length));
        } else if (!is_space(character.code)) {
            const bool goes_on = !out.empty() && out.back().kind == PieceKind::Raw && out.back().end == at;
            if (!goes_on) {
                out.push_back(plain(PieceKind::Raw, "", at, at));
            }
            out.back().text += source::fold_width(bytes);
            out.back().measure = out.back().text;
            out.back().end = at + character.length;
        }
        at += character.length;
    }
}

/// A comment inside of a piece (a name that runs over a line end) goes behind it, and one behind a 的 behind the next piece: a line
/// that ends in `.` would end the statement.
void PieceReader::note_gaps(std::uint32_t begin, Pieces& pieces) const {
    std::uint32_t before = begin;
    std::uint32_t inner = begin;
    for (std::size_t at = 0; at < pieces.size(); ++at) {
        Piece& piece = pieces[at];
        piece.lines_before = before < piece.begin ? line_ends(text(before, piece.begin)) : 0;
        const bool after_of = at > 0 && pieces[at - 1].word == Word::of;
        if (!after_of) {
            piece.remarks = remarks_between(inner, piece.begin);
            inner = piece.begin;
        }
        before = std::max(before, piece.end);
    }
}

} // namespace tiaoli::layout
