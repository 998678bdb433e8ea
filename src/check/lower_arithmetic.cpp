// ＋ － × ÷ with their dimensions: money, ratios, numbers, days and lengths of time.
#include "literals.hpp"
#include "lowering.hpp"

namespace tiaoli::check {

namespace {

using diag::Message;
using model::BinaryOperator;

struct Operands {
    NodeId left_node;
    NodeId right_node;
    ExprId left;
    ExprId right;
    TypeKind a = TypeKind::Unknown;
    TypeKind b = TypeKind::Unknown;
};

Operands operands_of(Lowering& at, NodeId node) {
    const std::vector<NodeId> parts = at.tree.children(node);
    Operands found{parts.front(), parts.back(), at.lower(parts.front()), {}};
    found.right = at.lower(parts.back());
    found.a = at.type(found.left).kind;
    found.b = at.type(found.right).kind;
    return found;
}

bool is_ratio_literal(const Lowering& at, NodeId node) {
    if (at.tree.kind(node) != Kind::literal) {
        return false;
    }
    const auto literal = whole_literal(at.tree.text(node));
    return literal && std::holds_alternative<value::RatioLiteral>(*literal);
}

/// 逾期率＋15%: percent of the ratio, or percentage points?
bool wants_points(const Lowering& at, const Operands& found, BinaryOperator op) {
    if (found.a != TypeKind::Ratio || found.b != TypeKind::Ratio) {
        return false;
    }
    return is_ratio_literal(at, found.right_node) ||
           (op == BinaryOperator::Add && is_ratio_literal(at, found.left_node));
}

ExprId refuse_percent(Lowering& at, NodeId node, const Operands& found) {
    const NodeId literal = is_ratio_literal(at, found.right_node) ? found.right_node : found.left_node;
    const auto ratio = std::get<value::RatioLiteral>(*whole_literal(at.tree.text(literal))).ratio;
    const std::string points = (ratio * value::Number(100)).to_text();
    at.messages.add(Message::PointsWanted, at.tree.span(literal), {at.words(literal), points}).fix =
        diag::Fix{at.tree.span(literal), points + "个百分点"};
    return at.add(node, model::Constant{false}, {});
}

/// What the sum of two types is; Unknown where there is none.
TypeKind sum_of(TypeKind a, TypeKind b, BinaryOperator op) {
    if (a == TypeKind::Unknown || b == TypeKind::Unknown) {
        return a == TypeKind::Unknown
                   ? b
                   : a; // a field that is being worked out has the type of what it is added to
    }
    if (is_plain_number(a) && is_plain_number(b)) {
        return a == b ? a : TypeKind::Number;
    }
    if (a == b && (a == TypeKind::Money || a == TypeKind::Ratio || a == TypeKind::Duration)) {
        return a;
    }
    if (a == TypeKind::Date && b == TypeKind::Duration) {
        return TypeKind::Date;
    }
    return a == TypeKind::Duration && b == TypeKind::Date && op == BinaryOperator::Add ? TypeKind::Date
                                                                                       : TypeKind::Unknown;
}

TypeKind product_of(TypeKind a, TypeKind b) {
    if (is_plain_number(a) && is_plain_number(b)) {
        return a == b ? a : TypeKind::Number;
    }
    const auto scales = [](TypeKind kind) { return is_plain_number(kind) || kind == TypeKind::Ratio; };
    if (a == TypeKind::Money || b == TypeKind::Money) {
        const TypeKind other = a == TypeKind::Money ? b : a;
        return scales(other) || other == TypeKind::Unknown ? TypeKind::Money : TypeKind::Unknown;
    }
    if (a == TypeKind::Ratio && scales(b)) {
        return TypeKind::Ratio;
    }
    return is_plain_number(a) && b == TypeKind::Ratio ? TypeKind::Number : TypeKind::Unknown;
}

TypeKind quotient_of(TypeKind a, TypeKind b) {
    if (a == b && (a == TypeKind::Money || a == TypeKind::Ratio || a == TypeKind::Integer)) {
        return TypeKind::Ratio;
    }
    if (is_plain_number(a)) {
        return is_plain_number(b) || b == TypeKind::Ratio ? TypeKind::Number : TypeKind::Unknown;
    }
    const bool divisible = a == TypeKind::Money || a == TypeKind::Ratio;
    return divisible && (is_plain_number(b) || b == TypeKind::Ratio) ? a : TypeKind::Unknown;
}

bool is_constant(const Lowering& at, ExprId id) {
    return std::holds_alternative<model::Constant>(at.exprs[id].node);
}

ExprId finish(Lowering& at, NodeId node, const Operands& found, BinaryOperator op, TypeKind kind,
              Message refusal) {
    const bool unclear = found.a == TypeKind::Unknown || found.b == TypeKind::Unknown;
    if (kind == TypeKind::Unknown && !unclear) {
        return at.fail(node, refusal, {at.type_text(found.left), at.type_text(found.right)});
    }
    return at.add(node, model::Binary{op, found.left, found.right}, {kind});
}

} // namespace

ExprId lower_sum(Lowering& at, NodeId node) {
    const BinaryOperator op =
        at.tree.kind(node) == Kind::add_expr ? BinaryOperator::Add : BinaryOperator::Subtract;
    const Operands found = operands_of(at, node);
    if (wants_points(at, found, op)) {
        return refuse_percent(at, node, found);
    }
    if (found.a == TypeKind::Date && found.b == TypeKind::Date && op == BinaryOperator::Subtract) {
        return at.fail(node, Message::DatesSubtracted,
                       {at.words(found.right_node), at.words(found.left_node)});
    }
    return finish(at, node, found, op, sum_of(found.a, found.b, op), Message::CannotAdd);
}

ExprId lower_product(Lowering& at, NodeId node) {
    const Operands found = operands_of(at, node);
    if (at.tree.kind(node) == Kind::multiply_expr) {
        return finish(at, node, found, BinaryOperator::Multiply, product_of(found.a, found.b),
                      Message::CannotMultiply);
    }
    TypeKind kind = quotient_of(found.a, found.b);
    const bool counts = found.a == TypeKind::Integer && found.b == TypeKind::Integer;
    if (counts && (is_constant(at, found.left) || is_constant(at, found.right))) {
        kind = TypeKind::Number; // 人数÷2 is a number; 逾期笔数÷总笔数 is a ratio
    }
    return finish(at, node, found, BinaryOperator::Divide, kind, Message::CannotDivide);
}

ExprId lower_negate(Lowering& at, NodeId node) {
    const NodeId operand = at.tree.children(node).front();
    const ExprId id = at.lower(operand);
    const TypeKind kind = at.type(id).kind;
    const bool signed_type = is_plain_number(kind) || kind == TypeKind::Money || kind == TypeKind::Ratio;
    if (!signed_type && kind != TypeKind::Unknown) {
        return at.fail(node, Message::CannotNegate, {at.type_text(id)});
    }
    return at.add(node, model::Unary{model::UnaryOperator::Negate, id}, at.type(id));
}

} // namespace tiaoli::check
