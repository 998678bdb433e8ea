// Versions in force, 依据日 and 事实截至.
#include "planner.hpp"

#include "tiaoli/base/match.hpp"

namespace tiaoli::interp {

namespace {

bool began(const model::Version& version, value::Date day) {
    return !version.effective || *version.effective <= day;
}

} // namespace

const model::MatterTerms* terms_of(const model::Version& version, model::MatterId matter) {
    for (const model::MatterTerms& terms : version.matters) {
        if (terms.matter == matter)
            return &terms;
    }
    return nullptr;
}

Plan Planner::plan(model::MatterId matter, const Instance& instance) {
    DecisionFrame frame;
    frame.period = instance.period;
    const Subject subject{{policy_.schema.matters[matter].record, instance.row},
                          instance.period ? &frame : nullptr};
    const Moment& place = places_.of(subject.own);
    Plan plan;
    plan.moment = place == Moment{} ? end_of_today(subject.own) : place;
    plan.not_on_file = true;
    choose(plan, matter, subject);
    if (options_.only_version.valid())
        plan.not_on_file = false;
    leave_out(plan, matter, subject);
    return plan;
}

/// The newest version in force on its own 依据日.
void Planner::choose(Plan& plan, model::MatterId matter, const Subject& subject) {
    for (auto index = static_cast<std::uint32_t>(policy_.versions.size()); index-- > 0;) {
        const model::VersionId version{index};
        const model::MatterTerms* terms = terms_of(policy_.versions[version], matter);
        if (terms == nullptr || !is_wanted(version))
            continue;
        const Day governed = governing_day(version, *terms, subject);
        if (governed.date && began(policy_.versions[version], *governed.date))
            plan.not_on_file = false;
        if (governed.date && !in_force(version, *terms, *governed.date))
            continue;
        plan.version = version;
        plan.not_on_file = false;
        plan.reasons = governed.reasons;
        plan.trial = governed.pending || !governed.date;
        plan.lacks_day = !governed.date;
        plan.regime = regimes_.find(version, governed.date.value_or(options_.today));
        return place(plan, *terms, subject);
    }
}

/// 依据日; one that has not happened is taken to be today, for a trial.
Planner::Day Planner::governing_day(model::VersionId version, const model::MatterTerms& terms,
                                    const Subject& subject) {
    if (!terms.governed.valid()) {
        const bool dated = places_.is_dated(subject.own.record);
        return {dated ? value::Date{places_.of(subject.own).day} : options_.today};
    }
    Day found = day(version, terms.governed, subject);
    if (found.pending)
        found.date = options_.today;
    return found;
}

Planner::Day Planner::day(model::VersionId version, model::ExprId expr, const Subject& subject) {
    const model::RowRef own = subject.own;
    const std::uint32_t regime = regimes_.find(version, options_.today);
    const Value value =
        engine_.evaluate(expr, Context{version, regime, own, {}, end_of_today(own), {}, {}, subject.frame});
    return base::match(
        value, [](const model::Scalar& scalar) { return Day{std::get<value::Date>(scalar)}; },
        [](const UnknownValue& absent) {
            return Day{{}, false, absent.reasons};
        },
        [](const NoValue& absent) {
            return Day{{}, false, absent.reasons};
        },
        [](const NotHappenedValue&) {
            return Day{{}, true};
        },
        [&](const NoneValue&) {
            return Day{{}, false, {{AbsenceReason::NotSupplied, own}}};
        });
}

/// A version is in force from its first day to its last (届满后仍适用: further), and ends where a later one begins.
bool Planner::in_force(model::VersionId id, const model::MatterTerms& terms, value::Date day) const {
    const model::Version& version = policy_.versions[id];
    if (options_.only_version.valid())
        return true;
    if (!began(version, day))
        return false;
    if (version.expires && day > *version.expires && !terms.survives_expiry)
        return false;
    for (std::uint32_t later = id.index + 1; later < policy_.versions.size(); ++later) {
        if (began(policy_.versions[{later}], day))
            return false;
    }
    return true;
}

/// The moment: the record's own place, or the end of the day that 事实截至 names; a trial today where that day has not come.
void Planner::place(Plan& plan, const model::MatterTerms& terms, const Subject& subject) {
    const model::RowRef own = subject.own;
    if (plan.trial)
        plan.moment = end_of_today(own);
    if (const Reason* doubt = places_.doubt(own)) {
        plan.lacks_day = true;
        join(plan.reasons, {*doubt});
    }
    if (!terms.facts_until.valid() || plan.lacks_day)
        return;
    const Day until = day(plan.version, terms.facts_until, subject);
    if (until.date && *until.date <= options_.today) {
        plan.moment = end_of_day(*until.date, places_.of(own));
        return;
    }
    plan.trial = true;
    plan.moment = end_of_today(own);
    plan.lacks_day = !until.date && !until.pending;
    join(plan.reasons, until.reasons);
}

model::VersionId Planner::version_on(value::Date day) const {
    const model::VersionId found = regimes_.in_force_on(day);
    return found.valid() ? found : model::VersionId{0};
}

} // namespace tiaoli::interp
