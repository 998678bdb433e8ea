// Settled results of the case files: where they hold, and from when other decisions see them.
#include "settlement.hpp"

#include <algorithm>

namespace tiaoli::interp {

namespace {

/// 转人工, 暂缓, or no version in force; what the policy itself decides stands.
bool is_left_open(const Decision& decision, const Plan& plan) {
    const bool for_a_person =
        decision.verdict == model::Verdict::Manual || decision.verdict == model::Verdict::Defer;
    return for_a_person || (!plan.version.valid() && !plan.is_out);
}

} // namespace

void Settlement::place_settled_results() {
    for (std::size_t result = 0; result < data_.settled.size(); ++result) {
        const data::SettledResult& stated = data_.settled[result];
        const std::vector<Instance>& all = ledger_.instances[stated.matter.index];
        const auto found = std::find(all.begin(), all.end(), Instance{stated.row, stated.period});
        if (found == all.end())
            unplaced_.push_back(result);
        else
            stated_[{stated.matter, static_cast<std::uint32_t>(found - all.begin())}] = result;
    }
}

void Settlement::enter(Decision& decision, const Plan& plan, std::uint32_t instance) const {
    const auto stated = stated_.find({decision.matter, instance});
    if (stated != stated_.end())
        enter_stated(decision, plan, stated->second);
    else
        decision.result_unread = is_left_open(decision, plan) && may_be_unread(decision);
}

void Settlement::enter_stated(Decision& decision, const Plan& plan, std::size_t result) const {
    const data::SettledResult& stated = data_.settled[result];
    EnteredResult entered{result, false, decision.verdict, after(plan.moment)};
    const bool has_come = !stated.day || *stated.day <= options_.today;
    entered.holds = has_come && is_left_open(decision, plan);
    if (stated.day)
        entered.seen_from = std::max(entered.seen_from, start_of_day(stated.day->days + 1));
    if (entered.holds) {
        decision.verdict = stated.verdict;
        const model::RowRef row{policy_.schema.matters[decision.matter].record, decision.row};
        for (std::size_t at = 0; at < decision.outputs.size(); ++at) {
            OutputValue& output = decision.outputs[at];
            if (stated.verdict != model::Verdict::Pass)
                output.value = no_value({AbsenceReason::NoOutput, row, output.field});
            else if (stated.outputs[at])
                output.value = *stated.outputs[at];
            else if (!is_known(output.value))
                output.value = unknown({AbsenceReason::NotEntered, row, output.field});
        }
    }
    decision.entered = entered;
}

/// Whether a settled result that was turned back may be this record's.
bool Settlement::may_be_unread(const Decision& decision) const {
    return std::any_of(
        data_.unread_results.begin(), data_.unread_results.end(), [&](const data::UnreadResult& unread) {
            return unread.matter == decision.matter && (!unread.row || *unread.row == decision.row) &&
                   (!unread.period || unread.period == decision.period);
        });
}

} // namespace tiaoli::interp
