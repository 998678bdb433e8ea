// The changes of one node of an expression that is no constant.
#pragma once

#include "tiaoli/suite/mutation.hpp"

#include <functional>
#include <optional>

namespace tiaoli::suite {

struct NodeChange {
    ChangeKind kind;
    Wording before;
    Wording after;
    std::function<void(model::Version&, model::ExprId)> edit;
    bool only_where_met = false;          ///< it matters only where both sides are equal
    model::ExprId witness = {};           ///< where that is seen; not valid: at the node
    std::optional<source::Span> key = {}; ///< of a set: the key that is changed
};

std::vector<NodeChange> node_changes(const model::Schema& schema, const model::Version& version,
                                     model::ExprId expr);

/// The next value of the enumeration, or the one before the last; 是 ↔ 否; nothing for other kinds.
std::optional<model::Scalar> other_result(const model::Schema& schema, const model::Scalar& value);

/// 四舍五入, 舍去, …
const Wording& rounding_words(value::Rounding rounding);
/// What is tried instead of a way of rounding.
value::Rounding other_rounding(value::Rounding rounding);

/// "中型", "是", "400万元", "40%": for the words of a change.
std::string scalar_words(const model::Schema& schema, const model::Scalar& value, const model::Type& type);

} // namespace tiaoli::suite
