// The decisions of a matter that recurs on one record: one of them opened, the others by their verdicts.
#include "tiaoli/explain/explanation.hpp"

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

} // namespace

std::vector<std::string> periods_of(interp::Evaluator& evaluator, model::MatterId matter, std::uint32_t row) {
    std::vector<std::string> periods;
    for (const std::uint32_t at : instances_of(evaluator, matter, row))
        periods.push_back(evaluator.instances(matter)[at].period->to_text());
    return periods;
}

std::optional<Explanation> explanation_of_period(const Scene& scene, interp::Evaluator& evaluator,
                                                 model::MatterId matter, std::uint32_t row,
                                                 const std::string& period) {
    std::vector<std::uint32_t> all = instances_of(evaluator, matter, row);
    const auto wanted = std::find_if(all.rbegin(), all.rend(), [&](std::uint32_t at) {
        return period.empty() || evaluator.instances(matter)[at].period->to_text() == period;
    });
    if (wanted == all.rend())
        return std::nullopt;
    const std::uint32_t opened = *wanted;
    Explanation out = explanation(scene, evaluator, matter, opened);
    std::erase(all, opened);
    for (auto at = all.rbegin(); at != all.rend(); ++at) {
        const interp::Decision& decision = evaluator.decide(matter, *at);
        out.other_periods.push_back({decision.period->to_text(), verdict_text(scene, decision.verdict)});
    }
    return out;
}

} // namespace tiaoli::explain
