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
    bool is_out = false;      ///< the matter does not review it
    std::vector<Reason> reasons;
};

/// Plans and decisions, by matter and instance.
struct Ledger {
    std::vector<std::vector<Instance>> instances;
    std::vector<std::vector<Plan>> plans;
    std::vector<std::vector<Decision>> decisions;
    std::vector<std::vector<bool>> settled;
    std::vector<std::vector<ReturnedList>> returned; ///< what a reader of the decision has to note

    void open(std::size_t matters) {
        instances.resize(matters);
        plans.resize(matters);
        decisions.resize(matters);
        settled.resize(matters);
        returned.resize(matters);
    }
    void add(model::MatterId matter, const Instance& instance, Plan plan) {
        instances[matter.index].push_back(instance);
        plans[matter.index].push_back(std::move(plan));
        decisions[matter.index].emplace_back();
        settled[matter.index].push_back(false);
        returned[matter.index].emplace_back();
    }
    const Instance& instance(model::MatterId matter, std::uint32_t instance) const {
        return instances[matter.index][instance];
    }
    const Plan& plan(model::MatterId matter, std::uint32_t instance) const {
        return plans[matter.index][instance];
    }
    bool is_settled(model::MatterId matter, std::uint32_t instance) const {
        return settled[matter.index][instance];
    }
    const Decision& decision(model::MatterId matter, std::uint32_t instance) const {
        return decisions[matter.index][instance];
    }
    const ReturnedList& returned_of(model::MatterId matter, std::uint32_t instance) const {
        return returned[matter.index][instance];
    }
};

} // namespace tiaoli::interp
