// The words and signs by which text and pages tell rules, causes and distances apart.
#pragma once

#include "tiaoli/explain/explanation.hpp"

#include <string>
#include <string_view>

namespace tiaoli::explain {

/// ✓ ✗ － ？
std::string_view mark(interp::RuleState state);
/// "满足", "不满足", "不适用", "不能判断"
std::string_view state_word(const Scene& scene, interp::RuleState state);
/// "未通过", "需补正", "待人工", "提示", "说明"
std::string_view ground_word(const Scene& scene, GroundKind kind);
/// What follows a rule's name: " → 不通过", "：不受第十五条限制（第十八条之一）", "（前提不满足，不适用）".
std::string rule_ending(const Scene& scene, const RuleEntry& rule);
/// "本年已支持低于400万元：距 4,000,000.00元 还差 400.00元"
std::string distance_line(const Scene& scene, const Distance& distance);

/// "年度口径改为滚动十二个月（现为自然年）"
std::string reading_line(const Scene& scene, const OtherReading& reading);
/// "支持额：500,000.00元 → 300,000.00元"
std::string change_line(const Scene& scene, const OtherReading::Change& change);
/// "换一种读法结果不变的参数：…"
std::string without_effect_line(const Scene& scene, const Explanation& explanation);

} // namespace tiaoli::explain
