// Decides all cases under one version and names everything.
#include "tiaoli/compare/decisions.hpp"

#include "tiaoli/explain/wording.hpp"

#include <algorithm>

namespace tiaoli::compare {

namespace {

Outcome outcome_of(const explain::Scene& scene, const interp::Decision& decision, std::uint32_t instance) {
    Outcome out;
    out.verdict = decision.verdict;
    out.trial = decision.trial;
    out.instance = instance;
    for (const interp::OutputValue& output : decision.outputs) {
        const model::Field& field = scene.schema().fields[output.field];
        OutputText text{explain::plain_text(scene, field.type, output.value)};
        if (text.text.empty())
            continue;
        const auto* scalar = std::get_if<model::Scalar>(&output.value);
        if (scalar != nullptr && field.type.kind == model::TypeKind::Money)
            text.amount = std::get<value::Number>(*scalar);
        out.outputs.emplace(field.name, std::move(text));
    }
    return out;
}

} // namespace

bool is_same(const Outcome& one, const Outcome& other) {
    return one.verdict == other.verdict && one.trial == other.trial &&
           std::equal(one.outputs.begin(), one.outputs.end(), other.outputs.begin(), other.outputs.end(),
                      [](const auto& left, const auto& right) {
                          return left.first == right.first && left.second.text == right.second.text;
                      });
}

interp::Options options_for(value::Date today) {
    interp::Options options;
    options.today = today;
    options.only_version = model::VersionId{0};
    return options;
}

void align_days(project::Project& before, project::Project& after) {
    auto& old_day = before.policy.versions[model::VersionId{0}].effective;
    auto& new_day = after.policy.versions[model::VersionId{0}].effective;
    if (old_day && new_day)
        old_day = new_day = std::min(*old_day, *new_day);
}

Decided decide(const Side& side, interp::Evaluator& evaluator) {
    evaluator.settle();
    const model::Schema& schema = side.project.policy.schema;
    const explain::Scene scene{side.project, side.data};
    Decided out;
    for (std::uint32_t index = 0; index < schema.matters.size(); ++index) {
        const model::Matter& matter = schema.matters[model::MatterId{index}];
        const std::vector<interp::Instance>& instances = evaluator.instances({index});
        for (std::uint32_t at = 0; at < instances.size(); ++at) {
            const interp::Instance& instance = instances[at];
            const CaseId id{matter.name, side.data.table(matter.record).key(instance.row),
                            instance.period ? instance.period->to_text() : std::string{}};
            out.emplace(id, outcome_of(scene, evaluator.decide({index}, at), at));
        }
    }
    return out;
}

} // namespace tiaoli::compare
