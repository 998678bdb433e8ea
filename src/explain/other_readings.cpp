// Decides once more under each other reading of each parameter, one at a time, and keeps what would be different.
#include "tiaoli/explain/other_readings.hpp"

#include "tiaoli/source/folded.hpp"

#include <algorithm>

namespace tiaoli::explain {

namespace {

class Trial {
  public:
    Trial(const Scene& scene, const interp::Options& options, Explanation& explanation)
        : scene_(scene), options_(options), explanation_(explanation) {}

    void parameter(const model::Parameter& parameter);

  private:
    /// The words by which --reading names an alternative: width folded, blanks dropped.
    std::string words_of(model::ExprId expr) const {
        return source::folded_words(scene_.project.sources.text(version().exprs[expr].span));
    }
    std::string taken(const model::Parameter& parameter) const;
    std::vector<OtherReading::Change> changes(const std::string& name, const std::string& reading) const;
    std::vector<OtherReading::Change> compared(const interp::Decision& other) const;
    const model::Version& version() const { return scene_.version(explanation_.decision.version); }

    const Scene& scene_;
    const interp::Options& options_;
    Explanation& explanation_;
};

bool same(const interp::Value& a, const interp::Value& b);

} // namespace

void add_other_readings(const Scene& scene, const interp::Options& options, Explanation& explanation) {
    if (!explanation.decision.version.valid())
        return;
    Trial trial{scene, options, explanation};
    for (const model::Parameter& parameter : scene.version(explanation.decision.version).parameters) {
        if (!parameter.alternatives.empty())
            trial.parameter(parameter);
    }
}

namespace {

void Trial::parameter(const model::Parameter& parameter) {
    const std::string now = taken(parameter);
    bool matters = false;
    for (const model::ExprId alternative : parameter.alternatives) {
        const std::string instead = words_of(alternative);
        if (instead == now)
            continue;
        auto found = changes(parameter.name, instead);
        if (found.empty())
            continue;
        matters = true;
        explanation_.other_readings.push_back({parameter.name, now, instead, std::move(found)});
    }
    if (!matters)
        explanation_.readings_without_effect.push_back(parameter.name);
}

/// Empty where --set gave a value, or the policy lets it change on a day.
std::string Trial::taken(const model::Parameter& parameter) const {
    if (options_.settings.contains(parameter.name))
        return {};
    const auto chosen = options_.readings.find(parameter.name);
    if (chosen != options_.readings.end())
        return chosen->second;
    return parameter.values.size() == 1 ? words_of(parameter.values.front().value) : std::string{};
}

std::vector<OtherReading::Change> Trial::changes(const std::string& name, const std::string& reading) const {
    interp::Options options = options_;
    options.readings[name] = reading;
    options.settings.erase(name);
    interp::Evaluator evaluator{scene_.project.policy, scene_.data, std::move(options)};
    evaluator.settle();
    const interp::Decision& decision = explanation_.decision;
    const std::vector<interp::Instance>& all = evaluator.instances(decision.matter);
    const auto same_case = std::find(all.begin(), all.end(), interp::Instance{decision.row, decision.period});
    if (same_case == all.end())
        return {{{}, explanation_.verdict, std::string{in(scene_.language, "不审核", "not reviewed")}}};
    return compared(evaluator.decide(decision.matter, static_cast<std::uint32_t>(same_case - all.begin())));
}

std::vector<OtherReading::Change> Trial::compared(const interp::Decision& other) const {
    const interp::Decision& decision = explanation_.decision;
    std::vector<OtherReading::Change> out;
    if (other.verdict != decision.verdict)
        out.push_back({{}, explanation_.verdict, verdict_text(scene_, other.verdict)});
    const auto text = [&](const interp::Decision& of, const interp::OutputValue& output) {
        const bool has_none = of.verdict == model::Verdict::Fail || of.verdict == model::Verdict::Return;
        return has_none ? std::string{in(scene_.language, "没有", "none")}
                        : value_text(scene_, scene_.schema().fields[output.field].type, output.value);
    };
    for (std::size_t at = 0; at < decision.outputs.size() && at < other.outputs.size(); ++at) {
        const interp::OutputValue& before = decision.outputs[at];
        const interp::OutputValue& after = other.outputs[at];
        if (before.field == after.field && !same(before.value, after.value))
            out.push_back(
                {scene_.schema().fields[before.field].name, text(decision, before), text(other, after)});
    }
    return out;
}

/// Without the reasons for which something is not known: they are told, but they are no result.
bool same(const interp::Value& a, const interp::Value& b) {
    if (a.index() != b.index())
        return false;
    const auto* known = std::get_if<model::Scalar>(&a);
    return known == nullptr || *known == std::get<model::Scalar>(b);
}

} // namespace

} // namespace tiaoli::explain
