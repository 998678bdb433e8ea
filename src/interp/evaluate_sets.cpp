// Totals over sets of records: keys find the records, running totals keep what earlier askers have counted.
#include "set_query.hpp"

namespace tiaoli::interp {

namespace {

/// Sets with so few records are looked at anew each time: cheaper than keeping a total.
constexpr std::size_t few = 8;

} // namespace

Value Engine::aggregate(model::ExprId id, const model::Aggregate& node, const Context& context) {
    const SetFacts& facts = analysis_.set(context.version, id);
    if (context.frame != nullptr && context.matter.valid())
        context.frame->articles.insert(facts.inner.articles.begin(), facts.inner.articles.end());
    SetQuery query{id, node, facts};
    if (std::optional<Value> settled = read_keys(query, context))
        return *settled;
    const Unrecorded quiet(recorder_);
    return with_withheld(query, total_of(query, context), context);
}

Value Engine::total_of(SetQuery& query, const Context& context) {
    if (is_shared(query, context))
        return tally_total(query, context);
    return scanned_total(query, index(query.facts, query.node, context).candidates(query.index_values()),
                         context);
}

bool Engine::is_shared(const SetQuery& query, const Context& context) const {
    const bool is_own =
        query.facts.own_dependent ||
        (context.excluded.record.valid() && query.facts.inner.sets.contains(context.excluded.record));
    return !is_own && totals_by_ == TotalsBy::Running;
}

/// The values of the keys; or the total's value where they settle it: nothing matches 可无, an unknown key leaves it unknown.
std::optional<Value> Engine::read_keys(SetQuery& query, const Context& context) {
    Absences absences;
    bool matches_none = false;
    for (const model::SetKey& key : query.node.set.keys) {
        const Value value = evaluate(key.value, context);
        matches_none = matches_none || std::holds_alternative<NoneValue>(value);
        absences.add(value);
        if (is_known(value))
            query.keys.push_back(known(value));
    }
    if (matches_none)
        return RunningTotal{query.node.total}.value({query.node.set.record, {}});
    if (!absences.none())
        return absences.result();
    return std::nullopt;
}

Engine::IndexId Engine::index_id(const SetFacts& facts, model::RecordId record, const Context& context) {
    constexpr std::uint32_t any_regime = 0xffffffffU;
    return {record, facts.index_fields, facts.index_by_version ? context.regime : any_regime};
}

const KeyIndex& Engine::index(const SetFacts& facts, const model::Aggregate& node, const Context& context) {
    const model::RecordId record = node.set.record;
    const IndexId id = index_id(facts, record, context);
    const auto found = indexes_.find(id);
    if (found != indexes_.end())
        return found->second;
    const HorizonScope scope(*this);
    return indexes_.try_emplace(id, places_, record, facts.index_fields, key_reader(record, context))
        .first->second;
}

/// Reads a key field of each record at its own place, where it is the same for every asker.
KeyIndex::Read Engine::key_reader(model::RecordId record, const Context& context) {
    return [this, record, context](std::uint32_t row, model::FieldId key) {
        const Unrecorded quiet(recorder_);
        const model::RowRef element{record, row};
        return field(element, key,
                     Context{context.version, context.regime, element, {}, places_.of(element)});
    };
}

Value Engine::tally_total(SetQuery& query, const Context& context) {
    auto& tallies = tallies_[{context.regime, query.id}].by_keys;
    auto found = tallies.find(query.keys);
    if (found == tallies.end()) {
        std::vector<Candidate> candidates =
            index(query.facts, query.node, context).candidates(query.index_values());
        if (candidates.size() <= few)
            return scanned_total(query, std::move(candidates), context);
        auto fresh = std::make_unique<Tally>(query.node.total,
                                             Contributions{query.node.set.record, std::move(candidates)});
        found = tallies.emplace(query.keys, std::move(fresh)).first;
    }
    Tally& tally = *found->second;
    if (tally.busy || context.moment < tally.moment)
        return scanned_total(query, tally.contributions.candidates, context);
    bring_forward(tally, query, context);
    return read_tally(tally, query, context);
}

/// Adds the records placed since the last asker, and looks again at those whose contribution may have changed.
void Engine::bring_forward(Tally& tally, const SetQuery& query, const Context& asker) {
    const Context context{asker.version, asker.regime, {}, {}, asker.moment};
    const HorizonScope outer(*this);
    tally.busy = true;
    tally.moment = context.moment;
    std::vector<std::uint32_t> positions;
    for (; !tally.due.empty() && tally.due.top().first <= context.moment; tally.due.pop())
        positions.push_back(tally.due.top().second);
    Contributions& all = tally.contributions;
    for (const std::uint32_t position : positions)
        tally.total.remove(position, all.of[position]);
    while (all.of.size() < all.candidates.size() &&
           places_.in_set({all.record, all.candidates[all.of.size()].row}, context.moment)) {
        positions.push_back(static_cast<std::uint32_t>(all.of.size()));
        all.of.emplace_back();
    }
    for (const std::uint32_t position : positions) {
        const HorizonScope scope(*this);
        all.of[position] = contribution(all.candidates[position], query, context);
        tally.total.add(position, all.of[position]);
        if (scope.horizon() < never)
            tally.due.emplace(scope.horizon(), position);
    }
    tally.busy = false;
}

void Engine::narrow_to_next(const Tally& tally) {
    const Contributions& all = tally.contributions;
    if (!tally.due.empty())
        narrow(tally.due.top().first);
    if (all.of.size() < all.candidates.size())
        narrow(places_.enters_sets({all.record, all.candidates[all.of.size()].row}));
}

/// The total without the record being decided.
Value Engine::read_tally(Tally& tally, const SetQuery& query, const Context& context) {
    const Contributions& all = tally.contributions;
    narrow_to_next(tally);
    returned_.note(tally.total.rests_on());
    if (!context.leaves_out(query.node.set.record))
        return tally.total.value(all);
    const std::uint32_t own = places_.position(context.excluded);
    const auto found = std::lower_bound(all.candidates.begin(),
                                        all.candidates.begin() + static_cast<std::ptrdiff_t>(all.of.size()),
                                        own, [&](const Candidate& candidate, std::uint32_t position) {
                                            return places_.position({all.record, candidate.row}) < position;
                                        });
    const auto at = static_cast<std::uint32_t>(found - all.candidates.begin());
    if (at >= all.of.size() || found->row != context.excluded.row)
        return tally.total.value(all);
    narrow(context.moment);
    tally.total.remove(at, all.of[at]);
    Value value = tally.total.value(all);
    tally.total.add(at, all.of[at]);
    return value;
}

Value Engine::scanned_total(SetQuery& query, std::vector<Candidate> candidates, const Context& context) {
    Contributions all{query.node.set.record, std::move(candidates)};
    RunningTotal total{query.node.total};
    for (const Candidate& candidate : all.candidates) {
        const model::RowRef row{all.record, candidate.row};
        if (!places_.in_set(row, context.moment)) {
            narrow(places_.enters_sets(row));
            break;
        }
        const bool is_own = context.leaves_out(all.record) && row == context.excluded;
        all.of.push_back(is_own ? Contribution{} : contribution(candidate, query, context));
        total.add(static_cast<std::uint32_t>(all.of.size() - 1), all.of.back());
    }
    returned_.note(total.rests_on());
    return total.value(all);
}

Contribution Engine::contribution(const Candidate& candidate, const SetQuery& query, const Context& asker) {
    const std::size_t mark = returned_.mark();
    Contribution found = counted(candidate, query, asker);
    found.rests_on = returned_.take(mark);
    return found;
}

Contribution Engine::counted(const Candidate& candidate, const SetQuery& query, const Context& asker) {
    using Kind = Contribution::Kind;
    const bool is_all = query.node.total == model::Total::All;
    Judgement belongs = is_all ? breaks(candidate, query, asker) : matches(candidate, query, asker);
    const model::RowRef row{query.node.set.record, candidate.row};
    if (belongs.truth == Truth::False)
        return {};
    if (const std::optional<Reason> reason = uncertainty(row))
        return {Kind::Unknown, {}, {*reason}};
    if (belongs.truth == Truth::Unknown || belongs.truth == Truth::NoValue)
        return {
            belongs.truth == Truth::Unknown ? Kind::Unknown : Kind::NoValue, {}, std::move(belongs.reasons)};
    if (is_all || !query.node.value.valid())
        return {Kind::In};
    Context context = asker;
    context.element = row;
    const Value value = evaluate(query.node.value, context);
    if (is_known(value))
        return {Kind::In, known(value)};
    Absences absences;
    absences.add(value);
    const Judgement lacking = judge(absences.result());
    if (lacking.truth == Truth::False)
        return {Kind::In};
    return {lacking.truth == Truth::Unknown ? Kind::Unknown : Kind::NoValue, {}, lacking.reasons};
}

/// Whether the record belongs to the set and breaks the condition that all should meet.
Judgement Engine::breaks(const Candidate& candidate, const SetQuery& query, const Context& asker) {
    const std::size_t start = returned_.mark();
    Judgement belongs = matches(candidate, query, asker);
    if (belongs.truth == Truth::False && !returned_.any_since(start))
        return belongs;
    Context context = asker;
    context.element = {query.node.set.record, candidate.row};
    const std::size_t mark = returned_.mark();
    const Judgement failing = negated(judge(evaluate(query.node.value, context)));
    if (failing.truth == Truth::False && !returned_.any_since(mark))
        returned_.drop(start);
    return both(std::move(belongs), failing);
}

/// Whether the record belongs to the set. A verdict that is still to come does not match, whatever is asked of it. One condition
/// that fails whatever becomes of returned decisions is enough; one that fails because of them is not the end.
Judgement Engine::matches(const Candidate& candidate, const SetQuery& query, const Context& asker) {
    Context context = asker;
    context.element = {query.node.set.record, candidate.row};
    Judgement result;
    if (!candidate.unknown_keys.empty())
        result = {Truth::Unknown, candidate.unknown_keys};
    const std::size_t start = returned_.mark();
    const auto fails = [&](std::size_t mark, Judgement next) {
        if (is_undecided_yet(next))
            next = {Truth::False};
        result = both(std::move(result), next);
        if (next.truth != Truth::False || returned_.any_since(mark))
            return false;
        returned_.drop(start);
        return true;
    };
    for (const std::size_t at : query.facts.filter_keys) {
        const std::size_t mark = returned_.mark();
        const Value value = field(context.element, query.node.set.keys[at].field, context);
        if (fails(mark, compare(model::CompareOperator::Equal, value, query.keys[at], context)))
            return result;
    }
    for (const model::ExprId filter : query.node.set.filters) {
        const std::size_t mark = returned_.mark();
        if (fails(mark, judge(evaluate(filter, context))))
            return result;
    }
    return result;
}

/// Unknown only because a decision has not been made at the asker's moment (not because its version is not on file).
bool Engine::is_undecided_yet(const Judgement& judgement) const {
    if (judgement.truth != Truth::Unknown)
        return false;
    for (const Reason& reason : judgement.reasons) {
        if (reason.kind != AbsenceReason::NotDecided || !reason.field.valid())
            continue;
        const model::Field& field = policy_.schema.fields[reason.field];
        if (field.matter.valid() && !ledger_.plan(field.matter, reason.row.row).not_on_file)
            return true;
    }
    return false;
}

Value Engine::aggregate_traced(model::ExprId id, const model::Aggregate& node, const Context& context) {
    StepScope scope(recorder_, TraceStep::Kind::Aggregate, context);
    TraceStep& step = scope.step();
    step.expr = id;
    step.value = aggregate(id, node, context);
    const Unrecorded quiet(recorder_);
    SetQuery query{id, node, analysis_.set(context.version, id)};
    if (!read_keys(query, context))
        list_elements(step, query, context);
    return step.value;
}

/// Names the records counted; for 均满足 that fails, those that break the condition.
void Engine::list_elements(TraceStep& step, const SetQuery& query, const Context& context) {
    constexpr std::size_t most = 20;
    const bool breaks = query.node.total == model::Total::All && judge(step.value).truth != Truth::True;
    const KeyIndex& rows = index(query.facts, query.node, context);
    for (const Candidate& candidate : rows.candidates(query.index_values())) {
        const model::RowRef row{query.node.set.record, candidate.row};
        if (!places_.in_set(row, context.moment))
            break;
        if (row == context.excluded)
            continue;
        const bool counted = breaks ? contribution(candidate, query, context).kind != Contribution::Kind::Out
                                    : matches(candidate, query, context).truth == Truth::True;
        if (!counted)
            continue;
        ++step.set_size;
        if (step.elements.size() < most)
            step.elements.push_back(row);
    }
}

} // namespace tiaoli::interp
