// A comparison as text, layer by layer.
#include "tiaoli/compare/report.hpp"

#include "decision_lines.hpp"
#include "phrases.hpp"
#include "shortened.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tiaoli::compare {

namespace {

class ReportText {
  public:
    explicit ReportText(const Report& report) : report_(report), phrases_(report) {}

    std::string write();

  private:
    void write_text();
    void write_article(std::size_t at);
    void write_rules();
    void write_change(const Change& change);
    std::string marked(const std::vector<Piece>& pieces) const;
    std::string_view in(std::string_view chinese, std::string_view english) const {
        return phrases_.in(chinese, english);
    }
    void line(const std::string& text) { out_ += text + "\n"; }

    const Report& report_;
    Phrases phrases_;
    std::string out_;
};

bool differs(const ArticlePair& pair) {
    return !pair.before.valid() || !pair.after.valid() || pair.renumbered || pair.moved ||
           pair.chapter_renamed || pair.retitled || pair.reworded;
}

std::string joined(const std::vector<std::string>& names, std::string_view between) {
    std::string out;
    for (const std::string& name : names)
        out += (out.empty() ? std::string{} : std::string{between}) + name;
    return out;
}

} // namespace

std::string report_text(const Report& report) { return ReportText{report}.write(); }

namespace {

std::string ReportText::write() {
    line(fmt::format(fmt::runtime(in("对比　{}", "Comparison of {}")),
                     report_.after.policy.schema.policy_name));
    line(fmt::format(fmt::runtime(in("  旧：{}　新：{}", "  old: {}; new: {}")), phrases_.before().name,
                     phrases_.after().name));
    write_text();
    write_rules();
    if (report_.decisions)
        out_ += decision_lines(report_);
    return std::move(out_);
}

void ReportText::write_text() {
    line(std::string{in("\n一、条文", "\n1. Text")});
    std::size_t same = 0;
    for (std::size_t at = 0; at < report_.comparison.articles.size(); ++at) {
        if (differs(report_.comparison.articles[at]))
            write_article(at);
        else
            ++same;
    }
    if (same == 0 && !report_.comparison.articles.empty())
        return;
    line(fmt::format(
        fmt::runtime(
            same == report_.comparison.articles.size()
                ? in("  {} 条的条文都没有改变", "  the text of all {} articles is the same")
                : in("  其余 {} 条的条文没有改变", "  the text of the other {} articles is the same")),
        same));
}

std::string ReportText::marked(const std::vector<Piece>& pieces) const {
    std::string out;
    for (const Piece& piece : shortened(pieces)) {
        if (piece.kind == PieceKind::Same)
            out += piece.text;
        else
            out += (piece.kind == PieceKind::Removed ? std::string{in("〔删：", "[-")}
                                                     : std::string{in("〔增：", "[+")}) +
                   piece.text + std::string{in("〕", "]")};
    }
    std::replace(out.begin(), out.end(), '\n', ' ');
    return out;
}

void ReportText::write_article(std::size_t at) {
    const ArticlePair& pair = report_.comparison.articles[at];
    line("  " + phrases_.article(pair) + "　" + joined(phrases_.article_names(at), in("、", ", ")));
    if (pair.reworded)
        line("    " + marked(pair.words.pieces));
    if (pair.reworded && pair.before.valid() && pair.after.valid() && !pair.words.figures.empty())
        line(fmt::format(fmt::runtime(in("    条文里改了的数：{}", "    figures in the text: {}")),
                         phrases_.figures(pair.words.figures)));
}

void ReportText::write_rules() {
    line(std::string{in("\n二、规则", "\n2. Rules")});
    if (report_.comparison.changes.empty())
        return line(std::string{in("  没有改变", "  nothing changed")});
    std::size_t last = Change::no_pair - 1;
    for (const Change& change : report_.comparison.changes) {
        if (change.pair != last) {
            last = change.pair;
            line("  " + (last == Change::no_pair ? std::string{in("条文以外", "Outside the articles")}
                                                 : phrases_.article_way(report_.comparison.articles[last])));
        }
        write_change(change);
    }
}

void ReportText::write_change(const Change& change) {
    const std::string figures = change.figures.empty() ? "" : "　" + phrases_.figures(change.figures);
    line("    " + phrases_.change_name(change) + "　" + phrases_.unit(change) + figures);
    if (change.before)
        line(std::string{in("      旧：", "      old: ")} + change.before->words);
    if (change.after)
        line(std::string{in("      新：", "      new: ")} + change.after->words);
}

} // namespace

} // namespace tiaoli::compare
