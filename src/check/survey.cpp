// Walks each file from top to bottom: articles and chapters, and for every statement its article and its block.
#include "headings.hpp"
#include "workbench.hpp"

#include <array>

namespace tiaoli::check {

namespace {

using diag::Message;

class Survey {
  public:
    Survey(Workbench& bench, VersionWork& work) : bench_(bench), work_(work), version_(bench.version(work)) {}

    void run() {
        for (const Tree* tree : work_.trees) {
            tree_ = tree;
            article_ = {};
            home_ = {};
            chapters_ = {};
            last_ = {};
            for (NodeId item : tree->children(tree->root())) {
                take(item);
            }
        }
    }

  private:
    Workbench& bench_;
    VersionWork& work_;
    model::Version& version_;
    const Tree* tree_ = nullptr;
    model::ArticleId article_;
    Home home_;

    struct Last {
        HeadingNumber number;
        std::string label;
    };
    std::array<std::string, 3> chapters_;     ///< 编 章 节 that stand above, as written
    std::array<std::optional<Last>, 4> last_; ///< the last heading of each level
    std::map<HeadingNumber, source::Span> articles_;
    std::map<std::pair<HeadingNumber, std::string>, source::Span> headings_;

    void take(NodeId item) {
        switch (tree_->kind(item)) {
        case Kind::heading:
            return take_heading(item);
        case Kind::law_line:
            if (article_.valid()) {
                version_.articles[article_].paragraphs.push_back(trimmed(tree_->verbatim(item)));
            }
            return;
        case Kind::block:
            return take_block(tree_->child(item, Kind::name));
        case Kind::bad_statement:
            return;
        default:
            work_.statements.push_back({tree_, item, article_, home_});
        }
    }

    static std::string trimmed(std::string_view text) {
        constexpr std::string_view wide_blank = "\u3000";
        for (bool changed = true; changed;) {
            changed = false;
            if (!text.empty() && (text.front() == ' ' || text.front() == '\t')) {
                text.remove_prefix(1);
                changed = true;
            } else if (text.starts_with(wide_blank)) {
                text.remove_prefix(wide_blank.size());
                changed = true;
            } else if (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) {
                text.remove_suffix(1);
                changed = true;
            } else if (text.ends_with(wide_blank)) {
                text.remove_suffix(wide_blank.size());
                changed = true;
            }
        }
        return std::string(text);
    }

    void take_heading(NodeId item) {
        home_ = {};
        const NodeId written = tree_->child(item, Kind::heading_number);
        const NodeId title_node = tree_->child(item, Kind::heading_title);
        const std::string title = title_node.valid() ? trimmed(tree_->verbatim(title_node)) : std::string{};
        std::string_view rest;
        const std::string text = tree_->text(written);
        const auto number = read_heading(text, rest);
        if (!number) {
            return;
        }
        const bool is_article = number->level == HeadingLevel::Article;
        const std::string label = is_article ? article_label(*number) : tree_->display(written);
        check_order(*number, label, written);
        if (!is_article) {
            take_chapter(*number, label, title, written);
        }
        if (is_article || number->number == 0) {
            open_article(*number, label, title, item);
        }
    }

    void check_order(const HeadingNumber& number, const std::string& label, NodeId written) {
        const auto level = static_cast<std::size_t>(number.level);
        if (last_[level] && number.number != 0 && number < last_[level]->number) {
            bench_.messages.add(Message::HeadingOrder, tree_->span(written), {label, last_[level]->label});
        }
        last_[level] = Last{number, label};
        for (std::size_t below = level + 1; below < static_cast<std::size_t>(HeadingLevel::Article);
             ++below) {
            last_[below].reset(); // sections start again in each chapter; articles run on
        }
    }

    void take_chapter(const HeadingNumber& number, const std::string& label, const std::string& title,
                      NodeId written) {
        article_ = {};
        const auto level = static_cast<std::size_t>(number.level);
        chapters_[level] = title.empty() ? label : label + " " + title;
        std::string above;
        for (std::size_t each = 0; each < chapters_.size(); ++each) {
            if (each > level) {
                chapters_[each].clear();
            } else if (each < level) {
                above += chapters_[each] + "\n";
            }
        }
        const auto [before, is_new] = headings_.try_emplace({number, above}, tree_->span(written));
        if (!is_new) {
            bench_.messages.add(Message::ChapterTwice, tree_->span(written), {label}).notes = {
                {before->second, Message::OtherPlace, {}}};
        }
    }

    void open_article(const HeadingNumber& number, const std::string& label, const std::string& title,
                      NodeId item) {
        const source::Span span = tree_->span(tree_->child(item, Kind::heading_number));
        const auto [before, is_new] = articles_.try_emplace(number, span);
        if (!is_new && number.number != 0) {
            bench_.messages.add(Message::DuplicateArticle, span, {label}).notes = {
                {before->second, Message::OtherPlace, {}}};
        }
        model::Article article;
        article.label = label;
        article.number = number.number;
        article.insertion = number.insertion;
        article.title = title;
        article.span = tree_->span(item);
        for (const std::string& chapter : chapters_) {
            if (!chapter.empty()) {
                article.chapters.push_back(chapter);
            }
        }
        article_ = version_.articles.add(std::move(article));
    }

    void take_block(NodeId name) {
        const std::string text = tree_->text(name);
        const auto matter = bench_.names.matters.find(text);
        if (matter != bench_.names.matters.end() && work_.matters.contains(matter->second)) {
            home_ = {Home::Kind::Matter, bench_.schema().matters[matter->second].record, matter->second};
            return;
        }
        if (const auto record = bench_.names.records.find(text); record != bench_.names.records.end()) {
            home_ = {Home::Kind::Record, record->second, {}};
            return;
        }
        home_ = {Home::Kind::Misread, {}, {}};
        std::vector<std::string> names;
        for (const auto& [other, id] : bench_.names.matters) {
            names.push_back(other);
        }
        for (const auto& [other, id] : bench_.names.records) {
            names.push_back(other);
        }
        const std::string near = nearest(text, names);
        if (near.empty()) {
            bench_.messages.add(Message::UnknownBlock, tree_->span(name), {tree_->display(name)});
            return;
        }
        bench_.messages.add(Message::UnknownBlockNear, tree_->span(name), {tree_->display(name), near}).fix =
            diag::Fix{tree_->span(name), near};
    }
};

} // namespace

void survey(Workbench& bench) {
    for (VersionWork& work : bench.versions) {
        Survey(bench, work).run();
    }
}

} // namespace tiaoli::check
