// Finishes a node: its children are what was left on the stack since it opened, and what it adopts.
#include "build.hpp"

namespace tiaoli::parse {

void Building::close(syntax::Kind kind, syntax::Word word, std::uint32_t adopt, std::uint32_t end) {
    const Mark mark = marks.back();
    marks.pop_back();
    const std::uint32_t first = mark.stack - adopt;
    Draft draft{kind, word, mark.begin, end, size(parts), size(stack) - first};
    for (std::uint32_t at = first; at < stack.size(); ++at) {
        parts.push_back(stack[at]);
    }
    if (adopt != 0) {
        draft.begin = drafts[stack[first]].begin;
    }
    stack.resize(first);
    drafts.push_back(draft);
    stack.push_back(size(drafts) - 1);
}

void Building::fail() {
    const Mark mark = marks.back();
    marks.pop_back();
    std::vector<std::uint32_t> newer;
    while (!stack.empty() && stack.back() >= mark.drafts) {
        newer.push_back(stack.back());
        stack.pop_back();
    }
    for (auto draft = newer.rbegin(); draft != newer.rend(); ++draft) {
        keep_older(*draft, mark.drafts);
    }
    drafts.resize(mark.drafts);
    parts.resize(mark.parts);
    words.resize(mark.words);
}

void Building::keep_older(std::uint32_t draft, std::uint32_t limit) {
    if (draft < limit) {
        stack.push_back(draft);
        return;
    }
    for (std::uint32_t part = 0; part < drafts[draft].part_count; ++part) {
        keep_older(parts[drafts[draft].first_part + part], limit);
    }
}

} // namespace tiaoli::parse
