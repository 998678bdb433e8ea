// The outcome of the examples as text: failures first, then coverage, then one line that counts.
#include "tiaoli/suite/suite.hpp"

#include "tiaoli/explain/wording.hpp"

#include <fmt/format.h>

namespace tiaoli::suite {

namespace {

class Text {
  public:
    Text(const project::Project& project, const Results& results, diag::Language language)
        : project_(project), results_(results), language_(language) {}

    std::string write();

  private:
    void write_failure(const ExampleResult& result);
    void write_coverage(model::VersionId version);
    void write_article(const model::Version& version, model::ArticleId article,
                       const std::vector<std::pair<model::RuleId, RuleCoverage>>& rules);
    std::string_view in(std::string_view chinese, std::string_view english) const {
        return explain::in(language_, chinese, english);
    }
    template <class... Values>
    void say(std::string_view chinese, std::string_view english, const Values&... values) {
        out_ += fmt::format(fmt::runtime(in(chinese, english)), values...);
        out_ += '\n';
    }

    const project::Project& project_;
    const Results& results_;
    diag::Language language_;
    std::string out_;
};

} // namespace

std::string render(const project::Project& project, const Results& results, diag::Language language) {
    return Text{project, results, language}.write();
}

namespace {

std::string Text::write() {
    for (const ExampleResult& result : results_.examples) {
        if (!result.differences.empty())
            write_failure(result);
    }
    for (const auto& [version, rules] : results_.rules) {
        if (!rules.empty())
            write_coverage(version);
    }
    const std::size_t passed = results_.passed();
    say("案例 {} 个，通过 {}，不通过 {}", "{} examples, {} passed, {} failed", results_.examples.size(),
        passed, results_.examples.size() - passed);
    return std::move(out_);
}

void Text::write_failure(const ExampleResult& result) {
    const model::Example& example = project_.policy.versions[result.version].examples[result.example];
    const source::LineColumn at = project_.sources.line_column(example.span.source, example.span.begin);
    say("✗ 案例 “{}”（{}:{}）", "✗ example “{}” ({}:{})", example.name,
        project_.sources[example.span.source].path, at.line);
    for (const Difference& difference : result.differences) {
        const source::LineColumn line =
            project_.sources.line_column(difference.span.source, difference.span.begin);
        say("    第{}行　{}：应为 {}，实为 {}", "    line {}  {}: expected {}, got {}", line.line,
            difference.what, difference.expected, difference.got);
        for (const std::string& why : difference.why)
            say("        因为 {}", "        because {}", why);
    }
    out_ += '\n';
}

void Text::write_coverage(model::VersionId id) {
    const model::Version& version = project_.policy.versions[id];
    say("覆盖（{}）：每条规则在案例里成立和不成立的次数",
        "Coverage ({}): how often each rule held and failed in the examples", version.name);
    std::vector<std::pair<model::RuleId, RuleCoverage>> of_article;
    std::uint32_t exercised = 0;
    const auto& rules = results_.rules.at(id);
    for (auto rule = rules.begin(); rule != rules.end(); ++rule) {
        const model::ArticleId article = version.rules[rule->first].article;
        of_article.emplace_back(*rule);
        exercised += rule->second.held > 0 && rule->second.failed > 0 ? 1 : 0;
        const auto next = std::next(rule);
        if (next == rules.end() || version.rules[next->first].article != article) {
            write_article(version, article, of_article);
            of_article.clear();
        }
    }
    say("  规则 {} 条，成立和不成立都有案例的 {} 条",
        "  {} rules, {} of them both held and failed in some example", rules.size(), exercised);
    out_ += '\n';
}

void Text::write_article(const model::Version& version, model::ArticleId article,
                         const std::vector<std::pair<model::RuleId, RuleCoverage>>& rules) {
    const std::string label = explain::article_label(version, article);
    say("  {}", "  {}", label.empty() ? std::string{in("（不在条下）", "(outside any article)")} : label);
    for (const auto& [rule, coverage] : rules) {
        std::string_view missing;
        if (coverage.held == 0 && coverage.failed == 0)
            missing = in("　没有案例", "  no example");
        else if (coverage.failed == 0)
            missing = in("　没有不成立的案例", "  no example where it fails");
        else if (coverage.held == 0)
            missing = in("　没有成立的案例", "  no example where it holds");
        say("    {}　成立 {}，不成立 {}{}", "    {}  held {}, failed {}{}", version.rules[rule].label,
            coverage.held, coverage.failed, missing);
    }
}

} // namespace

} // namespace tiaoli::suite
