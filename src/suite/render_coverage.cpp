// Coverage as text: a table by article, what is still without an example, and a line that counts each kind.
#include "render_coverage.hpp"

#include "tiaoli/explain/wording.hpp"
#include "tiaoli/source/characters.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace tiaoli::suite {

namespace {

constexpr std::size_t columns = 5;
using Row = std::array<std::string, columns>;

class Text {
  public:
    Text(const project::Project& project, const Results& results, model::VersionId id,
         diag::Language language)
        : project_(project), version_(project.policy.versions[id]), language_(language),
          coverage_(coverage(version_, id, results)) {}

    std::string write(CoverageDetail detail);

  private:
    void write_table();
    void write_gaps();
    void write_totals();
    std::string state_text(const ArticleCoverage& article) const;
    std::string gap_text(const Gap& gap) const;
    std::string label_of(model::ArticleId article) const;
    std::string_view in(std::string_view chinese, std::string_view english) const {
        return explain::in(language_, chinese, english);
    }
    template <class... Values>
    std::string words(std::string_view chinese, std::string_view english, const Values&... values) const {
        return fmt::format(fmt::runtime(in(chinese, english)), values...);
    }

    const project::Project& project_;
    const model::Version& version_;
    diag::Language language_;
    Coverage coverage_;
    std::string out_;
};

/// The column's texts, padded to one width on a screen.
void align(std::vector<Row>& rows, std::size_t column) {
    int widest = 0;
    for (const Row& row : rows)
        widest = std::max(widest, source::display_width(row[column]));
    for (Row& row : rows)
        row[column].append(static_cast<std::size_t>(widest - source::display_width(row[column])), ' ');
}

/// A long clause is known by how it begins; its line is given beside it.
std::string shortened(const std::string& text) {
    constexpr int most_columns = 60;
    std::size_t at = 0;
    for (int width = 0; at < text.size();) {
        const source::Character next = source::decode(text, at);
        width += source::display_width(next.code);
        if (width > most_columns)
            return text.substr(0, at) + "…";
        at += next.length;
    }
    return text;
}

std::string share_text(const Share& share) {
    return share.all == 0 ? "－" : fmt::format("{}/{}", share.covered, share.all);
}

} // namespace

std::string render_coverage(const project::Project& project, const Results& results, model::VersionId version,
                            diag::Language language, CoverageDetail detail) {
    return Text{project, results, version, language}.write(detail);
}

namespace {

std::string Text::write(CoverageDetail detail) {
    out_ += words("覆盖（{}）\n", "Coverage ({})\n", version_.name);
    if (detail == CoverageDetail::Full) {
        write_table();
        write_gaps();
    }
    write_totals();
    return std::move(out_);
}

void Text::write_table() {
    std::vector<Row> rows{{std::string{in("条文", "article")},
                           std::string{in("规则", "rules")},
                           std::string{in("情形", "clauses")},
                           std::string{in("表行", "rows")},
                           {}}};
    for (const ArticleCoverage& each : coverage_.articles)
        rows.push_back({label_of(each.article), share_text(each.rules), share_text(each.clauses),
                        share_text(each.rows), state_text(each)});
    for (std::size_t column = 0; column + 1 < columns; ++column)
        align(rows, column);
    for (const Row& row : rows) {
        std::string line;
        for (const std::string& cell : row)
            line += "  " + cell;
        line.erase(line.find_last_not_of(' ') + 1);
        out_ += line + "\n";
    }
}

std::string Text::state_text(const ArticleCoverage& article) const {
    if (!article.article.valid())
        return {};
    switch (article.state) {
    case ArticleState::Covered:
        return std::string{in("有案例覆盖", "covered")};
    case ArticleState::NoRule:
        return std::string{in("不设规则", "no rule (不设规则)")};
    case ArticleState::Declares:
        return std::string{in("只有声明", "declarations only")};
    case ArticleState::Open:
        break;
    }
    return std::string{in("尚未覆盖", "not covered")};
}

void Text::write_gaps() {
    if (coverage_.gaps.empty())
        return;
    out_ += words("  还缺案例的：\n", "  Still without an example:\n");
    for (const Gap& gap : coverage_.gaps) {
        const source::LineColumn at = project_.sources.line_column(gap.place.source, gap.place.begin);
        out_ += fmt::format("    {}:{}  {}  {}\n", project_.sources[gap.place.source].path, at.line,
                            label_of(gap.article), gap_text(gap));
    }
}

std::string Text::gap_text(const Gap& gap) const {
    const data::CaseData none;
    const explain::Scene scene{project_, none, language_};
    switch (gap.kind) {
    case GapKind::NoExample:
        return words("规则“{}”：没有案例", "rule “{}”: no example", gap.label);
    case GapKind::NeverFailed:
        return words("规则“{}”：没有不成立的案例", "rule “{}”: no example where it fails", gap.label);
    case GapKind::NeverHeld:
        return words("规则“{}”：没有成立的案例", "rule “{}”: no example where it holds", gap.label);
    case GapKind::NeverTaken:
        if (gap.row != 0)
            return words("表 {} 第{}行“{}”：没有取到", "table {}, row {} “{}”: never taken",
                         project_.policy.schema.fields[gap.field].name, gap.row,
                         shortened(explain::quoted(scene, gap.words)));
        return words("情形 {}“{}”：没有取到", "clause {} “{}”: never taken",
                     project_.policy.schema.fields[gap.field].name,
                     shortened(explain::quoted(scene, gap.words)));
    case GapKind::NeverLifted:
        break;
    }
    return words("例外“{}”：没有成立", "exception “{}”: never holds",
                 shortened(explain::quoted(scene, gap.words)));
}

void Text::write_totals() {
    const std::size_t outside =
        !coverage_.articles.empty() && !coverage_.articles.back().article.valid() ? 1 : 0;
    const std::size_t open = coverage_.count(ArticleState::Open);
    const std::size_t declares = coverage_.count(ArticleState::Declares);
    out_ += words("  条文 {} 条：有案例覆盖 {}，不设规则 {}", "  {} articles: {} covered, {} without rules",
                  coverage_.articles.size() - outside, coverage_.count(ArticleState::Covered),
                  coverage_.count(ArticleState::NoRule));
    if (declares > 0)
        out_ += words("，只有声明 {}", ", {} with declarations only", declares);
    if (open > 0)
        out_ += words("，尚未覆盖 {}", ", {} not covered", open);
    out_ += words("\n  规则 {} 条：两种结果都有 {}\n", "\n  {} rules: {} both held and failed\n",
                  coverage_.rules.all, coverage_.rules.covered);
    out_ += words("  情形 {} 种：取到 {}\n", "  {} clauses: {} taken\n", coverage_.clauses.all,
                  coverage_.clauses.covered);
    if (coverage_.rows.all > 0)
        out_ += words("  表行 {} 行：取到 {}\n", "  {} rows of tables: {} taken\n", coverage_.rows.all,
                      coverage_.rows.covered);
}

std::string Text::label_of(model::ArticleId article) const {
    const std::string label = explain::article_label(version_, article);
    return label.empty() ? std::string{in("（不在条下）", "(no article)")} : label;
}

} // namespace

} // namespace tiaoli::suite
