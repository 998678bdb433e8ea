// Node access and the canonical form of names.
#include "tiaoli/syntax/tree.hpp"

#include "tiaoli/source/characters.hpp"

#include <fmt/format.h>

namespace tiaoli::syntax {

std::string_view kind_name(Kind kind) {
    static constexpr std::string_view names[] = {
#define TIAOLI_KIND(name) #name,
#include "tiaoli/syntax/kinds.def"
#undef TIAOLI_KIND
    };
    return names[static_cast<std::size_t>(kind)];
}

std::vector<NodeId> Tree::children(NodeId id) const {
    std::vector<NodeId> found;
    for (NodeId child = nodes_[id].first_child; child.valid(); child = nodes_[child].next_sibling) {
        found.push_back(child);
    }
    return found;
}

NodeId Tree::child(NodeId id, Kind kind) const {
    for (NodeId child = nodes_[id].first_child; child.valid(); child = nodes_[child].next_sibling) {
        if (nodes_[child].kind == kind) {
            return child;
        }
    }
    return {};
}

std::string_view Tree::verbatim(NodeId id) const {
    const Node& node = nodes_[id];
    return text_.substr(node.begin, node.end - node.begin);
}

namespace {

enum class Case : std::uint8_t { Lower, Kept };

void append_folded(std::string& out, std::string_view character, Case letters) {
    for (char byte : source::fold_width(character)) {
        const bool upper = byte >= 'A' && byte <= 'Z';
        out += letters == Case::Lower && upper ? static_cast<char>(byte - 'A' + 'a') : byte;
    }
}

bool is_dropped(char32_t code) {
    return source::is_blank(code) || code == '\n' || code == '\r' || code == U'「' || code == U'」';
}

std::string cleaned(std::string_view written, Case letters) {
    std::string out;
    for (std::size_t at = 0; at < written.size();) {
        const source::Character character = source::decode(written, at);
        const std::string_view bytes = written.substr(at, character.length);
        if (source::fold_width(bytes) == "/" && at + character.length < written.size()) {
            const source::Character next = source::decode(written, at + character.length);
            if (source::fold_width(written.substr(at + character.length, next.length)) == "/") {
                at = std::min(written.find_first_of("\r\n", at), written.size());
                continue;
            }
        }
        if (!is_dropped(character.code)) {
            append_folded(out, bytes, letters);
        }
        at += character.length;
    }
    return out;
}

} // namespace

std::string Tree::text(NodeId id) const { return cleaned(verbatim(id), Case::Lower); }

std::string Tree::display(NodeId id) const { return cleaned(verbatim(id), Case::Kept); }

void Tree::append_child(NodeId parent, NodeId child) {
    NodeId last = nodes_[parent].first_child;
    if (!last.valid()) {
        nodes_[parent].first_child = child;
        return;
    }
    while (nodes_[last].next_sibling.valid()) {
        last = nodes_[last].next_sibling;
    }
    nodes_[last].next_sibling = child;
}

std::string canonical(std::string_view written) { return cleaned(written, Case::Lower); }

namespace {

void append_outline(std::string& out, const Tree& tree, NodeId id, std::size_t depth) {
    const Node& node = tree[id];
    fmt::format_to(std::back_inserter(out), "{:{}}{}", "", depth * 2, kind_name(node.kind));
    if (!node.first_child.valid()) {
        fmt::format_to(std::back_inserter(out), " {}", tree.display(id));
    }
    out += '\n';
    for (NodeId child : tree.children(id)) {
        append_outline(out, tree, child, depth + 1);
    }
}

} // namespace

std::string outline(const Tree& tree, NodeId from) {
    std::string out;
    append_outline(out, tree, from, 0);
    return out;
}

} // namespace tiaoli::syntax
