// 状态: what begins and ends it; X处于S, X不处于S.
#include "bodies.hpp"

namespace tiaoli::check {

namespace {

using diag::Message;
using model::FieldRole;

/// 有R（…） of records that happen on a day is an event; everything else is a condition that turns.
model::Trigger lower_trigger(Lowering& at, NodeId node) {
    model::Trigger trigger;
    trigger.condition = at.condition(node);
    const auto* set = std::get_if<model::Aggregate>(&at.exprs[trigger.condition].node);
    const bool is_event = set != nullptr && set->total == model::Total::Exists &&
                          at.bench.schema().records[set->set.record].day.valid();
    trigger.kind = is_event ? model::TriggerKind::Event : model::TriggerKind::Condition;
    return trigger;
}

ExprId no_state(Lowering& at, NodeId name, model::RecordId record) {
    std::vector<std::string> names;
    for (const auto& [field, state] : at.work.states) {
        if (at.bench.schema().fields[field].record == record) {
            names.push_back(syntax::canonical(at.bench.schema().fields[field].name));
        }
    }
    const std::string near = nearest(at.tree.text(name), names);
    if (near.empty()) {
        return at.fail(name, Message::UnknownState, {at.record_name(record), at.words(name)});
    }
    at.messages
        .add(Message::UnknownStateNear, at.tree.span(name), {at.record_name(record), at.words(name), near})
        .fix = diag::Fix{at.tree.span(name), near};
    return at.add(name, model::Constant{false}, {});
}

} // namespace

model::StateRule lower_state(Lowering& at, NodeId body) {
    const std::vector<NodeId> parts = at.tree.children(body);
    model::StateRule rule;
    rule.begins = lower_trigger(at, parts.front());
    rule.ends = lower_trigger(at, parts.back());
    return rule;
}

ExprId lower_during(Lowering& at, NodeId node) {
    const std::vector<NodeId> parts = at.tree.children(node);
    const NodeId name = parts.back();
    const bool has_subject = at.tree.kind(parts.front()) != Kind::not_word && parts.front() != name;
    const ExprId base = has_subject ? at.lower(parts.front()) : at.here(node);
    const Type type = at.type(base);
    if (type.kind == TypeKind::Unknown) {
        return at.add(node, model::Constant{false}, {});
    }
    if (type.kind != TypeKind::Reference || !type.record.valid()) {
        return at.fail(node, Message::DuringNoRecord, {at.words(parts.front()), at.type_text(base)});
    }
    const model::FieldId field = at.find_field(type.record, at.tree.text(name));
    if (!field.valid()) {
        return no_state(at, name, type.record);
    }
    if (at.bench.schema().fields[field].role != FieldRole::State) {
        return at.fail(name, Message::NotAState, {at.words(name)});
    }
    const ExprId value = at.field_of(node, base, field);
    const bool denied = at.tree.child(node, Kind::not_word).valid();
    return denied ? at.add(node, model::Unary{model::UnaryOperator::Not, value}, {TypeKind::Bool}) : value;
}

} // namespace tiaoli::check
