// Decides the records of each example and holds them against its 结果 lines.
#include "tiaoli/suite/suite.hpp"

#include "facts.hpp"
#include "tiaoli/explain/grounds.hpp"
#include "tiaoli/interp/evaluator.hpp"
#include "tiaoli/source/characters.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

namespace tiaoli::suite {

namespace {

/// The day of an example that names none.
const value::Date default_today = *value::Date::from_ymd(2026, 12, 31);

interp::Options options(const model::Example& example) {
    interp::Options options;
    options.today = example.today.value_or(default_today);
    options.readings = example.readings;
    options.note_taken = true;
    return options;
}

class Run {
  public:
    Run(const project::Project& project, diag::Language language, Results& results,
        const model::Version& version, const model::Example& example)
        : results_(results), example_(example),
          data_(data::build_tables(project.policy.schema, rows_of(version, example),
                                   settled_of(project.policy.schema, version, example))),
          scene_{project, data_, language}, evaluator_(project.policy, data_, options(example)) {}

    std::vector<Difference> differences();

  private:
    std::optional<Difference> check(const model::ExampleExpectation& expectation);
    std::optional<Difference> check_row(const model::ExampleExpectation& expectation, std::uint32_t row);
    /// Where the expected value stands: the row, or for a matter that recurs the instance; nothing when there is none.
    std::optional<std::uint32_t> place_of(const model::ExampleExpectation& expectation, std::uint32_t row);
    std::string words_of(const model::ExampleExpectation& expectation) const;
    void check_citations(const model::ExampleExpectation& expectation, const interp::Decision& decision,
                         Difference& difference) const;
    void add_reasons(const model::ExampleExpectation& expectation, Difference& difference) const;
    void count(const interp::Decision& decision, std::uint32_t instance);
    std::optional<std::uint32_t> row_of(const model::ExampleExpectation& expectation) const;
    std::string_view in(std::string_view chinese, std::string_view english) const {
        return explain::in(scene_.language, chinese, english);
    }

    Results& results_;
    const model::Example& example_;
    data::CaseData data_;
    explain::Scene scene_;
    interp::Evaluator evaluator_;
    std::set<std::pair<model::MatterId, std::uint32_t>> counted_;
};

void list_rules(const model::Policy& policy, Results& results);

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
            Run example{project, language, results, version, version.examples[at]};
            results.examples.push_back({id, at, example.differences()});
        }
    }
    return results;
}

