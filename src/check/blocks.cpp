// Which block 【…】 a statement must stand in.
#include "workbench.hpp"

namespace tiaoli::check {

bool stands_in_matter(Workbench& bench, const Statement& statement, const std::string& word) {
    using diag::Message;
    if (statement.home.kind == Home::Kind::Matter) {
        return true;
    }
    if (statement.home.kind != Home::Kind::Misread) {
        const bool nowhere = statement.home.kind == Home::Kind::Nowhere;
        bench.messages.add(nowhere ? Message::NeedsBlock : Message::NeedsMatter,
                           statement.tree->span(statement.node), {word});
    }
    return false;
}

} // namespace tiaoli::check
