// The arithmetic of 分配: in written order, never more than remains, never below nothing, the rest to the last.
#include "tiaoli/interp/split.hpp"

#include <algorithm>

namespace tiaoli::interp {

namespace {

const value::Number fen = value::Number::fraction(1, 100);

/// What the part should have of `whole` (not negative), and at most by its limit, which is brought down to whole fen.
value::Number due_of(const SplitPart& part, const value::Number& whole) {
    const value::Number share =
        part.ratio ? (whole * *part.ratio).rounded_to(fen, value::Rounding::HalfUp) : whole;
    if (!part.limit)
        return share;
    const value::Number got_otherwise = part.ever - part.had;
    return std::min(share, part.limit->rounded_to(fen, value::Rounding::Down) - got_otherwise);
}

} // namespace

void share_out(Split& split) {
    const bool is_negative = split.amount.is_negative();
    const bool is_cumulative = split.mode == model::AllocationMode::Cumulative;
    const value::Number whole = is_cumulative ? split.before + split.amount : split.amount.absolute();
    value::Number remains = split.amount.absolute();
    for (SplitPart& part : split.parts) {
        part.due = due_of(part, whole);
        const value::Number wanted = part.due - part.had;
        const bool turns_back = is_cumulative && is_negative;
        const value::Number share = std::clamp(turns_back ? -wanted : wanted, value::Number{0}, remains);
        remains = remains - share;
        part.share = is_negative ? -share : share;
    }
    split.rest_share = is_negative ? -remains : remains;
}

} // namespace tiaoli::interp
