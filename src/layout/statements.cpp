// Each kind of item: headings and law text stay verbatim, declarations have no full stop, statements with a body have one.
#include "statements.hpp"

#include "spelling.hpp"

#include "tiaoli/syntax/table.hpp"

#include <algorithm>

namespace tiaoli::layout {

namespace {

using syntax::Kind;
using syntax::NodeId;
using syntax::Word;

Shape shape_of(Kind kind) {
    switch (kind) {
    case Kind::definition:
    case Kind::output:
    case Kind::as_of:
    case Kind::exception_definition:
    case Kind::allocation:
        return {true, true};
    case Kind::parameter_decl:
    case Kind::matter_decl:
    case Kind::state:
    case Kind::rule:
    case Kind::exception_rule:
    case Kind::deadline:
        return {true, false};
    default:
        return {};
    }
}

/// 第七条 “知银贷”模式
std::vector<std::string> heading_lines(const File& file, NodeId item) {
    const NodeId number = file.tree.child(item, Kind::heading_number);
    const NodeId title = file.tree.child(item, Kind::heading_title);
    std::string line = tidied(file.tree.verbatim(number));
    const auto digit =
        std::find_if(line.begin(), line.end(), [](char byte) { return byte >= '0' && byte <= '9'; });
    if (line.front() >= 'A' && line.front() <= 'z' && digit != line.end()) {
        line.insert(digit, ' ');
    }
    return {title.valid() ? line + " " + std::string(file.tree.verbatim(title)) : line};
}

/// Byte for byte from the `>` to the end of the line.
std::vector<std::string> law_lines(const File& file, NodeId item) {
    const std::string_view text = file.sources[file.tree.source()].text;
    const std::uint32_t inside = file.tree[item].begin;
    std::size_t begin = inside;
    while (begin > 0 && text[begin - 1] != '\n' && text[begin - 1] != '\r') {
        --begin;
    }
    const std::size_t half = text.find('>', begin);
    const std::size_t wide = text.find("＞", begin);
    begin = std::min(half, wide);
    const std::size_t end = std::min(text.find_first_of("\r\n", begin), text.size());
    return {std::string(text.substr(begin, end - begin))};
}

/// The record's line end is needed where a 枚举 follows: without the full stop it would be taken for a field.
bool needs_stop(const File& file, NodeId item) {
    const NodeId next = file.tree[item].next_sibling;
    return file.tree.kind(item) == Kind::record_decl && next.valid() &&
           file.tree.kind(next) == Kind::enumeration_decl;
}

/// `的` and `限制` may be left out or not: one form has 限制 alone, which has no English form.
void settle_exception(Pieces& pieces, Keywords keywords) {
    const auto comma =
        std::find_if(pieces.begin(), pieces.end(), [](const Piece& piece) { return is_sign(piece, "，"); });
    if (comma == pieces.end()) {
        return;
    }
    const Piece end = *comma;
    const bool english = keywords == Keywords::English || (keywords == Keywords::AsWritten &&
                                                           !pieces[0].text.empty() && pieces[0].text[0] > 0);
    const auto head = static_cast<std::size_t>(comma - pieces.begin());
    Pieces kept;
    for (std::size_t at = 0; at < pieces.size(); ++at) {
        const bool left_out = pieces[at].word == Word::of || pieces[at].word == Word::restriction;
        if (at < head && left_out) {
            continue;
        }
        if (at == head && !english) {
            kept.push_back({PieceKind::Word, Word::restriction, "限制", "限制", end.begin, end.begin});
        }
        kept.push_back(pieces[at]);
    }
    pieces = std::move(kept);
}

std::vector<std::uint32_t> starts_of(const File& file, NodeId item) {
    std::vector<std::uint32_t> starts;
    for (NodeId child : file.tree.children(item)) {
        if (file.tree.kind(child) == Kind::field_decl) {
            starts.push_back(file.tree[child].begin);
        }
    }
    return starts;
}

} // namespace

std::vector<std::string> statement_lines(const File& file, NodeId item, Keywords keywords) {
    const Kind kind = file.tree.kind(item);
    if (kind == Kind::heading) {
        return heading_lines(file, item);
    }
    if (kind == Kind::law_line) {
        return law_lines(file, item);
    }
    if (syntax::is_table(kind)) {
        return table_lines(file, item, keywords);
    }
    Pieces pieces = PieceReader(file, keywords).read(item);
    const auto ends = [](const Piece& piece) { return is_sign(piece, "。") || is_sign(piece, "；"); };
    std::vector<Remark> last;
    while (!pieces.empty() && ends(pieces.back())) {
        last.insert(last.begin(), pieces.back().remarks.begin(), pieces.back().remarks.end());
        pieces.pop_back();
    }
    if (kind == Kind::exception_definition || kind == Kind::exception_rule) {
        settle_exception(pieces, keywords);
    }
    std::erase_if(pieces, [](const Piece& piece) { return piece.text.empty(); });
    Shape shape = shape_of(kind);
    shape.stop = shape.stop || needs_stop(file, item);
    std::vector<std::string> lines = lines_of(std::move(pieces), shape, starts_of(file, item));
    for (const Remark& remark : last) {
        remark.own_line ? lines.push_back(remark.text)
                        : static_cast<void>(lines.back() = with_remark(lines.back(), remark.text));
    }
    return lines;
}

} // namespace tiaoli::layout
