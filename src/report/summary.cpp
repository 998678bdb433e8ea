// The outcome of a run in a few lines: verdicts, failing articles, sums of money.
#include "tiaoli/report/report.hpp"

#include "figures.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tiaoli::report {

namespace {

class Summary {
  public:
    explicit Summary(const Outcome& outcome) : outcome_(outcome), scene_(outcome.scene) {}

    std::string write();

  private:
    void write_verdicts(const MatterFigures& figures);
    void write_articles(const std::vector<ArticleFigures>& articles);
    void write_sums(const std::vector<SumFigure>& sums);
    std::string_view in(std::string_view chinese, std::string_view english) const {
        return explain::in(scene_.language, chinese, english);
    }
    std::string joined(const std::vector<std::string>& parts) const;

    const Outcome& outcome_;
    const explain::Scene& scene_;
    std::string out_;
};

/// The file in which the rows turned back are.
std::string_view turned_back_place(const std::vector<TableFormat>& formats) {
    if (std::find(formats.begin(), formats.end(), TableFormat::Csv) != formats.end())
        return "退回.csv";
    if (std::find(formats.begin(), formats.end(), TableFormat::Xlsx) != formats.end())
        return "结果.xlsx";
    return formats.front() == TableFormat::Json ? "结果.json" : "结果.html";
}

} // namespace

std::string summary(const Outcome& outcome) { return Summary{outcome}.write(); }

namespace {

std::string Summary::write() {
    for (const MatterFigures& matter : figures(outcome_)) {
        write_verdicts(matter);
        write_articles(matter.articles);
        write_sums(matter.sums);
    }
    if (!scene_.data.turned_back.empty())
        out_ += fmt::format(fmt::runtime(in("退回 {} 行（见 {}）\n", "{} rows turned back (see {})\n")),
                            scene_.data.turned_back.size(), turned_back_place(outcome_.formats));
    return std::move(out_);
}

void Summary::write_verdicts(const MatterFigures& figures) {
    std::vector<std::string> parts;
    for (const model::Verdict verdict : listed_verdicts) {
        const auto count = figures.verdicts.find(verdict);
        if (count != figures.verdicts.end())
            parts.push_back(fmt::format("{} {}", explain::verdict_text(scene_, verdict), count->second));
    }
    out_ += fmt::format(fmt::runtime(in("{}　{} 件", "{}: {} decided")),
                        scene_.schema().matters[figures.matter].name, figures.decided);
    if (!parts.empty())
        out_ += std::string{in("：", ": ")} + joined(parts);
    if (figures.trials > 0)
        out_ += fmt::format(fmt::runtime(in("（其中试算 {}）", " ({} of them trials)")), figures.trials);
    out_ += '\n';
}

void Summary::write_articles(const std::vector<ArticleFigures>& articles) {
    std::vector<std::string> parts;
    for (const ArticleFigures& article : articles) {
        if (article.failing == 0)
            continue;
        const std::string label{article.label.empty() ? in("（不在条下）", "(outside any article)")
                                                      : std::string_view{article.label}};
        parts.push_back(fmt::format("{} {}", label, article.failing));
    }
    if (!parts.empty())
        out_ += fmt::format("  {}{}\n", in("未通过的条：", "failing articles: "), joined(parts));
}

void Summary::write_sums(const std::vector<SumFigure>& sums) {
    std::vector<std::string> parts;
    for (const SumFigure& figure : sums) {
        const model::Field& field = scene_.schema().fields[figure.field];
        parts.push_back(
            fmt::format("{} {}", field.name, explain::scalar_text(scene_, field.type, figure.sum)));
    }
    if (!parts.empty())
        out_ += fmt::format("  {}{}\n", in("通过的合计：", "sums of those passed: "), joined(parts));
}

std::string Summary::joined(const std::vector<std::string>& parts) const {
    std::string out;
    for (const std::string& part : parts)
        out += (out.empty() ? std::string{} : std::string{in("，", ", ")}) + part;
    return out;
}

} // namespace

} // namespace tiaoli::report
