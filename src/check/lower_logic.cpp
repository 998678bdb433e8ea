// 且, 或, 非, 有 and 无.
#include "lowering.hpp"

namespace tiaoli::check {

namespace {

/// The conditions joined by one word, without inner groups of the same word.
void flatten(Lowering& at, NodeId node, Kind kind, std::vector<ExprId>& operands) {
    for (NodeId part : at.tree.children(node)) {
        if (at.tree.kind(part) == kind) {
            flatten(at, part, kind, operands);
        } else {
            operands.push_back(at.condition(part));
        }
    }
}

} // namespace

ExprId lower_logic(Lowering& at, NodeId node) {
    const Kind kind = at.tree.kind(node);
    model::Logic logic{kind == Kind::and_expr ? model::LogicOperator::And : model::LogicOperator::Or, {}};
    flatten(at, node, kind, logic.operands);
    return at.add(node, std::move(logic), {TypeKind::Bool});
}

ExprId lower_not(Lowering& at, NodeId node) {
    const ExprId operand = at.condition(at.tree.children(node).front());
    return at.add(node, model::Unary{model::UnaryOperator::Not, operand}, {TypeKind::Bool});
}

ExprId lower_presence(Lowering& at, NodeId node) {
    const NodeId operand = at.tree.children(node).front();
    const bool present = at.tree.kind(node) == Kind::has_expr;
    if (at.tree.kind(operand) == Kind::set_expr) {
        return lower_exists(at, node, operand, present ? model::Total::Exists : model::Total::NotExists);
    }
    const ExprId value = at.lower(operand);
    return at.add(node, model::Presence{value, present}, {TypeKind::Bool});
}

} // namespace tiaoli::check
