// 本季, 上一季度, 最后10个工作日; and where the values of a matter that recurs can be read.
#include "literals.hpp"
#include "lowering.hpp"

namespace tiaoli::check {

namespace {

using diag::Message;
using model::Recurrence;
using syntax::Word;

Recurrence recurrence_of(Word word) {
    switch (word) {
    case Word::this_year:
    case Word::previous_year:
        return Recurrence::Yearly;
    case Word::this_quarter:
    case Word::previous_quarter:
        return Recurrence::Quarterly;
    default:
        return Recurrence::Monthly;
    }
}

bool is_previous(Word word) {
    return word == Word::previous_year || word == Word::previous_quarter || word == Word::previous_month;
}

std::string recurrence_words(Recurrence recurrence) {
    switch (recurrence) {
    case Recurrence::Yearly:
        return "逐年";
    case Recurrence::Quarterly:
        return "逐季";
    case Recurrence::Monthly:
        return "逐月";
    case Recurrence::Once:
        break;
    }
    return {};
}

} // namespace

ExprId lower_period_word(Lowering& at, NodeId node) {
    const Word word = at.tree[node].word;
    const model::MatterId matter = at.scope.matter.valid() ? at.scope.matter : at.scope.terms_of;
    const bool recurs = matter.valid() && at.bench.schema().matters[matter].recurrence == recurrence_of(word);
    if (!recurs) {
        return at.fail(node, Message::PeriodElsewhere,
                       {at.words(node), recurrence_words(recurrence_of(word))});
    }
    const ExprId period = at.add(node, model::ThisPeriod{}, {TypeKind::Period});
    if (!is_previous(word)) {
        return period;
    }
    return at.add(node, model::Call{model::Function::PreviousPeriod, {period}}, {TypeKind::Period});
}

/// P最后N个工作日, P的最初N个工作日.
ExprId lower_workdays(Lowering& at, NodeId node) {
    const std::vector<NodeId> parts = at.tree.children(node);
    const ExprId period = at.lower(parts[0]);
    const auto literal = whole_literal(at.tree.text(parts[2]));
    const auto* length = literal ? std::get_if<value::DurationLiteral>(&*literal) : nullptr;
    if (length == nullptr || length->duration.workdays <= 0) {
        return at.fail(parts[2], Message::WorkdaysWanted, {at.words(parts[1])});
    }
    if (!fits(at.type(period), {TypeKind::Period})) {
        return at.fail(
            parts[0], Message::WrongArgument,
            {at.words(parts[1]), type_words(at.bench.schema(), {TypeKind::Period}), at.type_text(period)});
    }
    const ExprId count =
        at.add(parts[2], model::Constant{value::Number{length->duration.workdays}}, {TypeKind::Integer});
    const model::Function function = at.tree[parts[1]].word == Word::last_of ? model::Function::LastWorkdays
                                                                             : model::Function::FirstWorkdays;
    return at.add(node, model::Call{function, {period, count}}, {TypeKind::Period});
}

bool reads_one_period(const Lowering& at, const model::Field& field, bool is_own) {
    const bool recurs = at.bench.schema().matters[field.matter].recurrence != Recurrence::Once;
    const bool of_itself =
        is_own && field.matter == at.scope.matter && field.role != model::FieldRole::Verdict;
    return !recurs || of_itself;
}

} // namespace tiaoli::check
