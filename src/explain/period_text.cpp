// The decisions of a matter that recurs on one record: one of them opened, the others by their verdicts.
#include "tiaoli/explain/decision_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tiaoli::explain {

namespace {

/// Places in `Evaluator::instances`, earliest period first.
std::vector<std::uint32_t> instances_of(interp::Evaluator& evaluator, model::MatterId matter,
                                        std::uint32_t row) {
    std::vector<std::uint32_t> found;
    const std::vector<interp::Instance>& all = evaluator.instances(matter);
    for (std::uint32_t at = 0; at < all.size(); ++at) {
        if (all[at].row == row)
            found.push_back(at);
    }
    return found;
}

std::string list_of_others(const Scene& scene, interp::Evaluator& evaluator, model::MatterId matter,
                           const std::vector<std::uint32_t>& others) {
    if (others.empty())
        return {};
    std::string out = fmt::format("\n{}\n", in(scene.language, "其他各期", "The other periods"));
    for (auto at = others.rbegin(); at != others.rend(); ++at) {
        const interp::Decision& decision = evaluator.decide(matter, *at);
        out += fmt::format("  {}{}{}\n", decision.period->to_text(), in(scene.language, "：", ": "),
                           verdict_text(scene, decision.verdict));
    }
    return out;
}

} // namespace

std::vector<std::string> periods_of(interp::Evaluator& evaluator, model::MatterId matter, std::uint32_t row) {
    std::vector<std::string> periods;
    for (const std::uint32_t at : instances_of(evaluator, matter, row))
        periods.push_back(evaluator.instances(matter)[at].period->to_text());
    return periods;
}

std::optional<std::string> period_text(const Scene& scene, interp::Evaluator& evaluator,
                                       model::MatterId matter, std::uint32_t row, const std::string& period) {
    std::vector<std::uint32_t> all = instances_of(evaluator, matter, row);
    const auto wanted = std::find_if(all.rbegin(), all.rend(), [&](std::uint32_t at) {
        return period.empty() || evaluator.instances(matter)[at].period->to_text() == period;
    });
    if (wanted == all.rend())
        return std::nullopt;
    const std::uint32_t opened = *wanted;
    std::string text = decision_text(scene, evaluator, matter, opened);
    std::erase(all, opened);
    return text + list_of_others(scene, evaluator, matter, all);
}

} // namespace tiaoli::explain
