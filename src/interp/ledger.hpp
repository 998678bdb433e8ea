// What has been settled so far: under which version and at which moment each record is decided, and the decisions.
#pragma once

#include "returned.hpp"

namespace tiaoli::interp {

/// How one record of a matter will be decided; known before anything is decided.
struct Plan {
    model::VersionId version = {}; ///< not valid: none in force
    std::uint32_t regime = 0;      ///< in `Regimes`; meaningful with a version
    Moment moment;
    bool trial = false;       ///< no other decision sees it
    bool not_on_file = false; ///< its 依据日 lies before every version on file
    bool lacks_day = false;   ///< 依据日, 事实截至 or the record's place is not known, for `reasons`
    std::vector<Reason> reasons;
};

/// Plans and decisions, by matter and row.
struct Ledger {
    std::vector<std::vector<Plan>> plans;
    std::vector<std::vector<Decision>> decisions;
    std::vector<std::vector<bool>> settled;
    std::vector<std::vector<ReturnedList>> returned; ///< what a reader of the decision has to note

    const Plan& plan(model::MatterId matter, std::uint32_t row) const { return plans[matter.index][row]; }
    bool is_settled(model::MatterId matter, std::uint32_t row) const { return settled[matter.index][row]; }
    const Decision& decision(model::MatterId matter, std::uint32_t row) const {
        return decisions[matter.index][row];
    }
    const ReturnedList& returned_of(model::MatterId matter, std::uint32_t row) const {
        return returned[matter.index][row];
    }
};

} // namespace tiaoli::interp
