// An explanation as text for a terminal.
#include "tiaoli/explain/explanation.hpp"

#include "marks.hpp"

#include <fmt/format.h>

#include <set>

namespace tiaoli::explain {

namespace {

class DecisionText {
  public:
    DecisionText(const Scene& scene, const Explanation& explanation)
        : scene_(scene), explanation_(explanation) {}

    std::string write();

  private:
    void write_head();
    void write_grounds();
    void write_law(model::ArticleId article);
    void write_rule(const RuleEntry& rule);
    void write_steps(const std::vector<Step>& steps, std::size_t depth);
    void write_outputs();
    void write_readings();
    void write_other_readings();
    void write_other_periods();
    std::string_view in(std::string_view chinese, std::string_view english) const {
        return explain::in(scene_.language, chinese, english);
    }
    bool has_version() const { return explanation_.decision.version.valid(); }
    const model::Version& version() const { return scene_.version(explanation_.decision.version); }

    const Scene& scene_;
    const Explanation& explanation_;
    std::set<model::ArticleId> law_quoted_;
    std::string out_;
};

} // namespace

std::string decision_text(const Scene& scene, const Explanation& explanation) {
    return DecisionText{scene, explanation}.write();
}

namespace {

std::string DecisionText::write() {
    write_head();
    write_grounds();
    for (const ArticleEntry& article : explanation_.articles) {
        write_law(article.id);
        for (const RuleEntry& rule : article.rules)
            write_rule(rule);
    }
    write_outputs();
    write_readings();
    write_other_readings();
    write_other_periods();
    return std::move(out_);
}

void DecisionText::write_head() {
    const std::string period = explanation_.period.empty() ? "" : "　" + explanation_.period;
    const std::string& said =
        explanation_.not_reviewed.empty() ? explanation_.verdict : explanation_.not_reviewed;
    out_ +=
        fmt::format("{}　{}{}{}{}\n", explanation_.record, explanation_.matter, period, in("：", ": "), said);
    if (!has_version())
        return;
    std::string number = version().document_number;
    if (!number.empty())
        number = fmt::format(fmt::runtime(in("（{}）", " ({})")), number);
    out_ += fmt::format("{}{}{}\n", in("依据版本：", "version: "), version().name, number);
}

void DecisionText::write_grounds() {
    for (const Ground& ground : explanation_.grounds) {
        const std::string text = has_version() ? ground.cited(version()) : ground.text;
        out_ += fmt::format("{}{}{}\n", ground_word(scene_, ground.kind), in("：", ": "), text);
    }
}

/// The article's heading and, the first time, its words.
void DecisionText::write_law(model::ArticleId id) {
    out_ += '\n';
    if (!id.valid())
        return;
    const model::Article& article = version().articles[id];
    out_ += article.title.empty() ? article.label : article.label + "　" + article.title;
    out_ += '\n';
    if (!law_quoted_.insert(id).second)
        return;
    for (const std::string& paragraph : article.paragraphs)
        out_ += "> " + paragraph + "\n";
}

void DecisionText::write_rule(const RuleEntry& rule) {
    out_ += fmt::format("  {} {}{}\n", mark(rule.state), rule.label, rule_ending(scene_, rule));
    out_ += fmt::format("      {}{}\n", in("规则：", "rule: "), rule.words);
    for (const std::string& exception : rule.exceptions)
        out_ += fmt::format("      {}{}\n", in("例外：", "exception: "), exception);
    if (!rule.remark.empty())
        out_ += fmt::format("      {}{}\n", in("说明：", "note: "), rule.remark);
    for (const std::string& reason : rule.reasons)
        out_ += fmt::format("      ！{}\n", reason);
    for (const Distance& distance : rule.distances)
        out_ += fmt::format("      {}{}\n", in("差距：", "distance: "), distance_line(scene_, distance));
    write_steps(rule.steps, 3);
}

void DecisionText::write_steps(const std::vector<Step>& steps, std::size_t depth) {
    for (const Step& step : steps) {
        out_ += std::string(depth * 2, ' ') + step.text + "\n";
        write_steps(step.parts, depth + 1);
    }
}

void DecisionText::write_outputs() {
    if (explanation_.decision.outputs.empty() ||
        (explanation_.outputs.empty() && !explanation_.outputs_withheld))
        return;
    out_ += fmt::format("\n{}\n", explanation_.outputs_withheld
                                      ? in("结论如此，没有输出", "With this verdict there are no outputs")
                                      : in("输出", "Outputs"));
    for (const OutputEntry& output : explanation_.outputs) {
        out_ += fmt::format("  {} ＝ {}\n", output.name, output.value);
        for (const FormulaEntry& formula : output.formulas) {
            const std::string label = article_label(scene_, formula.article);
            if (!output.formulas_shown)
                out_ +=
                    fmt::format("      {}{}{}\n", label, label.empty() ? "" : in("：", ": "), formula.words);
        }
        write_steps(output.steps, 3);
    }
}

void DecisionText::write_readings() {
    if (explanation_.readings.empty())
        return;
    out_ += fmt::format("\n{}\n", in("所依据的解释", "Readings that this rests on"));
    for (const ReadingEntry& reading : explanation_.readings)
        out_ += fmt::format("  {}{}{}\n", reading.article,
                            reading.settled ? in(" 解释：", " settled: ") : in(" 待释：", " not settled: "),
                            reading.text);
}

void DecisionText::write_other_readings() {
    if (explanation_.other_readings.empty() && explanation_.readings_without_effect.empty())
        return;
    out_ += fmt::format("\n{}\n", in("换一种读法", "Under other readings"));
    for (const OtherReading& reading : explanation_.other_readings) {
        out_ += fmt::format("  {}\n", reading_line(scene_, reading));
        for (const OtherReading::Change& change : reading.changes)
            out_ += fmt::format("      {}\n", change_line(scene_, change));
    }
    if (!explanation_.readings_without_effect.empty())
        out_ += fmt::format("  {}\n", without_effect_line(scene_, explanation_));
}

void DecisionText::write_other_periods() {
    if (explanation_.other_periods.empty())
        return;
    out_ += fmt::format("\n{}\n", in("其他各期", "The other periods"));
    for (const PeriodVerdict& each : explanation_.other_periods)
        out_ += fmt::format("  {}{}{}\n", each.period, in("：", ": "), each.verdict);
}

} // namespace

} // namespace tiaoli::explain
