// Puts one explanation together: verdict, causes, each article with its rules, outputs, readings.
#include "tiaoli/explain/decision_text.hpp"

#include "tiaoli/explain/grounds.hpp"
#include "tiaoli/model/provisions.hpp"
#include "trace_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace tiaoli::explain {

namespace {

class DecisionText {
  public:
    DecisionText(const Scene& scene, const interp::Decision& decision, std::vector<interp::TraceStep> steps)
        : scene_(scene), decision_(decision), steps_(std::move(steps)),
          trace_(scene_, {scene.schema().matters[decision.matter].record, decision.row}) {}

    std::string write();

  private:
    void write_head();
    void write_grounds();
    void write_articles();
    void write_rule(const interp::RuleOutcome& outcome);
    void write_outputs();
    void write_output(const interp::OutputValue& output);
    bool is_stated(model::FieldId output) const;
    void write_formula(model::FieldId field);
    void write_readings();
    void write_law(model::ArticleId article);
    const interp::TraceStep* step_of(model::RuleId rule) const;
    const interp::TraceStep* step_of(model::FieldId output) const;
    std::string_view in(std::string_view chinese, std::string_view english) const {
        return explain::in(scene_.language, chinese, english);
    }
    const model::Version& version() const { return scene_.version(decision_.version); }

    const Scene& scene_;
    const interp::Decision& decision_;
    std::vector<interp::TraceStep> steps_;
    TraceText trace_;
    std::set<model::ArticleId> law_quoted_;
    std::set<model::AllocationId> allocations_quoted_;
    std::string out_;
};

std::string_view mark(interp::RuleState state);
/// As written, without the statement word and the name, which stand above it.
std::string rule_words(const Scene& scene, const model::Rule& rule);

} // namespace

std::string decision_text(const Scene& scene, interp::Evaluator& evaluator, model::MatterId matter,
                          std::uint32_t instance) {
    const interp::Decision decision = evaluator.decide(matter, instance);
    std::vector<interp::TraceStep> steps;
    if (decision.version.valid())
        steps = evaluator.trace(matter, instance);
    return DecisionText{scene, decision, std::move(steps)}.write();
}