namespace {

std::vector<Difference> Run::differences() {
    evaluator_.settle();
    std::vector<Difference> out;
    for (const model::ExampleExpectation& expectation : example_.expectations) {
        if (auto difference = check(expectation))
            out.push_back(std::move(*difference));
    }
    results_.taken.insert(evaluator_.taken().begin(), evaluator_.taken().end());
    return out;
}

std::optional<Difference> Run::check(const model::ExampleExpectation& expectation) {
    if (const auto row = row_of(expectation))
        return check_row(expectation, *row);
    Difference difference{words_of(expectation),
                          expectation.expected,
                          std::string{in("这一条记录被退回", "the record was turned back")},
                          {},
                          expectation.span};
    add_reasons(expectation, difference);
    return difference;
}

std::string Run::words_of(const model::ExampleExpectation& expectation) const {
    const std::string period = expectation.period ? "的" + expectation.period->to_text() : std::string{};
    return expectation.key + period + "的" + scene_.schema().fields[expectation.field].name;
}

std::optional<std::uint32_t> Run::place_of(const model::ExampleExpectation& expectation, std::uint32_t row) {
    if (!expectation.period)
        return row;
    const std::vector<interp::Instance>& all =
        evaluator_.instances(scene_.schema().fields[expectation.field].matter);
    const auto found = std::find(all.begin(), all.end(), interp::Instance{row, expectation.period});
    if (found == all.end())
        return std::nullopt;
    return static_cast<std::uint32_t>(found - all.begin());
}

std::optional<Difference> Run::check_row(const model::ExampleExpectation& expectation, std::uint32_t row) {
    const model::Field& field = scene_.schema().fields[expectation.field];
    Difference difference{words_of(expectation), expectation.expected, {}, {}, expectation.span};
    const auto place = place_of(expectation, row);
    if (!place) {
        difference.got = in("这一期不审核", "this period is not reviewed");
        return difference;
    }
    const interp::Value value = evaluator_.field(expectation.field, *place);
    const auto* scalar = std::get_if<model::Scalar>(&value);
    bool agrees = scalar == nullptr;
    if (!expectation.expected.empty()) {
        const auto wanted = data::read_value(scene_.schema(), data_, expectation.field, expectation.expected);
        agrees = wanted && scalar != nullptr && *wanted == *scalar;
    }
    if (!agrees)
        difference.got = explain::value_text(scene_, field.type, value);
    if (expectation.expected.empty())
        difference.expected = in("空", "no value");
    if (field.matter.valid()) {
        const interp::Decision decision = evaluator_.decide(field.matter, *place);
        count(decision, *place);
        if (agrees)
            check_citations(expectation, decision, difference);
        if (decision.version.valid() && !difference.got.empty()) {
            for (const explain::Ground& ground : explain::grounds(scene_, decision))
                difference.why.push_back(ground.cited(scene_.version(decision.version)));
        }
    }
    if (difference.got.empty())
        return std::nullopt;
    return difference;
}

/// Every article that the example cites must be among the causes, every one that it hints at among the hints.
void Run::check_citations(const model::ExampleExpectation& expectation, const interp::Decision& decision,
                          Difference& difference) const {
    std::set<std::string> causes;
    std::set<std::string> hints;
    for (const explain::Ground& ground : explain::grounds(scene_, decision)) {
        for (const model::ArticleId article : ground.articles) {
            const std::string label = explain::article_label(scene_.version(decision.version), article);
            (ground.kind == explain::GroundKind::Hint ? hints : causes).insert(label);
        }
    }
    const std::string comma{in("，", ", ")};
    const auto miss = [&](const std::string& label, std::string_view chinese, std::string_view english) {
        difference.expected +=
            (difference.expected.empty() ? "" : comma) + std::string{in(chinese, english)} + label;
        difference.got += (difference.got.empty() ? "" : comma) + std::string{in("没有", "without ")} +
                          std::string{in(chinese, english)} + label;
    };
    for (const std::string& label : expectation.citing) {
        if (!causes.contains(label))
            miss(label, "依据", "citing ");
    }
    for (const std::string& label : expectation.hinting) {
        if (!hints.contains(label))
            miss(label, "提示", "hinting ");
    }
}

/// Why the expected row was not taken.
void Run::add_reasons(const model::ExampleExpectation& expectation, Difference& difference) const {
    for (const data::TurnedBackRow& row : data_.turned_back) {
        if (row.record != expectation.record || row.matter.valid() || row.key != expectation.key)
            continue;
        for (const std::size_t index : row.reasons) {
            const diag::Diagnostic& reason = data_.messages.all().at(index);
            difference.why.push_back(diag::words(reason.message, reason.args, scene_.language));
        }
    }
    if (difference.why.empty()) {
        for (const diag::Diagnostic& reason : data_.messages.all()) {
            if (diag::severity(reason.message) == diag::Severity::Error)
                difference.why.push_back(diag::words(reason.message, reason.args, scene_.language));
        }
    }
}

void Run::count(const interp::Decision& decision, std::uint32_t instance) {
    if (!decision.version.valid() || !counted_.insert({decision.matter, instance}).second)
        return;
    for (const interp::RuleOutcome& outcome : decision.rules) {
        RuleCoverage& coverage = results_.rules[decision.version][outcome.rule];
        if (outcome.state == interp::RuleState::Held)
            ++coverage.held;
        else if (outcome.state == interp::RuleState::Failed)
            ++coverage.failed;
        if (outcome.lifted_by) {
            const model::Rule& rule = scene_.version(decision.version).rules[outcome.rule];
            results_.taken.insert({decision.version, rule.exceptions.at(*outcome.lifted_by).span});
        }
    }
}

std::optional<std::uint32_t> Run::row_of(const model::ExampleExpectation& expectation) const {
    const data::Table& table = data_.table(expectation.record);
    if (const auto row = table.find(expectation.key))
        return row;
    return table.find(source::fold_width(expectation.key));
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
