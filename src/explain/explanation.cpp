// Builds the tree of one explanation: verdict, causes, each article with its rules, outputs, readings.
#include "tiaoli/explain/explanation.hpp"

#include "distances.hpp"
#include "trace_steps.hpp"

#include "tiaoli/model/provisions.hpp"

#include <algorithm>

namespace tiaoli::explain {

namespace {

class Builder {
  public:
    Builder(const Scene& scene, Explanation& into)
        : scene_(scene), into_(into),
          steps_(scene, {scene.schema().matters[into.decision.matter].record, into.decision.row}) {}

    void build();

  private:
    void add_articles();
    RuleEntry rule(const interp::RuleOutcome& outcome);
    void add_outputs();
    OutputEntry output(const interp::OutputValue& output);
    bool is_stated(model::FieldId output) const;
    void add_formulas(model::FieldId field, OutputEntry& entry);
    void add_readings();
    const interp::TraceStep* step_of(model::RuleId rule) const;
    const interp::TraceStep* step_of(model::FieldId output) const;
    const model::Version& version() const { return scene_.version(decision().version); }
    const interp::Decision& decision() const { return into_.decision; }

    const Scene& scene_;
    Explanation& into_;
    TraceSteps steps_;
    std::set<model::AllocationId> allocations_shown_;
};

Explanation head(const Scene& scene, model::MatterId matter, std::uint32_t row);
/// As written, without the statement word and the name, which stand above it.
std::string rule_words(const Scene& scene, const model::Rule& rule);

} // namespace

Explanation explanation(const Scene& scene, interp::Evaluator& evaluator, model::MatterId matter,
                        std::uint32_t instance) {
    const interp::Decision& decision = evaluator.decide(matter, instance);
    Explanation out = head(scene, matter, decision.row);
    out.decision = decision;
    out.period = decision.period ? decision.period->to_text() : std::string{};
    out.verdict = verdict_text(scene, decision.verdict);
    out.grounds = grounds(scene, decision);
    if (decision.version.valid())
        out.trace = evaluator.trace(matter, instance);
    Builder{scene, out}.build();
    return out;
}

std::string article_label(const Scene& scene, const ArticleRef& article) {
    return article.version.valid() ? article_label(scene.version(article.version), article.article)
                                   : std::string{};
}

Explanation without_periods(const Scene& scene, model::MatterId matter, std::uint32_t row) {
    Explanation out = head(scene, matter, row);
    out.not_reviewed = in(scene.language, "没有一期要审核", "is reviewed in no period");
    return out;
}

namespace {

Explanation head(const Scene& scene, model::MatterId matter, std::uint32_t row) {
    Explanation out;
    out.decision.matter = matter;
    out.decision.row = row;
    out.record = row_text(scene, {scene.schema().matters[matter].record, row});
    out.matter = scene.schema().matters[matter].name;
    return out;
}

void Builder::build() {
    if (decision().version.valid())
        add_articles();
    if (decision().version.valid() || (decision().entered && decision().entered->holds))
        add_outputs();
    if (decision().version.valid())
        add_readings();
}

void Builder::add_articles() {
    for (const interp::RuleOutcome& outcome : decision().rules) {
        const model::ArticleId article = version().rules[outcome.rule].article;
        if (into_.articles.empty() || into_.articles.back().id != article)
            into_.articles.push_back({article, {}});
        into_.articles.back().rules.push_back(rule(outcome));
    }
}

RuleEntry Builder::rule(const interp::RuleOutcome& outcome) {
    const model::Rule& rule = version().rules[outcome.rule];
    RuleEntry out{outcome.state, rule.label, rule_words(scene_, rule), {}, {}, {}, {}, {}, {}, {}, {},
                  rule.span};
    if (outcome.state == interp::RuleState::Failed) {
        out.consequence = consequence_text(scene_, rule.consequence);
        out.remark = rule.explanation;
    }
    if (outcome.lifted_by) {
        out.lifted = lifted_text(scene_, version(), rule);
        out.lifted_by = article_label(version(), rule.exceptions.at(*outcome.lifted_by).article);
    }
    for (const model::RuleException& exception : rule.exceptions)
        out.exceptions.push_back(article_label(version(), exception.article) + " " +
                                 quoted(scene_, exception.span));
    for (const interp::Reason& reason : outcome.reasons)
        out.reasons.push_back(reason_text(scene_, decision().version, reason));
    if (const interp::TraceStep* step = step_of(outcome.rule)) {
        out.distances = distances(scene_, into_, outcome, *step);
        out.steps = steps_.parts(*step);
    }
    return out;
}

void Builder::add_outputs() {
    into_.outputs_withheld =
        decision().verdict == model::Verdict::Fail || decision().verdict == model::Verdict::Return;
    if (into_.outputs_withheld)
        return;
    for (const interp::OutputValue& each : decision().outputs)
        into_.outputs.push_back(output(each));
}

/// Whether a settled result that holds gives this output.
bool Builder::is_stated(model::FieldId output) const {
    if (!decision().entered || !decision().entered->holds)
        return false;
    const std::vector<model::FieldId>& outputs = scene_.schema().matters[decision().matter].outputs;
    const auto& stated = scene_.data.settled.at(decision().entered->result).outputs;
    const auto at = std::find(outputs.begin(), outputs.end(), output) - outputs.begin();
    return stated.at(static_cast<std::size_t>(at)).has_value();
}

OutputEntry Builder::output(const interp::OutputValue& output) {
    const model::Field& field = scene_.schema().fields[output.field];
    OutputEntry out{field.name, value_text(scene_, field.type, output.value), {}, false, {}};
    if (!decision().version.valid() || is_stated(output.field))
        return out; // stated by the case files, not worked out
    add_formulas(output.field, out);
    if (const interp::TraceStep* step = step_of(output.field))
        out.steps = steps_.parts(*step);
    return out;
}

/// The statements that define the output, each with its article.
void Builder::add_formulas(model::FieldId field, OutputEntry& entry) {
    const auto allocated = version().allocated.find(field);
    if (allocated != version().allocated.end())
        entry.formulas_shown = !allocations_shown_.insert(allocated->second).second;
    for (const model::Provision& part : model::provisions(version(), field))
        entry.formulas.push_back({{decision().version, part.article}, quoted(scene_, part.span), part.span});
}

void Builder::add_readings() {
    for (const std::size_t index : decision().readings) {
        const model::ReadingNote& note = version().readings.at(index);
        into_.readings.push_back({article_label(version(), note.article), note.settled, note.text});
    }
}

const interp::TraceStep* Builder::step_of(model::RuleId rule) const {
    for (const interp::TraceStep& step : into_.trace) {
        if (step.kind == interp::TraceStep::Kind::Rule && step.rule == rule)
            return &step;
    }
    return nullptr;
}

const interp::TraceStep* Builder::step_of(model::FieldId output) const {
    for (const interp::TraceStep& step : into_.trace) {
        if (step.kind == interp::TraceStep::Kind::Field && step.field == output)
            return &step;
    }
    return nullptr;
}

std::string rule_words(const Scene& scene, const model::Rule& rule) {
    const std::string words = quoted(scene, rule.span);
    for (const std::string_view colon : {"：", ":"}) {
        const std::string name = "“" + rule.label + "”" + std::string{colon};
        const std::size_t at = words.find(name);
        if (at != std::string::npos)
            return words.substr(at + name.size());
    }
    return words;
}

} // namespace

} // namespace tiaoli::explain
