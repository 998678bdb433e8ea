// Looks up what each 结果 line speaks of, and says how it differs.
#include "example_check.hpp"

#include "facts.hpp"
#include "tiaoli/explain/grounds.hpp"
#include "tiaoli/source/characters.hpp"

#include <algorithm>

namespace tiaoli::suite {

namespace {

/// The day of an example that names none.
const value::Date default_today = *value::Date::from_ymd(2026, 12, 31);

} // namespace

interp::Options example_options(const model::Example& example) {
    interp::Options options;
    options.today = example.today.value_or(default_today);
    options.readings = example.readings;
    options.note_taken = true;
    return options;
}

data::CaseData example_data(const model::Schema& schema, const model::Version& version,
                            const model::Example& example) {
    return data::build_tables(schema, rows_of(version, example), settled_of(schema, version, example));
}

std::vector<Difference> ExampleCheck::differences() {
    evaluator_.settle();
    std::vector<Difference> out;
    for (const model::ExampleExpectation& expectation : example_.expectations) {
        if (auto difference = check(expectation))
            out.push_back(std::move(*difference));
    }
    return out;
}

bool ExampleCheck::holds() {
    evaluator_.settle();
    return std::none_of(
        example_.expectations.begin(), example_.expectations.end(),
        [&](const model::ExampleExpectation& expectation) { return check(expectation).has_value(); });
}

std::optional<Difference> ExampleCheck::check(const model::ExampleExpectation& expectation) {
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

std::string ExampleCheck::words_of(const model::ExampleExpectation& expectation) const {
    const std::string period = expectation.period ? "的" + expectation.period->to_text() : std::string{};
    return expectation.key + period + "的" + scene_.schema().fields[expectation.field].name;
}

std::optional<std::uint32_t> ExampleCheck::place_of(const model::ExampleExpectation& expectation,
                                                    std::uint32_t row) {
    if (!expectation.period)
        return row;
    const std::vector<interp::Instance>& all =
        evaluator_.instances(scene_.schema().fields[expectation.field].matter);
    const auto found = std::find(all.begin(), all.end(), interp::Instance{row, expectation.period});
    if (found == all.end())
        return std::nullopt;
    return static_cast<std::uint32_t>(found - all.begin());
}

std::optional<Difference> ExampleCheck::check_row(const model::ExampleExpectation& expectation,
                                                  std::uint32_t row) {
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
        asked_.insert({field.matter, *place});
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
void ExampleCheck::check_citations(const model::ExampleExpectation& expectation,
                                   const interp::Decision& decision, Difference& difference) const {
    if (expectation.citing.empty() && expectation.hinting.empty())
        return;
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
void ExampleCheck::add_reasons(const model::ExampleExpectation& expectation, Difference& difference) const {
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

std::optional<std::uint32_t> ExampleCheck::row_of(const model::ExampleExpectation& expectation) const {
    const data::Table& table = data_.table(expectation.record);
    if (const auto row = table.find(expectation.key))
        return row;
    return table.find(source::fold_width(expectation.key));
}

} // namespace tiaoli::suite
