// Decides the records of each example and holds them against its 结果 lines.
#include "tiaoli/suite/suite.hpp"

#include "example_check.hpp"

#include <algorithm>
#include <set>

namespace tiaoli::suite {

namespace {

void list_rules(const model::Policy& policy, Results& results);
void count(const model::Policy& policy, const interp::Decision& decision, Results& results);

} // namespace

std::size_t Results::passed() const {
    return static_cast<std::size_t>(
        std::count_if(examples.begin(), examples.end(),
                      [](const ExampleResult& result) { return result.differences.empty(); }));
}

Results run(const project::Project& project, diag::Language language) {
    Results results;
    list_rules(project.policy, results);
    std::set<source::Span> met; // a file that several versions import states its examples once
    for (std::uint32_t index = 0; index < project.policy.versions.size(); ++index) {
        const model::VersionId id{index};
        const model::Version& version = project.policy.versions[id];
        for (std::size_t at = 0; at < version.examples.size(); ++at) {
            if (!met.insert(version.examples[at].span).second)
                continue;
            const model::Example& example = version.examples[at];
            const data::CaseData data = example_data(project.policy.schema, version, example);
            ExampleCheck check{project, language, data, example, example_options(example)};
            results.examples.push_back({id, at, check.differences()});
            for (const auto& [matter, instance] : check.asked())
                count(project.policy, check.evaluator().decide(matter, instance), results);
            const interp::Taken& taken = check.evaluator().taken();
            results.taken.insert(taken.begin(), taken.end());
            results.sightings.join(check.evaluator().sightings());
        }
    }
    return results;
}

namespace {

void count(const model::Policy& policy, const interp::Decision& decision, Results& results) {
    if (!decision.version.valid())
        return;
    for (const interp::RuleOutcome& outcome : decision.rules) {
        RuleCoverage& coverage = results.rules[decision.version][outcome.rule];
        if (outcome.state == interp::RuleState::Held)
            ++coverage.held;
        else if (outcome.state == interp::RuleState::Failed)
            ++coverage.failed;
        if (outcome.lifted_by) {
            const model::Rule& rule = policy.versions[decision.version].rules[outcome.rule];
            results.taken.insert({decision.version, rule.exceptions.at(*outcome.lifted_by).span});
        }
    }
    for (const interp::DeadlineOutcome& outcome : decision.deadlines)
        results.deadlines[{decision.version, outcome.deadline}].insert(outcome.state);
}

void list_rules(const model::Policy& policy, Results& results) {
    for (std::uint32_t index = 0; index < policy.versions.size(); ++index) {
        const model::VersionId version{index};
        auto& rules = results.rules[version];
        for (std::uint32_t rule = 0; rule < policy.versions[version].rules.size(); ++rule)
            rules[model::RuleId{rule}];
    }
}

} // namespace

} // namespace tiaoli::suite
