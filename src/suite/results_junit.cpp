// The outcome of the examples as JUnit's XML: one testsuite a file, one testcase an example, one failure a line that does not come true.
#include "tiaoli/suite/suite.hpp"

#include "tiaoli/explain/wording.hpp"
#include "tiaoli/source/html.hpp"

#include <fmt/format.h>

namespace tiaoli::suite {

namespace {

std::string failure(const project::Project& project, const Difference& difference, diag::Language language) {
    const source::LineColumn at = project.sources.line_column(difference.span.source, difference.span.begin);
    const std::string words =
        fmt::format(fmt::runtime(explain::in(language, "{}：应为 {}，实为 {}", "{}: expected {}, got {}")),
                    difference.what, difference.expected, difference.got);
    std::string body = fmt::format("{}:{}", project.sources[difference.span.source].path, at.line);
    for (const std::string& why : difference.why)
        body += fmt::format(fmt::runtime(explain::in(language, "\n因为 {}", "\nbecause {}")), why);
    return fmt::format("      <failure message=\"{}\">{}</failure>\n", source::html_escaped(words),
                       source::html_escaped(body));
}

std::string test_case(const project::Project& project, const ExampleResult& result, diag::Language language) {
    const model::Example& example = project.policy.versions[result.version].examples[result.example];
    const std::string& path = project.sources[example.span.source].path;
    const source::LineColumn at = project.sources.line_column(example.span.source, example.span.begin);
    std::string out = fmt::format("    <testcase name=\"{}\" classname=\"{}\" file=\"{}\" line=\"{}\"",
                                  source::html_escaped(example.name), source::html_escaped(path),
                                  source::html_escaped(path), at.line);
    if (result.differences.empty())
        return out + "/>\n";
    out += ">\n";
    for (const Difference& difference : result.differences)
        out += failure(project, difference, language);
    return out + "    </testcase>\n";
}

} // namespace

std::string render_junit(const project::Project& project, const Results& results, diag::Language language) {
    struct Suite {
        std::size_t all = 0;
        std::size_t failed = 0;
        std::string cases;
    };
    std::map<std::string, Suite> suites;
    for (const ExampleResult& result : results.examples) {
        const model::Example& example = project.policy.versions[result.version].examples[result.example];
        Suite& suite = suites[project.sources[example.span.source].path];
        ++suite.all;
        suite.failed += result.differences.empty() ? 0 : 1;
        suite.cases += test_case(project, result, language);
    }
    const std::size_t all = results.examples.size();
    std::string out =
        fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites tests=\"{}\" failures=\"{}\">\n",
                    all, all - results.passed());
    for (const auto& [path, suite] : suites)
        out += fmt::format("  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\">\n{}  </testsuite>\n",
                           source::html_escaped(path), suite.all, suite.failed, suite.cases);
    return out + "</testsuites>\n";
}

} // namespace tiaoli::suite
