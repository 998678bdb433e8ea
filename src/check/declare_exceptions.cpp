// Finds the definition that each 不受第X条限制，名 ＝ … speaks of.
#include "exceptions.hpp"
#include "headings.hpp"

#include <algorithm>

namespace tiaoli::check {

namespace {

using diag::Message;

class Exceptions {
  public:
    Exceptions(Workbench& bench, VersionWork& work) : bench_(bench), work_(work) {}

    void run() {
        for (std::size_t index = 0; index < work_.statements.size(); ++index) {
            const Statement& at = work_.statements[index];
            if (at.tree->kind(at.node) != Kind::exception_definition || at.home.kind == Home::Kind::Misread) {
                continue;
            }
            if (at.home.kind == Home::Kind::Nowhere) {
                bench_.messages.add(Message::NeedsBlock, at.tree->span(at.node));
            } else if (const auto article = exempted_article(bench_, work_, at)) {
                declare(index, at, *article);
            }
        }
    }

  private:
    Workbench& bench_;
    VersionWork& work_;

    void declare(std::size_t index, const Statement& at, model::ArticleId article) {
        const NodeId name = at.tree->child(at.node, Kind::name);
        const auto known = bench_.names.fields.find({at.home.record, at.tree->text(name)});
        if (known == bench_.names.fields.end() || !is_defined_in(known->second, article)) {
            return report(at, name, article);
        }
        const model::Field& field = bench_.schema().fields[known->second];
        if (field.matter != at.home.matter) {
            const std::string& block = field.matter.valid() ? bench_.schema().matters[field.matter].name
                                                            : bench_.schema().records[field.record].name;
            bench_.messages.add(Message::ExceptionElsewhere, at.tree->span(name), {field.name, block});
            return;
        }
        work_.exceptions[known->second].push_back(index);
    }

    bool is_defined_in(model::FieldId field, model::ArticleId article) const {
        const auto found = work_.definitions.find(field);
        return found != work_.definitions.end() &&
               std::any_of(found->second.begin(), found->second.end(),
                           [&](std::size_t place) { return work_.statements[place].article == article; });
    }

    void report(const Statement& at, NodeId name, model::ArticleId article) {
        const std::string& label = bench_.version(work_).articles[article].label;
        std::vector<std::string> names;
        for (const auto& [field, places] : work_.definitions) {
            const model::Field& each = bench_.schema().fields[field];
            if (each.record == at.home.record && is_defined_in(field, article)) {
                names.push_back(each.name);
            }
        }
        const std::string written = at.tree->display(name);
        const std::string near = nearest(written, names);
        near.empty() ? bench_.messages.add(Message::ExemptedDefinition, at.tree->span(name), {label, written})
                     : bench_.messages.add(Message::ExemptedDefinitionNear, at.tree->span(name),
                                           {label, written, near});
    }
};

} // namespace

std::optional<model::ArticleId> exempted_article(Workbench& bench, const VersionWork& work,
                                                 const Statement& statement) {
    const Tree& tree = *statement.tree;
    const NodeId written = tree.child(statement.node, Kind::exempted_article);
    std::string_view rest;
    const std::string text = tree.text(written);
    const auto number = read_heading(text, rest);
    const bool is_article = number && number->level == HeadingLevel::Article;
    const std::string label = is_article ? article_label(*number) : text;
    std::vector<std::string> labels;
    const model::Version& version = bench.version(work);
    for (std::uint32_t index = 0; index < version.articles.size(); ++index) {
        labels.push_back(version.articles[model::ArticleId{index}].label);
        if (labels.back() == label && rest.empty()) {
            return model::ArticleId{index};
        }
    }
    const bool is_part = std::find(labels.begin(), labels.end(), label) != labels.end(); // 第一条第二款
    const std::string near = is_part ? label : nearest(label, labels);
    near.empty()
        ? bench.messages.add(diag::Message::ExemptedArticle, tree.span(written), {tree.display(written)})
        : bench.messages.add(diag::Message::ExemptedArticleNear, tree.span(written),
                             {tree.display(written), near});
    return std::nullopt;
}

void declare_exceptions(Workbench& bench, VersionWork& work) { Exceptions(bench, work).run(); }

} // namespace tiaoli::check
