// The outcome of the examples for other programs.
#include "coverage.hpp"

#include "tiaoli/source/json.hpp"

#include <fmt/format.h>

namespace tiaoli::suite {

namespace {

std::string text(std::string_view words) { return source::json_text(words); }

std::string difference_json(const project::Project& project, const Difference& difference) {
    const source::LineColumn at = project.sources.line_column(difference.span.source, difference.span.begin);
    std::string why;
    for (const std::string& each : difference.why)
        why += (why.empty() ? "" : ", ") + text(each);
    return fmt::format("{{\"line\": {}, \"what\": {}, \"expected\": {}, \"got\": {}, \"why\": [{}]}}",
                       at.line, text(difference.what), text(difference.expected), text(difference.got), why);
}

std::string example_json(const project::Project& project, const ExampleResult& result) {
    const model::Example& example = project.policy.versions[result.version].examples[result.example];
    const source::LineColumn at = project.sources.line_column(example.span.source, example.span.begin);
    std::string differences;
    for (const Difference& difference : result.differences)
        differences += (differences.empty() ? "" : ", ") + difference_json(project, difference);
    return fmt::format("{{\"name\": {}, \"file\": {}, \"line\": {}, \"passed\": {}, \"differences\": [{}]}}",
                       text(example.name), text(project.sources[example.span.source].path), at.line,
                       result.differences.empty(), differences);
}

std::string share_json(const Share& share) {
    return fmt::format("{{\"covered\": {}, \"all\": {}}}", share.covered, share.all);
}

} // namespace

std::string render_json(const project::Project& project, const Results& results, diag::Language) {
    std::string out = fmt::format("{{\n  \"examples\": {},\n  \"passed\": {},\n  \"coverage\": [",
                                  results.examples.size(), results.passed());
    std::string_view separator = "\n";
    for (const auto& [version, rules] : results.rules) {
        const Coverage found = coverage(project.policy.versions[version], version, results);
        out += fmt::format("{}    {{\"version\": {}, \"rules\": {}, \"clauses\": {}, \"rows\": {}}}",
                           separator, text(project.policy.versions[version].name), share_json(found.rules),
                           share_json(found.clauses), share_json(found.rows));
        separator = ",\n";
    }
    out += "\n  ],\n  \"list\": [";
    separator = "\n";
    for (const ExampleResult& result : results.examples) {
        out += fmt::format("{}    {}", separator, example_json(project, result));
        separator = ",\n";
    }
    return out + "\n  ]\n}\n";
}

} // namespace tiaoli::suite
