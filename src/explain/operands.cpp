// Which node of an expression leaves which step behind.
#include "operands.hpp"

namespace tiaoli::explain {

namespace {

void note_fields(const interp::TraceStep& step, OpenedFields& into) {
    if (step.kind == interp::TraceStep::Kind::State)
        return; // what is opened below it holds on another day
    if (step.kind == interp::TraceStep::Kind::Field)
        into.try_emplace({step.row, step.field}, &step);
    for (const interp::TraceStep& part : step.parts)
        note_fields(part, into);
}

} // namespace

OpenedFields opened_fields(const std::vector<interp::TraceStep>& trace) {
    OpenedFields out;
    for (const interp::TraceStep& step : trace)
        note_fields(step, out);
    return out;
}

std::optional<Operand> Operands::next(model::ExprId expr) {
    using Kind = interp::TraceStep::Kind;
    const model::ExprNode& node = version_.exprs[expr].node;
    if (const auto* constant = std::get_if<model::Constant>(&node))
        return Operand{constant->value};
    if (const auto* own = std::get_if<model::FieldOf>(&node))
        return field(*own);
    if (std::holds_alternative<model::ParameterUse>(node)) {
        if (at_ >= steps_.size() || steps_[at_].kind != Kind::Parameter)
            return std::nullopt;
        const interp::TraceStep& step = steps_[at_++];
        return Operand{step.value, &step};
    }
    if (std::holds_alternative<model::ThatDay>(node))
        return Operand{model::Scalar{that_day_}};
    if (std::holds_alternative<model::Aggregate>(node))
        return recorded(Kind::Aggregate, expr);
    const bool leaves_none =
        std::holds_alternative<model::OwnRecord>(node) || std::holds_alternative<model::Element>(node) ||
        std::holds_alternative<model::Today>(node) || std::holds_alternative<model::ThisPeriod>(node);
    return leaves_none ? std::nullopt : recorded(Kind::Expression, expr);
}

std::optional<Operand> Operands::recorded(interp::TraceStep::Kind kind, model::ExprId expr) {
    if (at_ >= steps_.size() || steps_[at_].kind != kind || steps_[at_].expr != expr)
        return std::nullopt;
    const interp::TraceStep& step = steps_[at_++];
    return Operand{step.value, &step};
}

/// First the steps of the way there, then the field's own.
std::optional<Operand> Operands::field(const model::FieldOf& node) {
    const model::ExprNode& base = version_.exprs[node.base].node;
    if (!std::holds_alternative<model::OwnRecord>(base) && !std::holds_alternative<model::Element>(base) &&
        !next(node.base))
        return std::nullopt;
    if (at_ >= steps_.size() || steps_[at_].field != node.field)
        return std::nullopt;
    const interp::TraceStep& step = steps_[at_++];
    return Operand{step.value, &step};
}

} // namespace tiaoli::explain
