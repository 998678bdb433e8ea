// Chooses for each record of a matter the version that decides it and the moment at which it is decided.
#pragma once

#include "engine.hpp"

namespace tiaoli::interp {

class Planner {
  public:
    Planner(const model::Policy& policy, const Options& options, const Places& places, Regimes& regimes,
            Engine& engine)
        : policy_(policy), options_(options), places_(places), regimes_(regimes), engine_(engine) {}

    Plan plan(model::MatterId matter, std::uint32_t row);
    /// The version whose words a field outside any decision has on `day`.
    model::VersionId version_on(value::Date day) const;

  private:
    /// A day that an expression names: given, not happened, or neither for some reasons.
    struct Day {
        std::optional<value::Date> date;
        bool pending = false;
        std::vector<Reason> reasons = {};
    };
    Day day(model::VersionId version, model::ExprId expr, model::RowRef own);
    Day governing_day(model::VersionId version, const model::MatterTerms& terms, model::RowRef own);
    bool in_force(model::VersionId version, const model::MatterTerms& terms, value::Date day) const;
    void place(Plan& plan, const model::MatterTerms& terms, model::RowRef own);
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
