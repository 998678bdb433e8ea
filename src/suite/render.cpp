// The outcome of the examples as text: failures first, then coverage, then one line that counts.
#include "tiaoli/suite/suite.hpp"

#include "render_coverage.hpp"
#include "tiaoli/explain/wording.hpp"

#include <fmt/format.h>

namespace tiaoli::suite {

namespace {

class Text {
  public:
    Text(const project::Project& project, const Results& results, diag::Language language)
        : project_(project), results_(results), language_(language) {}

    std::string write(CoverageDetail detail);

  private:
    void write_failure(const ExampleResult& result);
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

std::string render(const project::Project& project, const Results& results, diag::Language language,
                   CoverageDetail detail) {
    return Text{project, results, language}.write(detail);
}

namespace {

std::string Text::write(CoverageDetail detail) {
    for (const ExampleResult& result : results_.examples) {
        if (!result.differences.empty())
            write_failure(result);
    }
    for (const auto& [version, rules] : results_.rules) {
        const bool has_any = !rules.empty() || !project_.policy.versions[version].definitions.empty();
        if (has_any)
            out_ += render_coverage(project_, results_, version, language_, detail) + "\n";
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

} // namespace

} // namespace tiaoli::suite
