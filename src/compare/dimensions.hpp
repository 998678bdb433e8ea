// By what the cases of a matter can be grouped, found in the records themselves.
#pragma once

#include "tiaoli/compare/decisions.hpp"

#include <vector>

namespace tiaoli::compare {

/// A way from the record reviewed, by references, to a field that groups.
struct GroupingField {
    std::string name; ///< 银行, or 贷款的银行 where the own record has another field of that name
    std::vector<model::FieldId> way; ///< references, from the record reviewed
    model::FieldId field = {};       ///< not valid: the year of the record's own day
    bool is_reference = false;
};

/// Enumerations and references to records without a day (banks, enterprises) of the record reviewed and of the records that it
/// refers to, the nearest of each name; enumerations that the matter gives; the year of the record's day.
std::vector<GroupingField> grouping_fields(const model::Policy& policy, model::MatterId matter);

/// The value as it is shown; “无” where there is none.
std::string group_of(const Side& side, interp::Evaluator& evaluator, const GroupingField& field,
                     model::MatterId matter, std::uint32_t instance);

} // namespace tiaoli::compare
