// Steps as nested <details>; a figure that was opened before is opened again where it stands.
#include "page_steps.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace tiaoli::explain {

namespace {

/// A figure inside so many others is not opened again: it stands open above.
constexpr std::size_t deepest_again = 4;

/// Nothing but how it is defined: what it rests on is told elsewhere.
bool is_only_defined(const std::vector<Step>& parts) {
    return std::all_of(parts.begin(), parts.end(), [](const Step& part) {
        return part.kind == StepKind::Formula || part.kind == StepKind::Choice ||
               part.kind == StepKind::Adjustment;
    });
}

} // namespace

PageSteps::PageSteps(const Scene& scene, const Explanation& explanation, PageWriter& page)
    : scene_(scene), page_(page) {
    for (const ArticleEntry& article : explanation.articles) {
        for (const RuleEntry& rule : article.rules)
            note(rule.steps);
    }
    for (const OutputEntry& output : explanation.outputs) {
        note(output.steps);
        if (!is_only_defined(output.steps))
            figures_.try_emplace(output.name, &output.steps);
    }
}

void PageSteps::note(const std::vector<Step>& steps) {
    for (const Step& step : steps) {
        if (step.id != 0)
            opened_[step.id] = &step.parts;
        if (states_ == 0 && step.id != 0 && step.kind == StepKind::Field && !is_only_defined(step.parts))
            figures_.try_emplace(step.name, &step.parts);
        states_ += step.kind == StepKind::State ? 1 : 0;
        note(step.parts);
        states_ -= step.kind == StepKind::State ? 1 : 0;
    }
}

const std::vector<Step>& PageSteps::parts_of(const Step& step) const {
    const Parts* parts = &step.parts;
    if (const auto above = opened_.find(step.opened_at); above != opened_.end())
        parts = above->second;
    if (states_ == 0 && step.kind == StepKind::Field && is_only_defined(*parts)) {
        if (const auto figure = figures_.find(step.name); figure != figures_.end())
            parts = figure->second;
    }
    const bool ends = !inside_.contains(parts) && inside_.size() < deepest_again;
    return parts == &step.parts || ends ? *parts : step.parts;
}

void PageSteps::write_output(const OutputEntry& output) {
    const auto figure = figures_.find(output.name);
    const bool is_elsewhere = is_only_defined(output.steps) && figure != figures_.end();
    write(is_elsewhere ? *figure->second : output.steps);
}

void PageSteps::write(const std::vector<Step>& steps) {
    if (steps.empty())
        return;
    page_.open("div", "steps");
    for (const Step& step : steps)
        write(step);
    page_.close();
}

void PageSteps::write(const Step& step) {
    if (step.kind == StepKind::Formula)
        return write_formula(step.text, step.article, step.words);
    const std::vector<Step>& parts = parts_of(step);
    if (parts.empty()) {
        page_.open("div", "line");
        write_line(step);
        return page_.close();
    }
    const bool entered = &parts != &step.parts && inside_.insert(&parts).second;
    page_.open("details");
    page_.open("summary");
    write_line(step);
    page_.close();
    write_law(step.article);
    states_ += step.kind == StepKind::State ? 1 : 0;
    write(parts);
    states_ -= step.kind == StepKind::State ? 1 : 0;
    page_.close();
    if (entered)
        inside_.erase(&parts);
}

/// Name and value where the line is a figure, else its text.
void PageSteps::write_line(const Step& step) {
    const bool is_figure = step.kind == StepKind::Field || step.kind == StepKind::Cell;
    if (!is_figure)
        return page_.text(step.text);
    page_.text(step.name + " ＝ ");
    page_.element("span", step.value, "value");
    if (step.place)
        write_cell(step);
}

/// File, sheet, row and column, and what is written there.
void PageSteps::write_cell(const Step& step) {
    const source::CellPlace& place = *step.place;
    std::string words = std::filesystem::path{place.file}.filename().string();
    if (!place.sheet.empty())
        words += " " + place.sheet;
    if (place.column == 0)
        words += fmt::format(fmt::runtime(in(" 第{}行，没有这一列", " row {}, no such column")), place.row);
    else
        words += fmt::format(fmt::runtime(in(" 第{}行第{}列“{}”", " row {}, column {} “{}”")), place.row,
                             place.column, place.heading);
    if (place.column != 0)
        words += step.written.empty()
                     ? std::string{in("，空白", ", blank")}
                     : fmt::format(fmt::runtime(in("，写的是“{}”", ", written “{}”")), step.written);
    page_.text("　");
    page_.element("span", words, "place");
}

void PageSteps::write_formula(const std::string& words, const ArticleRef& article,
                              const source::Span& place) {
    page_.open("div", "line");
    page_.element("span", words, "formula");
    if (place.source.valid()) {
        const std::string file =
            std::filesystem::path{scene_.project.sources[place.source].path}.filename().string();
        const std::uint32_t line = scene_.project.sources.line_column(place.source, place.begin).line;
        page_.element("span", fmt::format(fmt::runtime(in("　{} 第{}行", " {} line {}")), file, line),
                      "place");
    }
    page_.close();
    write_law(article);
}

void PageSteps::write_law(const ArticleRef& article) {
    if (!article.version.valid() || !article.article.valid())
        return;
    const model::Article& law = scene_.version(article.version).articles[article.article];
    page_.open("details", "law-here");
    page_.element("summary", law.title.empty() ? law.label : law.label + "　" + law.title);
    page_.open("blockquote");
    for (const std::string& paragraph : law.paragraphs)
        page_.element("p", paragraph);
    page_.close();
    page_.close();
}

} // namespace tiaoli::explain
