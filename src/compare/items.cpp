// Walks the trees of a version from top to bottom.
#include "items.hpp"

namespace tiaoli::compare {

namespace {

using syntax::Kind;
using syntax::NodeId;
using syntax::Tree;

class Walk {
  public:
    explicit Walk(const project::Project& project) : version_(project.policy.versions[model::VersionId{0}]) {
        for (const Tree& tree : project.versions.front()) {
            article_ = {};
            home_.clear();
            for (const NodeId item : tree.children(tree.root()))
                take(tree, item);
        }
    }

    std::vector<Item> items;

  private:
    void take(const Tree& tree, NodeId node) {
        switch (tree.kind(node)) {
        case Kind::heading:
            article_ = article_at(tree.span(node));
            home_.clear();
            return;
        case Kind::block:
            home_ = tree.verbatim(tree.child(node, Kind::name));
            return;
        case Kind::law_line:
        case Kind::bad_statement:
            return;
        default:
            break;
        }
        Item item{tree.kind(node), article_, home_, tree.span(node), {}};
        if (const NodeId named = tree.child(node, Kind::exempted_article); named.valid())
            item.exempted.push_back(tree.span(named));
        items.push_back(std::move(item));
    }

    /// The article that the heading opens; none for a chapter.
    model::ArticleId article_at(const source::Span& heading) const {
        for (std::uint32_t index = 0; index < version_.articles.size(); ++index) {
            if (version_.articles[model::ArticleId{index}].span == heading)
                return {index};
        }
        return {};
    }

    const model::Version& version_;
    model::ArticleId article_;
    std::string home_;
};

} // namespace

std::vector<Item> items_of(const project::Project& project) { return Walk{project}.items; }

std::size_t item_at(const std::vector<Item>& items, const source::Span& span) {
    std::size_t at = 0;
    while (at < items.size() && !(items[at].span.source == span.source &&
                                  items[at].span.begin <= span.begin && span.begin < items[at].span.end))
        ++at;
    return at;
}

} // namespace tiaoli::compare
