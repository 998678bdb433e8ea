// Claims whose amounts are split, and settled results of them.
#pragma once

#include "small_policy.hpp"

namespace tiaoli::interp::testing {

using model::Absence;
using model::AllocationMode;
using model::TypeKind;

/// Claims on things: each claim's amount is split, the running total of one thing together.
struct Claims : SmallPolicy {
    explicit Claims(AllocationMode mode = AllocationMode::Cumulative) {
        thing = undated("物");
        claim = dated("申请");
        of_thing = reference(claim, "物", thing, Absence::Nullable);
        amount = stored(claim, "额", TypeKind::Money, Absence::Optional);
        ratio = stored(claim, "比例", TypeKind::Ratio, Absence::Optional);
        limit = stored(claim, "限额", TypeKind::Money, Absence::Nullable);
        allowed = stored(claim, "准许", TypeKind::Bool);
        review = matter("审核", claim);
        first = output(review, "甲份");
        rest = output(review, "乙份");
        rule(review, own(allowed));
        allocate(mode);
        row(thing, "一", {});
        row(thing, "二", {});
    }

    void allocate(AllocationMode mode) {
        model::Allocation allocation{{}, review, mode, own(amount), {of_thing}, {}, rest};
        const model::ExprId ratio_used = mode == AllocationMode::InOrder ? model::ExprId{} : own(ratio);
        allocation.parts.push_back({first, ratio_used, with_limit ? own(limit) : model::ExprId{}});
        const model::AllocationId id = now().allocations.add(allocation);
        now().allocated[first] = id;
        now().allocated[rest] = id;
    }

    void claim_row(const std::string& key, const std::string& day, const std::string& yuan,
                   const std::string& by = "40%", const std::string& on = "一", const std::string& up_to = "",
                   const std::string& is_allowed = "是") {
        dated_row(claim, key, day,
                  {{of_thing, on}, {amount, yuan}, {ratio, by}, {limit, up_to}, {allowed, is_allowed}});
    }

    bool with_limit = false;
    model::RecordId thing, claim;
    model::FieldId of_thing, amount, ratio, limit, allowed, first, rest;
    model::MatterId review;
};

struct LimitedClaims : Claims {
    LimitedClaims() {
        with_limit = true;
        now().allocations = {};
        allocate(AllocationMode::Cumulative);
    }
};

inline std::string split(Run& run, const Claims& small, const std::string& key) {
    return run.verdict(small.review, key) + " " + run.value(small.first, key) + "+" +
           run.value(small.rest, key);
}

} // namespace tiaoli::interp::testing
