// The outcome of the changes as text: what no example notices first, what cannot be noticed, counts by kind, the share last.
#include "mutation_words.hpp"

#include "tiaoli/explain/wording.hpp"
#include "tiaoli/source/characters.hpp"

#include <fmt/format.h>

#include <array>

namespace tiaoli::suite {

namespace {

class Text {
  public:
    Text(const project::Project& project, const Mutations& mutations, diag::Language language)
        : project_(project), mutations_(mutations), language_(language) {}

    std::string write();

  private:
    void write_survivors();
    void write_explained();
    void write_needless();
    void write_kinds();
    void write_share();
    void write_change(const MutantResult& change);
    template <class... Values>
    void say(std::string_view chinese, std::string_view english, const Values&... values) {
        out_ += fmt::format(fmt::runtime(explain::in(language_, chinese, english)), values...);
        out_ += '\n';
    }

    const project::Project& project_;
    const Mutations& mutations_;
    diag::Language language_;
    std::string out_;
};

} // namespace

std::string render(const project::Project& project, const Mutations& mutations, diag::Language language) {
    return Text{project, mutations, language}.write();
}

namespace {

std::string Text::write() {
    write_survivors();
    write_explained();
    write_needless();
    write_kinds();
    write_share();
    return std::move(out_);
}

void Text::write_survivors() {
    if (mutations_.unexplained() == 0)
        return;
    say("案例没有发现的改动：", "Changes that no example notices:");
    for (const MutantResult& change : mutations_.changes) {
        if (change.fate != Fate::Survived && change.fate != Fate::NotReached)
            continue;
        write_change(change);
        if (change.fate == Fate::NotReached)
            say("      没有案例用到这里：请加一个用到它的案例",
                "      no example comes here: add one that does");
        else
            say("      案例用到了这里，但结论和数都没有变：请加一个改了就会变的案例，如恰在界上和刚过界的",
                "      examples come here, but nothing changes: add one that would, such as one at the bound "
                "and one just beyond it");
    }
    out_ += '\n';
}

void Text::write_explained() {
    if (mutations_.count(Fate::Explained) == 0)
        return;
    say("改了也不会有不同、已经说明理由的：",
        "Changes that cannot make a difference, with the reason given:");
    for (const MutantResult& change : mutations_.changes) {
        if (change.fate != Fate::Explained)
            continue;
        write_change(change);
        say("      理由：{}", "      reason: {}", change.told_by);
    }
    out_ += '\n';
}

void Text::write_change(const MutantResult& change) {
    const source::LineColumn at = project_.sources.line_column(change.place.source, change.place.begin);
    const std::string article =
        explain::article_label(project_.policy.versions[change.version], change.article);
    say("    {}:{}:{}  {}{}{}", "    {}:{}:{}  {}{}{}", project_.sources[change.place.source].path, at.line,
        at.column, article, article.empty() ? "" : "  ", change_words(change, language_));
    say("      {}", "      {}", lines_of(project_.sources, change.place));
}

void Text::write_needless() {
    for (const Unnoticeable& line : mutations_.without_fit)
        say("{} 第{}行：{} 里写着“{}”的地方没有{}这一处，请照上面列出的写，或者删去这一行",
            "{} line {}: no place in {} with the words “{}” has the change {}; write it as it is listed, or "
            "delete the line",
            line.place.file, line.place.row, line.file, line.words, line.change);
    for (const Unnoticeable& line : mutations_.noticed)
        say("{} 第{}行：{}案例能够发现，不用说明，请删去这一行",
            "{} line {}: the change {} is noticed by an example; delete the line", line.place.file,
            line.place.row, line.change);
    if (!mutations_.without_fit.empty() || !mutations_.noticed.empty())
        out_ += '\n';
}

void Text::write_kinds() {
    constexpr std::size_t kinds = 10;
    struct Counts {
        std::size_t all = 0;
        std::size_t caught = 0;
        std::size_t explained = 0;
    };
    std::array<Counts, kinds> counts{};
    int widest = 0;
    for (const MutantResult& change : mutations_.changes) {
        Counts& of = counts.at(static_cast<std::size_t>(change.kind));
        ++of.all;
        of.caught += change.fate == Fate::Caught ? 1 : 0;
        of.explained += change.fate == Fate::Explained ? 1 : 0;
        widest = std::max(widest, source::display_width(kind_words(change.kind, language_)));
    }
    for (std::size_t index = 0; index < kinds; ++index) {
        const Counts& of = counts.at(index);
        if (of.all == 0)
            continue;
        std::string name{kind_words(static_cast<ChangeKind>(index), language_)};
        name.append(static_cast<std::size_t>(widest - source::display_width(name)), ' ');
        say("  {}  改动 {} 处，案例发现 {}", "  {}  {} changes, {} noticed", name, of.all, of.caught);
        if (of.explained > 0) {
            out_.pop_back();
            say("，已说明 {}", ", {} explained", of.explained);
        }
    }
}

/// The share in tenths of a percent, rounded down: 100% is said only where it is so.
void Text::write_share() {
    constexpr std::size_t whole = 1000;
    constexpr std::size_t ten = 10;
    const std::size_t all = mutations_.changes.size();
    const std::size_t caught = mutations_.count(Fate::Caught);
    const std::size_t share = all == 0 ? whole : caught * whole / all;
    say("改动 {} 处，案例发现 {}（{}.{}%），已说明 {}，没有发现 {}",
        "{} changes, {} noticed ({}.{}%), {} explained, {} not noticed", all, caught, share / ten,
        share % ten, mutations_.count(Fate::Explained), mutations_.unexplained());
}

} // namespace

} // namespace tiaoli::suite
