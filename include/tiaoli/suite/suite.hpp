// The examples of a policy (案例), held against what it decides, and which rules they exercise.
#pragma once

#include "tiaoli/interp/evaluator.hpp"
#include "tiaoli/project/project.hpp"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace tiaoli::suite {

/// One 结果 line that did not come true.
struct Difference {
    std::string what;     ///< "L1的贷款备案"
    std::string expected; ///< as written in the example
    std::string got;
    std::vector<std::string> why; ///< causes, or why the row was turned back
    source::Span span;            ///< the 结果 line
};

struct ExampleResult {
    model::VersionId version;            ///< whose file states the example
    std::size_t example = 0;             ///< in Version::examples
    std::vector<Difference> differences; ///< empty: passed
};

/// How often a rule held and failed for the records that the examples speak of.
struct RuleCoverage {
    std::uint32_t held = 0;
    std::uint32_t failed = 0;
};

struct Results {
    std::vector<ExampleResult>
        examples; ///< in the order of versions and of the files; an example of several versions once
    std::map<model::VersionId, std::map<model::RuleId, RuleCoverage>> rules; ///< every rule of every version
    interp::Taken taken; ///< clauses that gave a value in some example, and exceptions that lifted a rule
    interp::Sightings sightings; ///< what the expressions of the policy came to in some example
    /// How deadlines stood for the records that the examples speak of.
    std::map<std::pair<model::VersionId, model::DeadlineId>, std::set<interp::DeadlineState>> deadlines;
    std::size_t passed() const;
};

/// Runs every example. The policy must have no errors.
Results run(const project::Project& project, diag::Language language);

/// How much is said of coverage: the counts alone, or each article with what is still without an example.
enum class CoverageDetail : std::uint8_t { Brief, Full };

/// What a person reads: failing examples, coverage, and the line that counts examples last. Ends with a line end.
std::string render(const project::Project& project, const Results& results, diag::Language language,
                   CoverageDetail detail);
/// For other programs: every example with what does not come true, and the counts of coverage.
std::string render_json(const project::Project& project, const Results& results, diag::Language language);
/// JUnit's XML, as build servers read it: a suite a policy file, a test case an example.
std::string render_junit(const project::Project& project, const Results& results, diag::Language language);

} // namespace tiaoli::suite
