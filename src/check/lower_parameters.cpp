// The values of parameters: written out, perhaps one for each stretch of time.
#include "bodies.hpp"
#include "literals.hpp"

namespace tiaoli::check {

namespace {

using diag::Message;

/// －5% is a constant too.
ExprId folded(Lowering& at, ExprId id) {
    const auto* unary = std::get_if<model::Unary>(&at.exprs[id].node);
    if (unary == nullptr || unary->op != model::UnaryOperator::Negate) {
        return id;
    }
    const auto* constant = std::get_if<model::Constant>(&at.exprs[unary->operand].node);
    const auto* number = constant != nullptr ? std::get_if<value::Number>(&constant->value) : nullptr;
    if (number == nullptr) {
        return id;
    }
    const model::Expr whole = at.exprs[id];
    return at.exprs.add({model::Constant{-*number}, whole.type, whole.span});
}

ExprId lower_value(Lowering& at, NodeId node, const model::Parameter& parameter) {
    const ExprId id = folded(at, at.lower(node, parameter.type));
    if (at.type(id).kind == TypeKind::Unknown) {
        return id;
    }
    const auto* constant = std::get_if<model::Constant>(&at.exprs[id].node);
    if (constant == nullptr) {
        return at.fail(node, Message::ParameterNotConstant);
    }
    if (!fits(at.type(id), parameter.type)) {
        return at.fail(node, Message::ClauseType,
                       {parameter.name, type_words(at.bench.schema(), parameter.type), at.type_text(id)});
    }
    const model::Version& version = at.bench.version(at.work);
    bool offered = parameter.alternatives.empty();
    for (ExprId alternative : parameter.alternatives) {
        offered =
            offered || std::get<model::Constant>(version.exprs[alternative].node).value == constant->value;
    }
    return offered ? id : at.fail(node, Message::NotAChoice, {at.words(node)});
}

} // namespace

ParameterValues lower_parameter(Lowering& at, NodeId body, const model::Parameter& parameter) {
    ParameterValues found;
    model::Parameter wanted = parameter;
    for (NodeId part : at.tree.children(body)) {
        if (at.tree.kind(part) != Kind::dated_value) {
            found.values.push_back({std::nullopt, lower_value(at, part, wanted)});
            wanted.type =
                wanted.type.kind == TypeKind::Unknown ? at.type(found.values.back().value) : wanted.type;
            continue;
        }
        const std::vector<NodeId> sides = at.tree.children(part);
        const auto from = read_day(at.tree.text(sides.front()));
        if (!from) {
            at.fail(sides.front(), Message::DayUnreadable, {at.words(sides.front())});
            continue;
        }
        if (found.values.back().from && *found.values.back().from >= *from) {
            at.fail(sides.front(), Message::DatedOrder);
        }
        found.values.push_back({from, lower_value(at, sides.back(), wanted)});
    }
    return found;
}

} // namespace tiaoli::check
