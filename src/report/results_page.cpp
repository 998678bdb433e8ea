// Result tables as one page of HTML.
#include "results_page.hpp"

#include "figures.hpp"

#include "tiaoli/source/html.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>

namespace tiaoli::report {

namespace {

/// Fonts of Windows and WPS first, then those of Apple and Linux.
constexpr std::string_view head = R"(<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{}</title>
<style>
@page {{ size: A4 landscape; margin: 12mm }}
body {{ font: 14px/1.5 "Microsoft YaHei", "微软雅黑", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Zen Hei", SimSun, "宋体", sans-serif; color: #1a1a1a; background: #fff; margin: 1.5em auto; max-width: 1400px; padding: 0 1em }}
h1 {{ font-size: 1.5em; color: #1f3a5f; margin: 0 0 .2em }}
h2 {{ font-size: 1.15em; color: #1f3a5f; margin: 1.6em 0 .4em; border-bottom: 2px solid #1f3a5f }}
p {{ margin: .3em 0 }}
nav a {{ margin-right: 1em }}
table {{ border-collapse: collapse; width: 100%; margin: .4em 0 }}
table.narrow {{ width: auto }}
th, td {{ border: 1px solid #b8c4d0; padding: 3px 6px; text-align: left; vertical-align: top; overflow-wrap: anywhere }}
th {{ background: #dde6f0; text-align: center; white-space: nowrap }}
td.figure {{ text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums }}
td.short {{ white-space: nowrap }}
tr.pass td.verdict {{ color: #17692f }}
tr.fail td.verdict {{ color: #a11d1d; font-weight: bold }}
tr.open td.verdict {{ color: #8a5a00; font-weight: bold }}
.note {{ color: #555; font-size: .9em }}
@media print {{
body {{ font-size: 8.5pt; margin: 0; max-width: none; padding: 0 }}
nav {{ display: none }}
thead {{ display: table-header-group }}
tr {{ break-inside: avoid }}
h2 {{ break-after: avoid }}
}}
</style>
</head>
<body>
)";

/// Sentences that many rows share: the rows show their numbers, and each stands once below the table.
class Notes {
  public:
    /// “注1—3、7” for sentences joined by “；”.
    std::string numbers(std::string_view joined);
    const std::vector<std::string>& all() const { return all_; }

  private:
    std::size_t number(const std::string& note);

    std::vector<std::string> all_;
    std::map<std::string, std::size_t> places_;
};

class Page {
  public:
    Page(const Outcome& outcome, const std::vector<ResultTable>& tables)
        : outcome_(outcome), tables_(tables) {}

    std::string write();

  private:
    void write_opening();
    void write_verdicts(const std::vector<MatterFigures>& all);
    void write_articles(const std::vector<MatterFigures>& all);
    void write_sums(const std::vector<MatterFigures>& all);
    void write_table(std::size_t index);
    void write_row(const ResultTable& table, const std::vector<Cell>& row,
                   const std::vector<std::size_t>& shown);
    void write_remarks(const ResultTable& table, const std::vector<std::size_t>& shown);
    void open_table(std::string_view style, const std::vector<std::string>& headings);
    void write_cell(std::string_view style, std::string_view text);
    void write_count(std::size_t count) { write_cell("figure", std::to_string(count)); }
    const std::string& name_of(const MatterFigures& matter) const {
        return outcome_.scene.schema().matters[matter.matter].name;
    }

    const Outcome& outcome_;
    const std::vector<ResultTable>& tables_;
    Notes notes_; ///< of the table being written
    std::string out_;
};

bool is_verdict(const Column& column);
std::string_view row_style(std::string_view verdict);
std::string_view cell_style(const Column& column, const Cell& cell);
std::string shown_text(const Column& column, const Cell& cell);
std::vector<std::size_t> filled_columns(const ResultTable& table);

} // namespace

std::string results_page(const Outcome& outcome, const std::vector<ResultTable>& tables) {
    return Page{outcome, tables}.write();
}

namespace {

std::string Page::write() {
    write_opening();
    const std::vector<MatterFigures> all = figures(outcome_);
    write_verdicts(all);
    write_articles(all);
    write_sums(all);
    for (std::size_t index = 0; index < tables_.size(); ++index)
        write_table(index);
    out_ += "</body>\n</html>\n";
    return std::move(out_);
}

void Page::write_opening() {
    const model::Policy& policy = outcome_.scene.project.policy;
    const std::string title = source::html_escaped(policy.schema.policy_name + "　办理结果");
    out_ = fmt::format(fmt::runtime(head), title);
    out_ += fmt::format("<h1>{}</h1>\n<p class=\"note\">今日按 {}；程序 tiaoli {}", title,
                        outcome_.options.today.to_text(), source::html_escaped(outcome_.program_version));
    if (outcome_.options.only_version.valid())
        out_ += "；全部按 " + source::html_escaped(policy.versions[outcome_.options.only_version].name);
    out_ += "</p>\n<nav>";
    for (std::size_t index = 0; index < tables_.size(); ++index)
        out_ += fmt::format("<a href=\"#t{}\">{}</a>", index, source::html_escaped(tables_[index].name));
    out_ += "</nav>\n";
}

void Page::write_verdicts(const std::vector<MatterFigures>& all) {
    std::vector<std::string> headings{"事项", "件数"};
    for (const model::Verdict verdict : listed_verdicts)
        headings.emplace_back(model::verdict_name(verdict));
    headings.emplace_back("其中试算");
    out_ += "<h2>小结：各事项的结论（件）</h2>\n";
    open_table("narrow", headings);
    for (const MatterFigures& matter : all) {
        out_ += "<tr>";
        write_cell("short", name_of(matter));
        write_count(matter.decided);
        for (const model::Verdict verdict : listed_verdicts) {
            const auto count = matter.verdicts.find(verdict);
            write_count(count == matter.verdicts.end() ? 0 : count->second);
        }
        write_count(matter.trials);
        out_ += "</tr>\n";
    }
    out_ += "</tbody></table>\n";
}

void Page::write_articles(const std::vector<MatterFigures>& all) {
    out_ += "<h2>小结：没有通过的条（件）</h2>\n";
    open_table("narrow", {"事项", "条", "未通过", "无法判断"});
    for (const MatterFigures& matter : all) {
        for (const ArticleFigures& article : matter.articles) {
            out_ += "<tr>";
            write_cell("short", name_of(matter));
            write_cell("short", article.label.empty() ? "（不在条下）" : article.label);
            write_count(article.failing);
            write_count(article.undecided);
            out_ += "</tr>\n";
        }
    }
    out_ += "</tbody></table>\n";
}

void Page::write_sums(const std::vector<MatterFigures>& all) {
    out_ += "<h2>小结：通过的合计（元）</h2>\n";
    open_table("narrow", {"事项", "输出", "合计"});
    for (const MatterFigures& matter : all) {
        for (const SumFigure& figure : matter.sums) {
            out_ += "<tr>";
            write_cell("short", name_of(matter));
            write_cell("short", outcome_.scene.schema().fields[figure.field].name);
            write_cell("figure", value::money_text(figure.sum));
            out_ += "</tr>\n";
        }
    }
    out_ += "</tbody></table>\n<p class=\"note\">只列可以相加的金额，不含试算。</p>\n";
}

void Page::write_table(std::size_t index) {
    const ResultTable& table = tables_[index];
    out_ += fmt::format("<h2 id=\"t{}\">{}（{} 行）</h2>\n", index, source::html_escaped(table.name),
                        table.rows.size());
    if (table.rows.empty())
        return;
    const std::vector<std::size_t> shown = filled_columns(table);
    std::vector<std::string> headings;
    for (const std::size_t column : shown)
        headings.push_back(table.columns[column].heading);
    open_table("", headings);
    notes_ = {};
    for (const std::vector<Cell>& row : table.rows)
        write_row(table, row, shown);
    out_ += "</tbody></table>\n";
    write_remarks(table, shown);
}

void Page::write_remarks(const ResultTable& table, const std::vector<std::size_t>& shown) {
    for (std::size_t at = 0; at < notes_.all().size(); ++at)
        out_ +=
            fmt::format("<p class=\"note\">注{}　{}</p>\n", at + 1, source::html_escaped(notes_.all()[at]));
    std::string empty;
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        if (std::find(shown.begin(), shown.end(), column) == shown.end())
            empty += (empty.empty() ? "" : "、") + source::html_escaped(table.columns[column].heading);
    }
    if (!empty.empty())
        out_ += "<p class=\"note\">各行都空着、没有列出的列：" + empty + "。</p>\n";
}

void Page::write_row(const ResultTable& table, const std::vector<Cell>& row,
                     const std::vector<std::size_t>& shown) {
    const auto verdict =
        std::find_if(table.columns.begin(), table.columns.end(), is_verdict) - table.columns.begin();
    const bool has_verdict = static_cast<std::size_t>(verdict) < row.size();
    const std::string_view style =
        has_verdict ? row_style(row[static_cast<std::size_t>(verdict)].text) : std::string_view{};
    out_ += style.empty() ? "<tr>" : fmt::format("<tr class=\"{}\">", style);
    for (const std::size_t column : shown)
        write_cell(cell_style(table.columns[column], row[column]),
                   table.columns[column].has_notes ? notes_.numbers(row[column].text)
                                                   : shown_text(table.columns[column], row[column]));
    out_ += "</tr>\n";
}

void Page::open_table(std::string_view style, const std::vector<std::string>& headings) {
    out_ += style.empty() ? "<table><thead><tr>" : fmt::format("<table class=\"{}\"><thead><tr>", style);
    for (const std::string& heading : headings)
        out_ += "<th>" + source::html_escaped(heading) + "</th>";
    out_ += "</tr></thead><tbody>\n";
}

void Page::write_cell(std::string_view style, std::string_view text) {
    out_ += style.empty() ? "<td>" : fmt::format("<td class=\"{}\">", style);
    out_ += source::html_escaped(text) + "</td>";
}

std::string Notes::numbers(std::string_view joined) {
    constexpr std::string_view between = "；";
    std::set<std::size_t> found;
    for (std::size_t at = 0; at < joined.size();) {
        const std::size_t stop = std::min(joined.find(between, at), joined.size());
        found.insert(number(std::string{joined.substr(at, stop - at)}));
        at = stop + between.size();
    }
    std::string out;
    for (auto first = found.begin(); first != found.end();) {
        auto last = first;
        while (std::next(last) != found.end() && *std::next(last) == *last + 1)
            ++last;
        out += (out.empty() ? "注" : "、") + std::to_string(*first);
        out += first == last ? std::string{} : "—" + std::to_string(*last);
        first = std::next(last);
    }
    return out;
}

std::size_t Notes::number(const std::string& note) {
    const auto [place, is_new] = places_.try_emplace(note, all_.size() + 1);
    if (is_new)
        all_.push_back(note);
    return place->second;
}

bool is_verdict(const Column& column) {
    return column.kind == model::TypeKind::Enumeration && column.heading == "结论";
}

std::string_view row_style(std::string_view verdict) {
    if (verdict == model::verdict_name(model::Verdict::Pass))
        return "pass";
    if (verdict == model::verdict_name(model::Verdict::Fail))
        return "fail";
    return verdict == model::verdict_name(model::Verdict::NotApplicable) ? "" : "open";
}

std::string_view cell_style(const Column& column, const Cell& cell) {
    if (is_verdict(column))
        return "verdict short";
    if (cell.value && std::holds_alternative<value::Number>(*cell.value))
        return "figure";
    return cell.value || cell.text.size() <= 20 ? "short" : "";
}

std::string shown_text(const Column& column, const Cell& cell) {
    const auto* number = cell.value ? std::get_if<value::Number>(&*cell.value) : nullptr;
    return number != nullptr && column.kind == model::TypeKind::Money ? value::money_text(*number)
                                                                      : cell.text;
}

std::vector<std::size_t> filled_columns(const ResultTable& table) {
    std::vector<std::size_t> out;
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        if (std::any_of(table.rows.begin(), table.rows.end(),
                        [&](const std::vector<Cell>& row) { return !row[column].text.empty(); }))
            out.push_back(column);
    }
    return out;
}

} // namespace

} // namespace tiaoli::report
