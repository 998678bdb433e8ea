// Chooses for each record of a matter the version that decides it and the moment at which it is decided.
#pragma once

#include "engine.hpp"

namespace tiaoli::interp {

class Planner {
  public:
    Planner(const model::Policy& policy, const Options& options, const Places& places, Regimes& regimes,
            Engine& engine)
        : policy_(policy), options_(options), places_(places), regimes_(regimes), engine_(engine) {}

    /// What may have to be decided: every row, and where the matter recurs every period from 施行 to today's.
    std::vector<Instance> candidates(model::MatterId matter) const;
    Plan plan(model::MatterId matter, const Instance& instance);
    /// The version whose words a field outside any decision has on `day`.
    model::VersionId version_on(value::Date day) const;

  private:
    /// A day that an expression names: given, not happened, or neither for some reasons.
    struct Day {
        std::optional<value::Date> date;
        bool pending = false;
        std::vector<Reason> reasons = {};
    };
    /// The record and period that a plan is made for.
    struct Subject {
        model::RowRef own;
        DecisionFrame* frame; ///< knows the period; null where the matter does not recur
    };
    Day day(model::VersionId version, model::ExprId expr, const Subject& subject);
    Day governing_day(model::VersionId version, const model::MatterTerms& terms, const Subject& subject);
    bool in_force(model::VersionId version, const model::MatterTerms& terms, value::Date day) const;
    void choose(Plan& plan, model::MatterId matter, const Subject& subject);
    void place(Plan& plan, const model::MatterTerms& terms, const Subject& subject);
    // ---- reviewed.cpp
    void leave_out(Plan& plan, model::MatterId matter, const Subject& subject);
    bool begins_later(Plan& plan, model::VersionId version, const model::MatterTerms& terms,
                      const Subject& subject);
    bool is_reviewed(Plan& plan, model::VersionId version, const model::MatterTerms& terms,
                     const Subject& subject);
    std::optional<value::Date> first_day(model::MatterId matter) const;
    bool is_wanted(model::VersionId version) const {
        return !options_.only_version.valid() || options_.only_version == version;
    }
    Moment end_of_today(model::RowRef own) const { return end_of_day(options_.today, places_.of(own)); }

    const model::Policy& policy_;
    const Options& options_;
    const Places& places_;
    Regimes& regimes_;
    Engine& engine_;
};

/// What a version says of a matter; null where it does not know it.
const model::MatterTerms* terms_of(const model::Version& version, model::MatterId matter);

} // namespace tiaoli::interp