namespace {

std::string DecisionText::write() {
    write_head();
    write_grounds();
    if (decision_.version.valid())
        write_articles();
    if (decision_.version.valid() || (decision_.entered && decision_.entered->holds))
        write_outputs();
    if (decision_.version.valid())
        write_readings();
    return std::move(out_);
}

void DecisionText::write_head() {
    const model::Matter& matter = scene_.schema().matters[decision_.matter];
    const std::string period = decision_.period ? "　" + decision_.period->to_text() : std::string{};
    out_ += fmt::format("{}　{}{}{}{}\n", row_text(scene_, {matter.record, decision_.row}), matter.name,
                        period, in("：", ": "), verdict_text(scene_, decision_.verdict));
    if (!decision_.version.valid())
        return;
    std::string number = version().document_number;
    if (!number.empty())
        number = fmt::format(fmt::runtime(in("（{}）", " ({})")), number);
    out_ += fmt::format("{}{}{}\n", in("依据版本：", "version: "), version().name, number);
}

void DecisionText::write_grounds() {
    const auto word = [&](GroundKind kind) {
        switch (kind) {
        case GroundKind::Failed:
            return in("未通过：", "fails: ");
        case GroundKind::Wanting:
            return in("需补正：", "wanting: ");
        case GroundKind::Undefined:
            return in("待人工：", "for a person: ");
        case GroundKind::Hint:
            return in("提示：", "hint: ");
        case GroundKind::Remark:
            return in("说明：", "note: ");
        }
        return std::string_view{};
    };
    for (const Ground& ground : grounds(scene_, decision_)) {
        const std::string text = decision_.version.valid() ? ground.cited(version()) : ground.text;
        out_ += fmt::format("{}{}\n", word(ground.kind), text);
    }
}

void DecisionText::write_articles() {
    model::ArticleId current;
    bool first = true;
    for (const interp::RuleOutcome& outcome : decision_.rules) {
        const model::ArticleId article = version().rules[outcome.rule].article;
        if (first || article != current)
            write_law(article);
        current = article;
        first = false;
        write_rule(outcome);
    }
}

/// The article's heading and, the first time, its words.
void DecisionText::write_law(model::ArticleId id) {
    out_ += '\n';
    if (!id.valid())
        return;
    const model::Article& article = version().articles[id];
    out_ += article.title.empty() ? article.label : article.label + "　" + article.title;
    out_ += '\n';
    if (!law_quoted_.insert(id).second)
        return;
    for (const std::string& paragraph : article.paragraphs)
        out_ += "> " + paragraph + "\n";
}

void DecisionText::write_rule(const interp::RuleOutcome& outcome) {
    const model::Rule& rule = version().rules[outcome.rule];
    std::string ending;
    if (outcome.state == interp::RuleState::Failed)
        ending = " → " + consequence_text(scene_, rule.consequence);
    else if (outcome.lifted_by)
        ending =
            fmt::format(fmt::runtime(in("：{}（{}）", ": {} ({})")), lifted_text(scene_, version(), rule),
                        article_label(version(), rule.exceptions.at(*outcome.lifted_by).article));
    else if (outcome.state == interp::RuleState::NotApplicable)
        ending = in("（前提不满足，不适用）", " (its premise does not hold)");
    out_ += fmt::format("  {} {}{}\n", mark(outcome.state), rule.label, ending);
    out_ += fmt::format("      {}{}\n", in("规则：", "rule: "), rule_words(scene_, rule));
    for (const model::RuleException& exception : rule.exceptions)
        out_ += fmt::format("      {}{} {}\n", in("例外：", "exception: "),
                            article_label(version(), exception.article), quoted(scene_, exception.span));
    if (outcome.state == interp::RuleState::Failed && !rule.explanation.empty())
        out_ += fmt::format("      {}{}\n", in("说明：", "note: "), rule.explanation);
    for (const interp::Reason& reason : outcome.reasons)
        out_ += fmt::format("      ！{}\n", reason_text(scene_, decision_.version, reason));
    if (const interp::TraceStep* step = step_of(outcome.rule))
        out_ += trace_.parts(*step, 3);
}

void DecisionText::write_outputs() {
    if (decision_.outputs.empty())
        return;
    const bool has_none =
        decision_.verdict == model::Verdict::Fail || decision_.verdict == model::Verdict::Return;
    out_ +=
        fmt::format("\n{}\n", has_none ? in("结论如此，没有输出", "With this verdict there are no outputs")
                                       : in("输出", "Outputs"));
    if (has_none)
        return;
    for (const interp::OutputValue& output : decision_.outputs)
        write_output(output);
}

/// Whether a settled result that holds gives this output.
bool DecisionText::is_stated(model::FieldId output) const {
    if (!decision_.entered || !decision_.entered->holds)
        return false;
    const std::vector<model::FieldId>& outputs = scene_.schema().matters[decision_.matter].outputs;
    const auto& stated = scene_.data.settled.at(decision_.entered->result).outputs;
    const auto at = std::find(outputs.begin(), outputs.end(), output) - outputs.begin();
    return stated.at(static_cast<std::size_t>(at)).has_value();
}

void DecisionText::write_output(const interp::OutputValue& output) {
    const model::Field& field = scene_.schema().fields[output.field];
    out_ += fmt::format("  {} ＝ {}\n", field.name, value_text(scene_, field.type, output.value));
    if (!decision_.version.valid() || is_stated(output.field))
        return; // stated by the case files, not worked out
    write_formula(output.field);
    const interp::TraceStep* step = step_of(output.field);
    if (step == nullptr)
        return;
    out_ += trace_.parts(*step, 3);
}

/// The statements that define the output, each with its article.
void DecisionText::write_formula(model::FieldId field) {
    const auto allocated = version().allocated.find(field);
    if (allocated != version().allocated.end() && !allocations_quoted_.insert(allocated->second).second)
        return;
    for (const model::Provision& part : model::provisions(version(), field)) {
        const std::string label = article_label(version(), part.article);
        out_ += fmt::format("      {}{}{}\n", label, label.empty() ? "" : in("：", ": "),
                            quoted(scene_, part.span));
    }
}

void DecisionText::write_readings() {
    if (decision_.readings.empty())
        return;
    out_ += fmt::format("\n{}\n", in("所依据的解释", "Readings that this rests on"));
    for (const std::size_t index : decision_.readings) {
        const model::ReadingNote& note = version().readings.at(index);
        out_ += fmt::format("  {}{}{}\n", article_label(version(), note.article),
                            note.settled ? in(" 解释：", " settled: ") : in(" 待释：", " not settled: "),
                            note.text);
    }
}

const interp::TraceStep* DecisionText::step_of(model::RuleId rule) const {
    for (const interp::TraceStep& step : steps_) {
        if (step.kind == interp::TraceStep::Kind::Rule && step.rule == rule)
            return &step;
    }
    return nullptr;
}

const interp::TraceStep* DecisionText::step_of(model::FieldId output) const {
    for (const interp::TraceStep& step : steps_) {
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

std::string_view mark(interp::RuleState state) {
    switch (state) {
    case interp::RuleState::Held:
        return "✓";
    case interp::RuleState::Failed:
        return "✗";
    case interp::RuleState::NotApplicable:
        return "－";
    case interp::RuleState::Unknown:
    case interp::RuleState::NoValue:
        return "？";
    }
    return {};
}

} // namespace

} // namespace tiaoli::explain
