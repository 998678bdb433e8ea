// One amount split into parts: what 分配 came to, with all that it was worked out from.
#pragma once

#include "tiaoli/model/allocation.hpp"

#include <optional>
#include <vector>

namespace tiaoli::interp {

struct SplitPart {
    model::FieldId field;
    std::optional<value::Number> ratio = {};
    std::optional<value::Number> limit = {}; ///< 以…为限
    value::Number had = 0;                   ///< of the running total, before this amount
    value::Number ever = 0;                  ///< `had` and what it got before the ratios last changed
    value::Number due = 0;                   ///< its share of the whole that is split, capped
    value::Number share = 0;                 ///< of this amount
};

/// Amounts are whole fen. The parts' shares and the rest add up to `amount`.
struct Split {
    model::AllocationId allocation;
    model::AllocationMode mode = model::AllocationMode::ToFen;
    value::Number amount = 0;
    value::Number before = 0; ///< the running total before this amount; only for Cumulative
    bool restarted = false;   ///< there are earlier splits, but by other ratios
    std::vector<SplitPart> parts = {};
    model::FieldId rest = {};
    value::Number rest_share = 0;
    /// 尾差归: who gets what rounding leaves, where that is not the rest. Not valid: the rest.
    model::FieldId tail_to = {};
    value::Number tail = 0; ///< of the whole; may be negative
    /// Cumulative: the values of the fields that earlier records share; nothing where nothing can equal them.
    std::optional<std::vector<model::Scalar>> keys = {};
};

/// The one with the highest ratio: the rest, which has what the others leave, or else the part that is written first.
model::FieldId largest_part(const Split& split);

/// Works out the shares of `split.amount` from its parts' ratios, limits and what they had (semantics: 分配).
void share_out(Split& split);

} // namespace tiaoli::interp
