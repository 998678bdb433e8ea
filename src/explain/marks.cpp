// Words and signs in both languages.
#include "marks.hpp"

#include <fmt/format.h>

namespace tiaoli::explain {

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

std::string_view state_word(const Scene& scene, interp::RuleState state) {
    switch (state) {
    case interp::RuleState::Held:
        return in(scene.language, "满足", "holds");
    case interp::RuleState::Failed:
        return in(scene.language, "不满足", "fails");
    case interp::RuleState::NotApplicable:
        return in(scene.language, "不适用", "not applicable");
    case interp::RuleState::Unknown:
        return in(scene.language, "不能判断", "cannot be judged");
    case interp::RuleState::NoValue:
        return in(scene.language, "政策未规定", "the policy does not say");
    }
    return {};
}

std::string_view ground_word(const Scene& scene, GroundKind kind) {
    switch (kind) {
    case GroundKind::Failed:
        return in(scene.language, "未通过", "fails");
    case GroundKind::Wanting:
        return in(scene.language, "需补正", "wanting");
    case GroundKind::Undefined:
        return in(scene.language, "待人工", "for a person");
    case GroundKind::Hint:
        return in(scene.language, "提示", "hint");
    case GroundKind::Remark:
        return in(scene.language, "说明", "note");
    }
    return {};
}

std::string rule_ending(const Scene& scene, const RuleEntry& rule) {
    if (!rule.consequence.empty())
        return " → " + rule.consequence;
    if (!rule.lifted.empty())
        return fmt::format(fmt::runtime(in(scene.language, "：{}（{}）", ": {} ({})")), rule.lifted,
                           rule.lifted_by);
    if (rule.state == interp::RuleState::NotApplicable)
        return std::string{in(scene.language, "（前提不满足，不适用）", " (its premise does not hold)")};
    return {};
}

std::string distance_line(const Scene& scene, const Distance& distance) {
    return distance.comparison + std::string{in(scene.language, "：", ": ")} + distance.text;
}

std::string reading_line(const Scene& scene, const OtherReading& reading) {
    if (reading.taken.empty())
        return fmt::format(fmt::runtime(in(scene.language, "{}改为{}", "{}: {} instead")), reading.parameter,
                           reading.instead);
    return fmt::format(fmt::runtime(in(scene.language, "{0}改为{1}（现为{2}）", "{0}: {1} instead of {2}")),
                       reading.parameter, reading.instead, reading.taken);
}

std::string change_line(const Scene& scene, const OtherReading::Change& change) {
    const std::string name =
        change.name.empty() ? std::string{in(scene.language, "结论", "verdict")} : change.name;
    return fmt::format("{}{}{} → {}", name, in(scene.language, "：", ": "), change.before, change.after);
}

std::string without_effect_line(const Scene& scene, const Explanation& explanation) {
    std::string names;
    for (const std::string& name : explanation.readings_without_effect)
        names += (names.empty() ? "" : "、") + name;
    return std::string{in(scene.language, "换一种读法，结论和输出都不变的：",
                          "no other result by the other readings of: ")} +
           names;
}

} // namespace tiaoli::explain
