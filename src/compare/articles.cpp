// Pairs articles, the likest first.
#include "articles.hpp"

#include "items.hpp"

#include "tiaoli/source/folded.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace tiaoli::compare {

namespace {

/// Its very words: whatever else is like it, or has its number, this is the same article.
constexpr int same_words = 2000;
/// Articles with less in common are different ones.
constexpr int least_likeness = 350;
/// One number on both sides tells between texts of about the same likeness, and lets a rewritten article be the same one.
constexpr int same_number = 250;

const model::Version& only_version(const project::Project& project) {
    return project.policy.versions[model::VersionId{0}];
}

std::string law_text(const model::Article& article) {
    std::string text;
    for (const std::string& paragraph : article.paragraphs)
        text += (text.empty() ? "" : "\n") + paragraph;
    return text;
}

/// By which an article is known: its law text; where it has none, its title and statements.
std::vector<std::string> texts_of(const project::Project& project) {
    std::vector<std::string> texts;
    for (const model::Article& article : only_version(project).articles)
        texts.push_back(law_text(article));
    std::vector<std::string> statements(texts.size());
    for (const Item& item : items_of(project)) {
        if (item.article.valid())
            statements[item.article.index] += project.sources.text(item.span);
    }
    for (std::uint32_t index = 0; index < texts.size(); ++index) {
        if (texts[index].empty())
            texts[index] = only_version(project).articles[model::ArticleId{index}].title + statements[index];
    }
    return texts;
}

struct Candidate {
    int likeness = 0;
    model::ArticleId before;
    model::ArticleId after;
};

std::vector<Candidate> candidates(const project::Project& before, const project::Project& after) {
    const std::vector<std::string> left = texts_of(before);
    const std::vector<std::string> right = texts_of(after);
    std::vector<Candidate> found;
    for (std::uint32_t old = 0; old < left.size(); ++old) {
        for (std::uint32_t now = 0; now < right.size(); ++now) {
            const bool numbered_alike = only_version(before).articles[model::ArticleId{old}].label ==
                                        only_version(after).articles[model::ArticleId{now}].label;
            const bool bare = left[old].empty() && right[now].empty();
            const bool same = !bare && left[old] == right[now];
            const int words = same ? same_words : likeness(left[old], right[now]);
            const int common = (bare && numbered_alike ? 1000 : words) + (numbered_alike ? same_number : 0);
            if (common >= least_likeness)
                found.push_back({common, {old}, {now}});
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const Candidate& one, const Candidate& other) {
        return one.likeness > other.likeness;
    });
    return found;
}

ArticlePair pair_of(const project::Project& before, const project::Project& after, model::ArticleId old,
                    model::ArticleId now) {
    ArticlePair pair;
    pair.before = old;
    pair.after = now;
    const model::Article none;
    const model::Article& left = old.valid() ? only_version(before).articles[old] : none;
    const model::Article& right = now.valid() ? only_version(after).articles[now] : none;
    pair.words = word_changes(law_text(left), law_text(right));
    const std::vector<Piece>& pieces = pair.words.pieces;
    pair.reworded = std::any_of(pieces.begin(), pieces.end(),
                                [](const Piece& piece) { return piece.kind != PieceKind::Same; });
    if (old.valid() && now.valid()) {
        pair.renumbered = left.label != right.label;
        pair.moved = left.chapters != right.chapters;
        pair.retitled = source::folded_words(left.title) != source::folded_words(right.title);
    }
    return pair;
}

/// A chapter that has another heading and the same articles as before has been renamed: none of its articles was moved.
void settle_chapters(const project::Project& before, const project::Project& after,
                     std::vector<ArticlePair>& pairs) {
    using Chapters = std::vector<std::string>;
    std::map<Chapters, std::set<Chapters>> now_of;
    std::map<Chapters, std::set<Chapters>> old_of;
    const auto chapters = [](const project::Project& project, model::ArticleId article) {
        return only_version(project).articles[article].chapters;
    };
    for (const ArticlePair& pair : pairs) {
        if (!pair.before.valid() || !pair.after.valid())
            continue;
        now_of[chapters(before, pair.before)].insert(chapters(after, pair.after));
        old_of[chapters(after, pair.after)].insert(chapters(before, pair.before));
    }
    std::set<Chapters> said;
    for (ArticlePair& pair : pairs) {
        if (!pair.moved)
            continue;
        const Chapters old = chapters(before, pair.before);
        if (now_of[old].size() > 1 || old_of[chapters(after, pair.after)].size() > 1)
            continue;
        pair.moved = false;
        pair.chapter_renamed = said.insert(old).second;
    }
}

} // namespace

std::vector<ArticlePair> match_articles(const project::Project& before, const project::Project& after) {
    std::vector<model::ArticleId> new_of(only_version(before).articles.size());
    std::vector<model::ArticleId> old_of(only_version(after).articles.size());
    for (const Candidate& each : candidates(before, after)) {
        if (new_of[each.before.index].valid() || old_of[each.after.index].valid())
            continue;
        new_of[each.before.index] = each.after;
        old_of[each.after.index] = each.before;
    }
    std::vector<ArticlePair> pairs;
    std::uint32_t gone = 0; // articles up to here have been listed, or have a pair
    const auto list_gone = [&](std::uint32_t until) {
        for (; gone < until; ++gone) {
            if (!new_of[gone].valid())
                pairs.push_back(pair_of(before, after, {gone}, {}));
        }
    };
    for (std::uint32_t now = 0; now < old_of.size(); ++now) {
        if (old_of[now].valid())
            list_gone(old_of[now].index);
        pairs.push_back(pair_of(before, after, old_of[now], {now}));
    }
    list_gone(static_cast<std::uint32_t>(new_of.size()));
    settle_chapters(before, after, pairs);
    return pairs;
}

} // namespace tiaoli::compare
