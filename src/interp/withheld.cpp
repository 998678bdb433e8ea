// Rows that were turned back or have no known place: a total that may hold one is not known, so that no mistake in a file helps.
#include "set_query.hpp"

namespace tiaoli::interp {

namespace {

/// So many rows are named as reasons of one total; no more are looked at.
constexpr std::size_t named_of_a_total = 20;

/// 有 with a certain witness, 无 and 均满足 with a certain counterexample: no further record can change them.
bool is_certain(model::Total total, const Value& value) {
    if (total != model::Total::Exists && total != model::Total::NotExists && total != model::Total::All)
        return false;
    return judge(value).truth == (total == model::Total::Exists ? Truth::True : Truth::False);
}

} // namespace

bool Engine::is_withheld(model::RowRef row) const { return row.row >= data_.table(row.record).rows(); }

/// Why no set holds the row for certain.
std::optional<Reason> Engine::uncertainty(model::RowRef row) const {
    if (is_withheld(row))
        return Reason{AbsenceReason::TurnedBack, row};
    const Reason* doubt = places_.doubt(row);
    return doubt == nullptr ? std::nullopt : std::optional<Reason>(*doubt);
}

Value Engine::with_withheld(const SetQuery& query, Value value, const Context& context) {
    if (places_.uncertain(query.node.set.record).empty() || is_certain(query.node.total, value))
        return value;
    std::vector<Reason> reasons;
    for (const WithheldIndex::Group* group : withheld_index(query, context).may_have(query.index_values()))
        join(reasons, withheld_reasons(*group, query, context));
    if (reasons.empty())
        return value;
    if (const auto* already = std::get_if<UnknownValue>(&value))
        join(reasons, already->reasons);
    return UnknownValue{std::move(reasons)};
}

const WithheldIndex& Engine::withheld_index(const SetQuery& query, const Context& context) {
    const model::RecordId record = query.node.set.record;
    const IndexId id = index_id(query.facts, record, context);
    const auto found = withheld_indexes_.find(id);
    if (found != withheld_indexes_.end())
        return found->second;
    const HorizonScope scope(*this);
    return withheld_indexes_
        .try_emplace(id, places_, record, places_.uncertain(record), query.facts.index_fields,
                     key_reader(record, context))
        .first->second;
}

/// Why the total is not known: those rows of the group of which nothing that could be read says for certain that they do not
/// belong to the set.
std::vector<Reason> Engine::withheld_reasons(const WithheldIndex::Group& group, const SetQuery& query,
                                             const Context& context) {
    if (!is_shared(query, context))
        return scanned_reasons(group, query, context);
    auto& tallies = withheld_tallies_[{context.regime, query.id}];
    auto& kept = tallies[{&group, query.filter_values()}];
    if (kept == nullptr)
        kept = std::make_unique<Tally>(model::Total::Count, Contributions{query.node.set.record, group});
    Tally& tally = *kept;
    if (tally.busy || context.moment < tally.moment)
        return scanned_reasons(group, query, context);
    bring_forward(tally, query, context);
    narrow_to_next(tally);
    returned_.note(tally.total.rests_on());
    const Value count = tally.total.value(tally.contributions);
    const auto* absent = std::get_if<UnknownValue>(&count);
    return absent == nullptr ? std::vector<Reason>{} : absent->reasons;
}

std::vector<Reason> Engine::scanned_reasons(const WithheldIndex::Group& group, const SetQuery& query,
                                            const Context& context) {
    std::vector<Reason> reasons;
    for (const Candidate& candidate : group) {
        const model::RowRef row{query.node.set.record, candidate.row};
        if (!places_.in_set(row, context.moment)) {
            narrow(places_.enters_sets(row));
            break;
        }
        const Contribution found = contribution(candidate, query, context);
        returned_.note(found.rests_on);
        join(reasons, found.reasons);
        if (reasons.size() >= named_of_a_total)
            break;
    }
    return reasons;
}

} // namespace tiaoli::interp
