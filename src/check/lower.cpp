// Sends each kind of expression to the file of its feature.
#include "lowering.hpp"

namespace tiaoli::check {

Scope scope_of(const Statement& statement) {
    return {statement.home.record, statement.home.matter, TodayRule::Refused, {}};
}

namespace {

/// Arithmetic, calls and totals; what is no expression at all never comes here.
ExprId lower_operation(Lowering& at, NodeId node) {
    switch (at.tree.kind(node)) {
    case Kind::elapsed_expr:
        return lower_elapsed(at, node);
    case Kind::during_expr:
        return lower_during(at, node);
    case Kind::add_expr:
    case Kind::subtract_expr:
        return lower_sum(at, node);
    case Kind::multiply_expr:
    case Kind::divide_expr:
        return lower_product(at, node);
    case Kind::negate_expr:
        return lower_negate(at, node);
    case Kind::call_expr:
        return lower_call(at, node);
    case Kind::total_expr:
        return lower_total(at, node);
    case Kind::all_expr:
        return lower_all(at, node);
    case Kind::latest_expr:
    case Kind::earliest_expr:
        return lower_latest(at, node);
    case Kind::period_word:
        return lower_period_word(at, node);
    case Kind::workdays_expr:
        return lower_workdays(at, node);
    default:
        break;
    }
    TIAOLI_CHECK(false, "the grammar puts only expressions where one is wanted");
    return {};
}

} // namespace

ExprId Lowering::lower(NodeId node, Type expected) {
    switch (tree.kind(node)) {
    case Kind::name_expr:
        return lower_name(*this, node, expected);
    case Kind::field_expr:
        return lower_field(*this, node);
    case Kind::own_expr:
        return lower_own(*this, node);
    case Kind::predicate_expr:
        return lower_predicate(*this, node);
    case Kind::literal:
    case Kind::string_literal:
    case Kind::true_literal:
    case Kind::false_literal:
    case Kind::that_day:
    case Kind::today:
        return lower_literal(*this, node);
    case Kind::or_expr:
    case Kind::and_expr:
        return lower_logic(*this, node);
    case Kind::not_expr:
        return lower_not(*this, node);
    case Kind::has_expr:
    case Kind::has_no_expr:
        return lower_presence(*this, node);
    case Kind::compare_expr:
        return lower_compare(*this, node);
    case Kind::bound_expr:
        return lower_bound(*this, node);
    case Kind::member_expr:
        return lower_member(*this, node);
    case Kind::between_expr:
        return lower_between(*this, node);
    case Kind::in_period_expr:
        return lower_in_period(*this, node);
    default:
        return lower_operation(*this, node);
    }
}

ExprId Lowering::add(NodeId node, model::ExprNode expr, Type type) {
    return exprs.add({std::move(expr), type, tree.span(node)});
}

ExprId Lowering::fail(NodeId node, diag::Message message, std::vector<std::string> args) {
    messages.add(message, tree.span(node), std::move(args));
    return add(node, model::Constant{false}, {});
}

ExprId Lowering::condition(NodeId node) {
    const ExprId id = lower(node, {TypeKind::Bool});
    if (type(id).kind == TypeKind::Bool || type(id).kind == TypeKind::Unknown) {
        return id;
    }
    return fail(node, diag::Message::NotCondition, {words(node), type_text(id)});
}

ExprId Lowering::all_of(NodeId whole, std::vector<ExprId> conditions) {
    if (conditions.size() == 1) {
        return conditions.front();
    }
    return add(whole, model::Logic{model::LogicOperator::And, std::move(conditions)}, {TypeKind::Bool});
}

bool is_plain_number(TypeKind kind) { return kind == TypeKind::Integer || kind == TypeKind::Number; }

bool fits(const Type& from, const Type& to) {
    return from == to || from.kind == TypeKind::Unknown || to.kind == TypeKind::Unknown ||
           (from.kind == TypeKind::Integer && to.kind == TypeKind::Number);
}

} // namespace tiaoli::check
