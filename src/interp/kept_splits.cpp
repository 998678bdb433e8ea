// What later decisions may know of what was split before: by the policy, or by a settled result of the case files.
#include "engine.hpp"

#include <algorithm>

namespace tiaoli::interp {

namespace {

const value::Number fen = value::Number::fraction(1, 100);

const Value* output_of(const Decision& decision, model::FieldId field) {
    const auto found = std::find_if(decision.outputs.begin(), decision.outputs.end(),
                                    [&](const OutputValue& output) { return output.field == field; });
    return found == decision.outputs.end() ? nullptr : &found->value;
}

} // namespace

/// The running splits of a matter under a version, or under any where it is not valid; each with all parts that it may have.
Engine::SplitParts Engine::running_splits(model::MatterId matter, model::VersionId version) const {
    SplitParts found;
    for (std::uint32_t each = 0; each < policy_.versions.size(); ++each) {
        if (version.valid() && version.index != each)
            continue;
        for (const model::Allocation& allocation : policy_.versions[model::VersionId{each}].allocations) {
            if (allocation.matter != matter || allocation.mode != model::AllocationMode::Cumulative)
                continue;
            std::set<model::FieldId>& parts = found[{matter, allocation.rest, allocation.same}];
            for (const model::AllocationPart& part : allocation.parts)
                parts.insert(part.field);
        }
    }
    return found;
}

void Engine::doubt_withheld_splits() {
    for (std::uint32_t matter = 0; matter < policy_.schema.matters.size(); ++matter) {
        const model::RecordId record = policy_.schema.matters[model::MatterId{matter}].record;
        const data::Table& table = data_.table(record);
        if (table.rows() == table.all_rows())
            continue;
        for (const auto& [group, parts] : running_splits({matter}, {})) {
            for (std::uint32_t row = table.rows(); row < table.all_rows(); ++row)
                doubt_split(group, {record, row}, {AbsenceReason::TurnedBack, {record, row}},
                            places_.enters_sets({record, row}), never);
        }
    }
}

void Engine::keep_splits(const Decision& decision, const DecisionFrame& frame, const Plan& plan,
                         const ReturnedList& returned) {
    const bool is_stated = decision.entered && decision.entered->holds;
    const model::Matter& matter = policy_.schema.matters[decision.matter];
    const model::RowRef row{matter.record, decision.row};
    const Moment seen_from = after(decision.moment);
    for (const auto& [group, parts] : running_splits(decision.matter, decision.version)) {
        if (decision.result_unread)
            doubt_split(group, row, {AbsenceReason::ResultUnread, row, matter.verdict}, seen_from, never);
        else if (plan.not_on_file)
            doubt_split(group, row, {AbsenceReason::NotDecided, row, matter.verdict}, seen_from,
                        is_stated ? decision.entered->seen_from : never);
        if (!decision.trial)
            split_ledger_.note(group, seen_from, returned, split_keys(group, row));
        if (is_stated && decision.verdict == model::Verdict::Pass && !decision.trial)
            keep_stated(decision, frame, group, parts);
    }
    if (is_stated || decision.verdict != model::Verdict::Pass || decision.trial)
        return;
    bring_splits_to(seen_from);
    for (const Split& split : frame.splits) {
        const model::Allocation& allocation =
            policy_.versions[decision.version].allocations[split.allocation];
        if (allocation.mode == model::AllocationMode::Cumulative)
            split_ledger_.add({allocation.matter, allocation.rest, allocation.same}, seen_from, split);
    }
}

/// A settled result counts in the running total where it states all parts; else that is unknown once the result is seen.
void Engine::keep_stated(const Decision& decision, const DecisionFrame& frame, const SplitGroup& group,
                         const std::set<model::FieldId>& parts) {
    const model::RowRef row{policy_.schema.matters[decision.matter].record, decision.row};
    const Moment& seen_from = decision.entered->seen_from;
    std::set<model::FieldId> all = parts;
    all.insert(group.rest);
    for (const model::FieldId part : all) {
        const Value* stated = output_of(decision, part);
        if (stated == nullptr || !is_known(*stated))
            return doubt_split(group, row, {AbsenceReason::NotEntered, row, part}, seen_from, never);
    }
    const SplitKeys keys = split_keys(group, row);
    if (keys.kind == SplitKeys::Kind::Unread)
        return doubt_split(group, row, {AbsenceReason::NotEntered, row, group.rest}, seen_from, never);
    if (keys.kind == SplitKeys::Kind::None)
        return;
    Split split = stated_split(decision, frame, group, parts);
    split.keys = keys.values;
    coming_splits_.emplace(seen_from, std::pair{group, std::move(split)});
}

/// The parts as they stand in the decision. Their ratios are known where the policy split the amount, too.
Split Engine::stated_split(const Decision& decision, const DecisionFrame& frame, const SplitGroup& group,
                           const std::set<model::FieldId>& parts) const {
    Split split;
    const auto own = std::find_if(frame.splits.begin(), frame.splits.end(),
                                  [&](const Split& each) { return each.rest == group.rest; });
    if (own != frame.splits.end())
        split.parts = own->parts;
    else
        for (const model::FieldId part : parts)
            split.parts.push_back({part});
    split.mode = model::AllocationMode::Cumulative;
    split.rest = group.rest;
    const auto stated = [&](model::FieldId field) {
        return number(*output_of(decision, field)).rounded_to(fen, value::Rounding::HalfUp);
    };
    split.rest_share = stated(group.rest);
    split.amount = split.rest_share;
    for (SplitPart& part : split.parts) {
        part.share = stated(part.field);
        split.amount = split.amount + part.share;
    }
    return split;
}

/// Whether and how a record was split cannot be known from here.
void Engine::doubt_split(const SplitGroup& group, model::RowRef row, const Reason& why, const Moment& from,
                         const Moment& until) {
    split_ledger_.doubt(group, {why, from, until}, split_keys(group, row));
}

SplitKeys Engine::split_keys(const SplitGroup& group, model::RowRef row) const {
    const data::Table& table = data_.table(row.record);
    SplitKeys keys;
    for (const model::FieldId key : group.same) {
        switch (table.presence(row.row, key)) {
        case data::Presence::Given:
            keys.values.push_back(table.scalar(row.row, key));
            break;
        case data::Presence::None:
            return {SplitKeys::Kind::None}; // nothing has the same
        case data::Presence::Missing:
        case data::Presence::Broken:
        case data::Presence::NotHappened:
        case data::Presence::Withheld:
            keys.kind = SplitKeys::Kind::Unread;
            break;
        }
    }
    return keys;
}

void Engine::bring_splits_to(const Moment& moment) {
    const auto end = coming_splits_.upper_bound(moment);
    for (auto at = coming_splits_.begin(); at != end; ++at)
        split_ledger_.add(at->second.first, at->first, at->second.second);
    coming_splits_.erase(coming_splits_.begin(), end);
}

} // namespace tiaoli::interp
