// Comparisons: 为, 不超过, 早于, 以下, 属于, 在…之间, 在…内, a至b不超过P.
#include "lowering.hpp"

namespace tiaoli::check {

namespace {

using diag::Message;
using model::CompareOperator;
using syntax::Word;

bool is_equality(CompareOperator op) {
    return op == CompareOperator::Equal || op == CompareOperator::NotEqual;
}

bool is_for_dates(Word word) {
    return word == Word::earlier || word == Word::later || word == Word::not_earlier ||
           word == Word::not_later;
}

/// X为F, where F is a yes/no field of the record X: not valid when it is no such thing.
ExprId lower_is_field(Lowering& at, NodeId node, ExprId left, NodeId right, CompareOperator op) {
    if (!is_equality(op) || at.type(left).kind != TypeKind::Reference ||
        at.tree.kind(right) != Kind::name_expr) {
        return {};
    }
    const model::FieldId field = at.find_field(at.type(left).record, at.tree.text(right));
    if (!field.valid() || at.types.of(field).kind != TypeKind::Bool) {
        return {};
    }
    const ExprId value = at.field_of(node, left, field);
    const bool negated = op == CompareOperator::NotEqual;
    return negated ? at.add(node, model::Unary{model::UnaryOperator::Not, value}, {TypeKind::Bool}) : value;
}

/// 到期日－放款日不超过1年: a number of days, not a length that ends on the corresponding day. Not valid when it is something else.
ExprId refuse_days(Lowering& at, NodeId node, const std::vector<NodeId>& parts) {
    if (at.tree.kind(parts[0]) != Kind::subtract_expr) {
        return {};
    }
    const std::vector<NodeId> days = at.tree.children(parts[0]);
    const ExprId later = at.lower(days.front());
    const ExprId earlier = at.lower(days.back());
    const ExprId length = at.lower(parts[2]);
    const bool dates = at.type(later).kind == TypeKind::Date && at.type(earlier).kind == TypeKind::Date;
    if (!dates || at.type(length).kind != TypeKind::Duration) {
        return {};
    }
    const std::string right =
        at.words(days.back()) + "至" + at.words(days.front()) + at.words(parts[1]) + at.words(parts[2]);
    at.messages.add(Message::DaysAgainstDuration, at.tree.span(node), {right}).fix =
        diag::Fix{at.tree.span(node), right};
    return at.add(node, model::Constant{false}, {});
}

std::vector<NodeId> without(const Lowering& at, NodeId node, Kind kind) {
    std::vector<NodeId> parts;
    for (NodeId part : at.tree.children(node)) {
        if (at.tree.kind(part) != kind) {
            parts.push_back(part);
        }
    }
    return parts;
}

bool is_negated(const Lowering& at, NodeId node) { return at.tree.child(node, Kind::not_word).valid(); }

bool expect(Lowering& at, NodeId node, ExprId id, TypeKind kind, const char* where) {
    if (at.type(id).kind == kind || at.type(id).kind == TypeKind::Unknown) {
        return true;
    }
    at.fail(node, Message::WrongArgument, {where, type_words(at.bench.schema(), {kind}), at.type_text(id)});
    return false;
}

bool has_order(TypeKind kind) {
    return is_plain_number(kind) || kind == TypeKind::Money || kind == TypeKind::Ratio ||
           kind == TypeKind::Date;
}

/// The right message for two values that do not go together.
void refuse(Lowering& at, NodeId node, ExprId left, ExprId right) {
    const TypeKind a = at.type(left).kind;
    const TypeKind b = at.type(right).kind;
    const auto number_text = [&] {
        const ExprId id = is_plain_number(a) ? left : right;
        return std::string(at.bench.sources.text(at.exprs[id].span));
    };
    const auto one_is = [&](TypeKind kind) { return a == kind || b == kind; };
    const bool number = is_plain_number(a) || is_plain_number(b);
    if (number && one_is(TypeKind::Money)) {
        at.fail(node, Message::MoneyWanted, {number_text()});
    } else if (number && one_is(TypeKind::Ratio)) {
        at.fail(node, Message::RatioWanted, {number_text()});
    } else if (number && one_is(TypeKind::Duration)) {
        at.fail(node, Message::DaysAgainstDuration, {"放款日至到期日不超过一年"});
    } else if (one_is(TypeKind::Reference) && one_is(TypeKind::Text)) {
        const ExprId reference = a == TypeKind::Reference ? left : right;
        at.fail(node, Message::ReferenceWithText,
                {std::string(at.bench.sources.text(at.exprs[reference].span))});
    } else {
        at.fail(node, Message::CannotCompare, {at.type_text(left), at.type_text(right)});
    }
}

} // namespace

CompareOperator compare_operator(Word relation) {
    switch (relation) {
    case Word::not_equal:
        return CompareOperator::NotEqual;
    case Word::at_most:
    case Word::not_later:
    case Word::or_less:
        return CompareOperator::LessEqual;
    case Word::less_than:
    case Word::earlier:
        return CompareOperator::Less;
    case Word::more_than:
    case Word::later:
        return CompareOperator::Greater;
    case Word::at_least:
    case Word::not_earlier:
    case Word::or_more:
        return CompareOperator::GreaterEqual;
    default:
        return CompareOperator::Equal;
    }
}

bool check_comparable(Lowering& at, NodeId node, ExprId left, ExprId right, CompareOperator op) {
    const Type a = at.type(left);
    const Type b = at.type(right);
    if (a.kind == TypeKind::Unknown || b.kind == TypeKind::Unknown) {
        return true;
    }
    if (a != b && !(is_plain_number(a.kind) && is_plain_number(b.kind))) {
        refuse(at, node, left, right);
        return false;
    }
    if (a.kind == TypeKind::Duration) {
        at.fail(node, Message::CannotCompare, {at.type_text(left), at.type_text(right)});
        return false;
    }
    if (!is_equality(op) && !has_order(a.kind)) {
        at.fail(node, Message::OnlyEqual, {at.type_text(left)});
        return false;
    }
    return true;
}

ExprId lower_compare(Lowering& at, NodeId node) {
    const std::vector<NodeId> parts = at.tree.children(node);
    const Word word = at.tree[parts[1]].word;
    const CompareOperator op = compare_operator(word);
    if (const ExprId refused = refuse_days(at, node, parts); refused.valid()) {
        return refused;
    }
    ExprId left;
    ExprId right;
    if (at.is_bare_value(parts[0])) {
        right = at.lower(parts[2]);
        left = at.lower(parts[0], at.type(right));
    } else {
        left = at.lower(parts[0]);
        if (const ExprId is_field = lower_is_field(at, node, left, parts[2], op); is_field.valid()) {
            return is_field;
        }
        right = at.lower(parts[2], at.type(left));
    }
    check_comparable(at, node, left, right, op);
    if (is_for_dates(word) && at.type(left).kind != TypeKind::Date &&
        at.type(left).kind != TypeKind::Unknown) {
        at.fail(parts[1], Message::OnlyDates, {at.words(parts[1])});
    }
    return at.add(node, model::Compare{op, left, right}, {TypeKind::Bool});
}

ExprId lower_bound(Lowering& at, NodeId node) {
    const std::vector<NodeId> parts = at.tree.children(node);
    const CompareOperator op = compare_operator(at.tree[parts[2]].word);
    const ExprId left = at.lower(parts[0]);
    const ExprId right = at.lower(parts[1], at.type(left));
    check_comparable(at, node, left, right, op);
    return at.add(node, model::Compare{op, left, right}, {TypeKind::Bool});
}

ExprId lower_member(Lowering& at, NodeId node) {
    const std::vector<NodeId> parts = without(at, node, Kind::not_word);
    model::Membership member{at.lower(parts.front()), {}, is_negated(at, node)};
    for (std::size_t index = 1; index < parts.size(); ++index) {
        const ExprId option = at.lower(parts[index], at.type(member.value));
        check_comparable(at, parts[index], member.value, option, CompareOperator::Equal);
        member.options.push_back(option);
    }
    return at.add(node, std::move(member), {TypeKind::Bool});
}

ExprId lower_between(Lowering& at, NodeId node) {
    const std::vector<NodeId> parts = without(at, node, Kind::not_word);
    const ExprId value = at.lower(parts[0]);
    const ExprId low = at.lower(parts[1], at.type(value));
    const ExprId high = at.lower(parts[2], at.type(value));
    check_comparable(at, parts[1], value, low, CompareOperator::GreaterEqual);
    check_comparable(at, parts[2], value, high, CompareOperator::LessEqual);
    return at.add(node, model::Between{value, low, high, is_negated(at, node)}, {TypeKind::Bool});
}

ExprId lower_in_period(Lowering& at, NodeId node) {
    const std::vector<NodeId> parts = without(at, node, Kind::not_word);
    const ExprId day = at.lower(parts[0]);
    const ExprId period = at.lower(parts[1]);
    expect(at, parts[0], day, TypeKind::Date, "在…内");
    expect(at, parts[1], period, TypeKind::Period, "在…内");
    return at.add(node, model::InPeriod{day, period, is_negated(at, node)}, {TypeKind::Bool});
}

ExprId lower_elapsed(Lowering& at, NodeId node) {
    const std::vector<NodeId> parts = at.tree.children(node);
    const ExprId from = at.lower(parts[0]);
    const ExprId to = at.lower(parts[1]);
    const ExprId length = at.lower(parts[3]);
    expect(at, parts[0], from, TypeKind::Date, "…至…");
    expect(at, parts[1], to, TypeKind::Date, "…至…");
    expect(at, parts[3], length, TypeKind::Duration, "…至…");
    const CompareOperator op = compare_operator(at.tree[parts[2]].word);
    return at.add(node, model::Elapsed{from, to, op, length}, {TypeKind::Bool});
}

} // namespace tiaoli::check
