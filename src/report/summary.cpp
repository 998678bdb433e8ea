// The outcome of a run in a few lines: verdicts, failing articles, sums of money.
#include "tiaoli/report/report.hpp"

#include "tiaoli/explain/grounds.hpp"

#include <fmt/format.h>

#include <array>
#include <set>

namespace tiaoli::report {

namespace {

constexpr std::array verdicts{model::Verdict::Pass,  model::Verdict::Fail,   model::Verdict::Return,
                              model::Verdict::Defer, model::Verdict::Manual, model::Verdict::NotApplicable};

class Summary {
  public:
    explicit Summary(const Outcome& outcome) : outcome_(outcome), scene_(outcome.scene) {}

    std::string write();

  private:
    void write_matter(const MatterDecisions& matter);
    void write_verdicts(const model::Matter& matter, const std::vector<interp::Decision>& decisions);
    void write_articles(const std::vector<interp::Decision>& decisions);
    void write_sums(const model::Matter& matter, const std::vector<interp::Decision>& decisions);
    std::string_view in(std::string_view chinese, std::string_view english) const {
        return explain::in(scene_.language, chinese, english);
    }

    const Outcome& outcome_;
    const explain::Scene& scene_;
    std::string out_;
};

/// The articles that a decision fails, by place in its version, each once.
std::set<model::ArticleId> failing(const explain::Scene& scene, const interp::Decision& decision);
std::string joined(const std::vector<std::string>& parts, std::string_view between);

} // namespace

std::string summary(const Outcome& outcome) { return Summary{outcome}.write(); }

namespace {

std::string Summary::write() {
    for (const MatterDecisions& matter : outcome_.matters)
        write_matter(matter);
    if (!scene_.data.turned_back.empty())
        out_ += fmt::format(
            fmt::runtime(in("退回 {} 行（见 退回.csv）\n", "{} rows turned back (see 退回.csv)\n")),
            scene_.data.turned_back.size());
    return std::move(out_);
}

void Summary::write_matter(const MatterDecisions& decided) {
    const model::Matter& matter = scene_.schema().matters[decided.matter];
    write_verdicts(matter, decided.decisions);
    write_articles(decided.decisions);
    write_sums(matter, decided.decisions);
}

void Summary::write_verdicts(const model::Matter& matter, const std::vector<interp::Decision>& decisions) {
    std::map<model::Verdict, std::size_t> counts;
    std::size_t trials = 0;
    for (const interp::Decision& decision : decisions) {
        ++counts[decision.verdict];
        trials += explain::is_trial(decision) ? 1 : 0;
    }
    std::vector<std::string> parts;
    for (const model::Verdict verdict : verdicts) {
        if (counts.contains(verdict))
            parts.push_back(fmt::format("{} {}", explain::verdict_text(scene_, verdict), counts[verdict]));
    }
    out_ += fmt::format(fmt::runtime(in("{}　{} 件", "{}: {} decided")), matter.name, decisions.size());
    if (!parts.empty())
        out_ += std::string{in("：", ": ")} + joined(parts, in("，", ", "));
    if (trials > 0)
        out_ += fmt::format(fmt::runtime(in("（其中试算 {}）", " ({} of them trials)")), trials);
    out_ += '\n';
}

void Summary::write_articles(const std::vector<interp::Decision>& decisions) {
    std::map<std::pair<model::VersionId, model::ArticleId>, std::size_t> counts;
    for (const interp::Decision& decision : decisions) {
        for (const model::ArticleId article : failing(scene_, decision))
            ++counts[{decision.version, article}];
    }
    std::vector<std::string> order;
    std::map<std::string, std::size_t> by_label; // one line for an article that several versions have
    for (const auto& [key, count] : counts) {
        const std::string label = explain::article_label(scene_.version(key.first), key.second);
        if (!by_label.contains(label))
            order.push_back(label);
        by_label[label] += count;
    }
    std::vector<std::string> parts;
    for (const std::string& label : order)
        parts.push_back(fmt::format(
            "{} {}", label.empty() ? in("（不在条下）", "(outside any article)") : label, by_label[label]));
    if (!parts.empty())
        out_ +=
            fmt::format("  {}{}\n", in("未通过的条：", "failing articles: "), joined(parts, in("，", ", ")));
}

void Summary::write_sums(const model::Matter& matter, const std::vector<interp::Decision>& decisions) {
    std::vector<std::string> parts;
    for (const model::FieldId output : matter.outputs) {
        const model::Field& field = scene_.schema().fields[output];
        if (field.type.kind != model::TypeKind::Money)
            continue;
        value::Number sum = 0;
        for (const interp::Decision& decision : decisions) {
            if (decision.verdict != model::Verdict::Pass || decision.trial)
                continue;
            for (const interp::OutputValue& value : decision.outputs) {
                const auto* scalar = std::get_if<model::Scalar>(&value.value);
                if (value.field == output && scalar != nullptr)
                    sum = sum + std::get<value::Number>(*scalar);
            }
        }
        parts.push_back(fmt::format("{} {}", field.name, explain::scalar_text(scene_, field.type, sum)));
    }
    if (!parts.empty())
        out_ += fmt::format("  {}{}\n", in("通过的合计：", "sums of those passed: "),
                            joined(parts, in("，", ", ")));
}

std::set<model::ArticleId> failing(const explain::Scene& scene, const interp::Decision& decision) {
    std::set<model::ArticleId> out;
    if (!decision.version.valid())
        return out;
    for (const interp::RuleOutcome& outcome : decision.rules) {
        const model::Rule& rule = scene.version(decision.version).rules[outcome.rule];
        if (outcome.state == interp::RuleState::Failed && rule.consequence != model::Consequence::Hint)
            out.insert(rule.article);
    }
    return out;
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
    std::string out;
    for (const std::string& part : parts)
        out += (out.empty() ? std::string{} : std::string{between}) + part;
    return out;
}

} // namespace

} // namespace tiaoli::report
