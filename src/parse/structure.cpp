// Reads the structure of a policy file with the structure grammar.
#include "build.hpp"
#include "failures.hpp"
#include "grammar/file.hpp"
#include "prepare.hpp"
#include "tiaoli/parse/parse.hpp"

namespace tiaoli::parse {

namespace {

syntax::NodeId copy(syntax::Tree& tree, const Building& building, const Prepared& prepared,
                    std::uint32_t draft_index) {
    const Draft& draft = building.drafts[draft_index];
    syntax::Node node{draft.kind, draft.word, prepared.source_begin(draft.begin), 0, {}, {}};
    node.end = draft.end > draft.begin ? prepared.source_end(draft.end) : node.begin;
    const syntax::NodeId id = tree.add(node);
    syntax::NodeId previous;
    for (std::uint32_t part = 0; part < draft.part_count; ++part) {
        const syntax::NodeId child = copy(tree, building, prepared, building.parts[draft.first_part + part]);
        previous.valid() ? tree.link(previous, child) : tree.append_child(id, child);
        previous = child;
    }
    return id;
}

} // namespace

syntax::Tree parse_structure(const source::Sources& sources, source::SourceId source,
                             diag::Diagnostics& messages) {
    const std::string& text = sources[source].text;
    syntax::Tree tree(source, text);
    const source::Span all{source, 0, static_cast<std::uint32_t>(text.size())};
    const Prepared prepared = prepare(sources, all, LineEnds::Kept, &messages);
    Building building;
    tao::pegtl::memory_input in(prepared.text.data(), prepared.text.data() + prepared.text.size(), "");
    const bool read = tao::pegtl::parse<grammar::file, tao::pegtl::nothing, BuildControl>(in, building);
    TIAOLI_CHECK(read && building.stack.size() == 1, "the structure grammar takes every text");
    copy(tree, building, prepared, building.stack.front());
    for (const syntax::Comment& comment : prepared.comments) {
        tree.add_comment(comment);
    }
    for (const TakenWord& word : building.words) {
        tree.add_word({syntax::TokenKind::Word, word.word, prepared.source_begin(word.begin),
                       prepared.source_end(word.end)});
    }
    report_bad_statements(tree, messages);
    return tree;
}

} // namespace tiaoli::parse
