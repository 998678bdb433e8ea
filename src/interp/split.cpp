// The arithmetic of 分配: in written order, never more than remains, never below nothing, the rest to the last.
#include "tiaoli/interp/split.hpp"

#include <algorithm>

namespace tiaoli::interp {

namespace {

const value::Number fen = value::Number::fraction(1, 100);

value::Number to_fen(const value::Number& amount) { return amount.rounded_to(fen, value::Rounding::HalfUp); }

/// What the rest is of the whole, were there no limits.
value::Number rest_ratio(const Split& split) {
    value::Number left = 1;
    for (const SplitPart& part : split.parts)
        left = left - part.ratio.value_or(0);
    return left;
}

/// What is left over, or wanting, once every share has been rounded.
value::Number tail_of(const Split& split, const value::Number& whole) {
    value::Number left = whole - to_fen(whole * rest_ratio(split));
    for (const SplitPart& part : split.parts)
        left = left - to_fen(whole * part.ratio.value_or(0));
    return left;
}

/// What the part should have of `whole` (not negative), and at most by its limit, which is brought down to whole fen.
value::Number due_of(const SplitPart& part, const value::Number& whole, const value::Number& tail) {
    const value::Number share = part.ratio ? to_fen(whole * *part.ratio) + tail : whole;
    if (!part.limit)
        return share;
    const value::Number got_otherwise = part.ever - part.had;
    return std::min(share, part.limit->rounded_to(fen, value::Rounding::Down) - got_otherwise);
}

} // namespace

model::FieldId largest_part(const Split& split) {
    value::Number highest = rest_ratio(split);
    model::FieldId found = split.rest;
    for (const SplitPart& part : split.parts) {
        if (part.ratio && highest < *part.ratio) {
            highest = *part.ratio;
            found = part.field;
        }
    }
    return found;
}

void share_out(Split& split) {
    const bool is_negative = split.amount.is_negative();
    const bool is_cumulative = split.mode == model::AllocationMode::Cumulative;
    const value::Number whole = is_cumulative ? split.before + split.amount : split.amount.absolute();
    value::Number remains = split.amount.absolute();
    split.tail = split.tail_to.valid() ? tail_of(split, whole) : value::Number{0};
    for (SplitPart& part : split.parts) {
        part.due = due_of(part, whole, part.field == split.tail_to ? split.tail : value::Number{0});
        const value::Number wanted = part.due - part.had;
        const bool turns_back = is_cumulative && is_negative;
        const value::Number share = std::clamp(turns_back ? -wanted : wanted, value::Number{0}, remains);
        remains = remains - share;
        part.share = is_negative ? -share : share;
    }
    split.rest_share = is_negative ? -remains : remains;
}

} // namespace tiaoli::interp
