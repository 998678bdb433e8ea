// 分配: an amount split into parts that add up to it, to the fen.
#pragma once

#include "tiaoli/model/expression.hpp"

#include <vector>

namespace tiaoli::model {

using AllocationId = base::Id<struct AllocationTag>; ///< within one version

enum class AllocationMode : std::uint8_t {
    ToFen,     ///< 到分: each amount on its own
    InOrder,   ///< 依次: the parts are filled one after the other
    Cumulative ///< 累计到分: the running total is split, each part gets its share less what it had
};

/// 名 按 比例，以 额 为限.
struct AllocationPart {
    FieldId field;
    ExprId ratio = {}; ///< not valid: as much as remains
    ExprId limit = {}; ///< not valid: none. For Cumulative a limit of all that the part ever gets
    source::Span span = {};
};

/// 条件的，尾差归 名: who gets what rounding leaves over or wanting.
struct AllocationTail {
    ExprId guard = {}; ///< not valid: always
    FieldId to = {};   ///< a part or the rest; not valid: the one with the highest ratio
};

/// One statement 分配; its parts and its rest are outputs of its matter.
struct Allocation {
    ArticleId article;
    MatterId matter;
    AllocationMode mode = AllocationMode::ToFen;
    ExprId amount;
    std::vector<FieldId> same; ///< Cumulative: what earlier records must have in common with the one decided
    std::vector<AllocationPart> parts;
    FieldId rest;                           ///< 其余归
    std::vector<AllocationTail> tails = {}; ///< in written order, the first that holds counts; none: the rest
    source::Span span = {};
};

} // namespace tiaoli::model
