// Which rows and periods a matter reviews: the condition after 审核, 自…起, and the periods from 施行 to today's.
#include "planner.hpp"

namespace tiaoli::interp {

std::vector<Instance> Planner::candidates(model::MatterId matter) const {
    const model::Matter& declared = policy_.schema.matters[matter];
    const std::uint32_t rows = places_.accepted_rows(declared.record);
    const std::optional<value::Date> first = first_day(matter);
    std::vector<Instance> out;
    for (std::uint32_t row = 0; row < rows; ++row) {
        if (declared.recurrence == model::Recurrence::Once) {
            out.push_back({row});
            continue;
        }
        for (value::Date day = first.value_or(options_.today); day <= options_.today;) {
            const value::Period period = model::period_of(declared.recurrence, day);
            out.push_back({row, period});
            day = value::Date{period.last.days + 1};
        }
    }
    return out;
}

/// The first day of force of the first version that knows the matter.
std::optional<value::Date> Planner::first_day(model::MatterId matter) const {
    for (std::uint32_t index = 0; index < policy_.versions.size(); ++index) {
        const model::Version& version = policy_.versions[model::VersionId{index}];
        if (is_wanted({index}) && terms_of(version, matter) != nullptr)
            return version.effective;
    }
    return std::nullopt;
}

/// Takes the matter's version away from what it does not review; where none is in force the newest one's words tell.
void Planner::leave_out(Plan& plan, model::MatterId matter, const Subject& subject) {
    model::VersionId version = plan.version;
    for (auto index = static_cast<std::uint32_t>(policy_.versions.size()); !version.valid() && index-- > 0;) {
        if (is_wanted({index}) && terms_of(policy_.versions[model::VersionId{index}], matter) != nullptr)
            version = {index};
    }
    if (!version.valid())
        return;
    const model::MatterTerms& terms = *terms_of(policy_.versions[version], matter);
    if (!begins_later(plan, version, terms, subject) && is_reviewed(plan, version, terms, subject))
        return;
    plan.is_out = true;
    plan.version = {};
    plan.not_on_file = false;
    plan.lacks_day = false;
    plan.reasons = {{AbsenceReason::NotReviewed, subject.own}};
}

/// Whether the period ends before the day that 自…起 names. A day that is not known leaves the period to be asked about.
bool Planner::begins_later(Plan& plan, model::VersionId version, const model::MatterTerms& terms,
                           const Subject& subject) {
    if (!terms.since.valid() || subject.frame == nullptr)
        return false;
    const Day since = day(version, terms.since, subject);
    if (since.pending || (since.date && subject.frame->period->last < *since.date))
        return true;
    if (!since.date) {
        plan.lacks_day = true;
        join(plan.reasons, since.reasons);
    }
    return false;
}

/// As of the moment of the decision, so that what happens later changes nothing.
bool Planner::is_reviewed(Plan& plan, model::VersionId version, const model::MatterTerms& terms,
                          const Subject& subject) {
    if (!terms.reviewed.valid())
        return true;
    const std::uint32_t regime = plan.version.valid() ? plan.regime : regimes_.find(version, options_.today);
    const Context context{version, regime, subject.own, {}, plan.moment, {}, {}, subject.frame};
    const Judgement reviewed = judge(engine_.evaluate(terms.reviewed, context));
    if (reviewed.truth == Truth::Unknown || reviewed.truth == Truth::NoValue) {
        plan.lacks_day = true;
        join(plan.reasons, reviewed.reasons);
    }
    return reviewed.truth != Truth::False;
}

} // namespace tiaoli::interp
