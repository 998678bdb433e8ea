// Rows that were turned back: a total that may hold one of them is not known, so that a mistake in a file never helps.
#include "set_query.hpp"

namespace tiaoli::interp {

namespace {

/// 有 with a certain witness, 无 and 均满足 with a certain counterexample: no further record can change them.
bool is_certain(model::Total total, const Value& value) {
    if (total != model::Total::Exists && total != model::Total::NotExists && total != model::Total::All)
        return false;
    return judge(value).truth == (total == model::Total::Exists ? Truth::True : Truth::False);
}

} // namespace

Value Engine::with_withheld(const SetQuery& query, Value value, const Context& context) {
    const model::RecordId record = query.node.set.record;
    const data::Table& table = data_.table(record);
    if (table.rows() == table.all_rows() || is_certain(query.node.total, value))
        return value;
    std::vector<Reason> reasons;
    for (std::uint32_t number = table.rows(); number < table.all_rows(); ++number) {
        const model::RowRef row{record, number};
        if (!places_.in_set(row, context.moment)) {
            narrow(places_.enters_sets(row));
        } else if (may_match(row, query, context)) {
            join(reasons, {Reason{AbsenceReason::TurnedBack, row}});
        }
    }
    if (reasons.empty())
        return value;
    if (const auto* already = std::get_if<UnknownValue>(&value))
        join(reasons, already->reasons);
    return UnknownValue{std::move(reasons)};
}

/// Unless something of the row that could be read says for certain that it does not belong to the set.
bool Engine::may_match(model::RowRef row, const SetQuery& query, const Context& asker) {
    Context context = asker;
    context.element = row;
    for (std::size_t at = 0; at < query.keys.size(); ++at) {
        const Value value = field(row, query.node.set.keys[at].field, context);
        if (compare(model::CompareOperator::Equal, value, query.keys[at], context).truth == Truth::False)
            return false;
    }
    for (const model::ExprId filter : query.node.set.filters) {
        if (judge(evaluate(filter, context)).truth == Truth::False)
            return false;
    }
    return true;
}

} // namespace tiaoli::interp
