// Cuts what stayed.
#include "shortened.hpp"

#include "tiaoli/source/characters.hpp"

namespace tiaoli::compare {

namespace {

/// So many characters are kept on each side of a change.
constexpr std::size_t kept = 12;

std::vector<std::size_t> starts_of(const std::string& text) {
    std::vector<std::size_t> starts;
    for (std::size_t at = 0; at < text.size(); at += source::decode(text, at).length)
        starts.push_back(at);
    return starts;
}

std::string cut(const std::string& text, bool is_first, bool is_last) {
    const std::vector<std::size_t> starts = starts_of(text);
    const std::size_t head = is_first ? 0 : kept;
    const std::size_t tail = is_last ? 0 : kept;
    if (starts.size() <= head + tail + 2)
        return text;
    const std::string before = text.substr(0, starts[head]);
    return before + "……" + (tail == 0 ? "" : text.substr(starts[starts.size() - tail]));
}

} // namespace

std::vector<Piece> shortened(const std::vector<Piece>& pieces) {
    std::vector<Piece> out = pieces;
    for (std::size_t at = 0; at < out.size(); ++at) {
        if (out[at].kind == PieceKind::Same)
            out[at].text = cut(out[at].text, at == 0, at + 1 == out.size());
    }
    return out;
}

} // namespace tiaoli::compare
