// Compares the decisions of two versions case by case, and adds them up.
#include "tiaoli/compare/decisions.hpp"

#include "dimensions.hpp"

#include "tiaoli/report/addable.hpp"

#include <algorithm>
#include <set>

namespace tiaoli::compare {

namespace {

struct Half {
    const Side& side;
    interp::Evaluator& evaluator;
    Decided decided;
};

std::optional<model::MatterId> matter_named(const model::Schema& schema, const std::string& name) {
    for (std::uint32_t index = 0; index < schema.matters.size(); ++index) {
        if (schema.matters[model::MatterId{index}].name == name)
            return model::MatterId{index};
    }
    return std::nullopt;
}

/// In the order of the new version, then those that only the old one has.
std::vector<std::string> matter_names(const Half& before, const Half& after) {
    std::vector<std::string> names;
    for (const Half* half : {&after, &before}) {
        for (const model::Matter& matter : half->side.project.policy.schema.matters) {
            if (std::find(names.begin(), names.end(), matter.name) == names.end())
                names.push_back(matter.name);
        }
    }
    return names;
}

/// Adds one side's decisions of a matter to its sums.
class Adding {
  public:
    Adding(const Half& half, int side, MatterSums& into) : half_(half), side_(side), into_(into) {}

    void run() {
        const model::Policy& policy = half_.side.project.policy;
        const auto matter = matter_named(policy.schema, into_.matter);
        if (!matter)
            return;
        matter_ = *matter;
        fields_ = grouping_fields(policy, matter_);
        const std::set<model::FieldId> addable = report::addable_outputs(policy);
        for (const model::FieldId output : policy.schema.matters[matter_].outputs) {
            const std::string& name = policy.schema.fields[output].name;
            if (!addable.contains(output))
                continue;
            summed_.insert(name);
            if (std::find(into_.outputs.begin(), into_.outputs.end(), name) == into_.outputs.end())
                into_.outputs.push_back(name);
        }
        for (auto at = half_.decided.lower_bound({into_.matter, {}, {}});
             at != half_.decided.end() && at->first.matter == into_.matter; ++at)
            take(at->second);
    }

  private:
    void take(const Outcome& outcome) {
        ++into_.verdicts[side_][outcome.verdict];
        add(into_.sums, outcome);
        for (const GroupingField& field : fields_) {
            Dimension& dimension = dimension_named(field);
            const std::string group = group_of(half_.side, half_.evaluator, field, matter_, outcome.instance);
            add(dimension.groups[group], outcome);
        }
    }

    /// Money is that of what passed and is no trial, as in the summary of a run.
    void add(Sums& sums, const Outcome& outcome) const {
        ++sums.decided[side_];
        if (outcome.verdict != model::Verdict::Pass)
            return;
        ++sums.passed[side_];
        for (const auto& [name, output] : outcome.outputs) {
            if (!output.amount || outcome.trial || !summed_.contains(name))
                continue;
            value::Number& sum = sums.money[side_][name];
            sum = sum + *output.amount;
        }
    }

    Dimension& dimension_named(const GroupingField& field) {
        for (Dimension& each : into_.dimensions) {
            if (each.name == field.name)
                return each;
        }
        into_.dimensions.push_back({field.name, field.is_reference, {}});
        return into_.dimensions.back();
    }

    const Half& half_;
    int side_;
    MatterSums& into_;
    model::MatterId matter_ = {};
    std::vector<GroupingField> fields_;
    std::set<std::string> summed_;
};

std::string record_of(const Half& half, const std::string& matter) {
    const model::Schema& schema = half.side.project.policy.schema;
    const auto found = matter_named(schema, matter);
    return found ? schema.records[schema.matters[*found].record].name : std::string{};
}

void add_flips(const Half& before, const Half& after, const std::string& matter, std::vector<Flip>& flips) {
    const CaseId first{matter, {}, {}};
    auto old = before.decided.lower_bound(first);
    auto now = after.decided.lower_bound(first);
    const auto is_left = [&](const Decided& decided, Decided::const_iterator at) {
        return at != decided.end() && at->first.matter == matter;
    };
    while (is_left(before.decided, old) || is_left(after.decided, now)) {
        const bool has_old = is_left(before.decided, old);
        const bool has_now = is_left(after.decided, now);
        const bool take_old = has_old && (!has_now || old->first <= now->first);
        const bool take_now = has_now && (!has_old || now->first <= old->first);
        Flip flip{take_old ? old->first : now->first, record_of(take_now ? after : before, matter), {}, {}};
        if (take_old)
            flip.before = (old++)->second;
        if (take_now)
            flip.after = (now++)->second;
        if (!flip.before || !flip.after || !is_same(*flip.before, *flip.after))
            flips.push_back(std::move(flip));
    }
}

} // namespace

bool Sums::differs() const {
    return decided[0] != decided[1] || passed[0] != passed[1] || money[0] != money[1];
}

value::Number Sums::of(int side, const std::string& output) const {
    const auto found = money[side].find(output);
    return found == money[side].end() ? value::Number{0} : found->second;
}

DecisionChanges decision_changes(const Side& before, interp::Evaluator& evaluator_before, const Side& after,
                                 interp::Evaluator& evaluator_after) {
    const Half old{before, evaluator_before, decide(before, evaluator_before)};
    const Half now{after, evaluator_after, decide(after, evaluator_after)};
    DecisionChanges out;
    for (const std::string& name : matter_names(old, now)) {
        MatterSums sums;
        sums.matter = name;
        Adding{old, 0, sums}.run();
        Adding{now, 1, sums}.run();
        out.matters.push_back(std::move(sums));
        add_flips(old, now, name, out.flips);
    }
    out.decided[0] = old.decided.size();
    out.decided[1] = now.decided.size();
    out.turned_back[0] = before.data.turned_back.size();
    out.turned_back[1] = after.data.turned_back.size();
    return out;
}

} // namespace tiaoli::compare
