// Names on their own and after 的: fields, parameters, values of enumerations, 本X.
#include "literals.hpp"
#include "lowering.hpp"

namespace tiaoli::check {

namespace {

using diag::Message;
using model::FieldRole;

struct BuiltIn {
    std::string_view name;
    TypeKind of;
    model::Function function;
    TypeKind gives;
};

/// Properties of days and periods.
constexpr BuiltIn built_ins[] = {
    {"年度", TypeKind::Date, model::Function::YearOf, TypeKind::Period},
    {"季度", TypeKind::Date, model::Function::QuarterOf, TypeKind::Period},
    {"月份", TypeKind::Date, model::Function::MonthOf, TypeKind::Period},
    {"首日", TypeKind::Period, model::Function::FirstDay, TypeKind::Date},
    {"末日", TypeKind::Period, model::Function::LastDay, TypeKind::Date},
    {"年份", TypeKind::Date, model::Function::YearNumber, TypeKind::Integer},
    {"年份", TypeKind::Period, model::Function::YearNumber, TypeKind::Integer},
    {"季次", TypeKind::Date, model::Function::QuarterNumber, TypeKind::Integer},
    {"季次", TypeKind::Period, model::Function::QuarterNumber, TypeKind::Integer},
    {"月次", TypeKind::Date, model::Function::MonthNumber, TypeKind::Integer},
    {"月次", TypeKind::Period, model::Function::MonthNumber, TypeKind::Integer}};

std::string listed(const std::vector<std::string>& values) {
    std::string out;
    for (const std::string& value : values) {
        out += (out.empty() ? "" : "、") + value;
    }
    return out;
}

/// What a plain name may mean where it stands.
struct Meanings {
    std::optional<model::EnumerationValue> value; ///< of the enumeration that the other side has
    model::FieldId field;
    model::ParameterId parameter;
};

Meanings meanings(const Lowering& at, const std::string& name, const Type& expected) {
    Meanings found;
    if (expected.kind == TypeKind::Enumeration) {
        found.value = find_value(at.bench.schema(), expected.enumeration, name);
    }
    const model::RecordId record = at.scope.element.valid() ? at.scope.element : at.scope.own;
    if (record.valid()) {
        found.field = at.find_field(record, name);
    }
    if (const auto parameter = at.work.parameters.find(name); parameter != at.work.parameters.end()) {
        found.parameter = parameter->second;
    }
    return found;
}

ExprId lower_value(Lowering& at, NodeId node, const model::EnumerationValue& value) {
    return at.add(node, model::Constant{value}, {TypeKind::Enumeration, value.enumeration});
}

/// A name that is neither a field here nor a parameter nor a value of the type expected.
ExprId lower_other(Lowering& at, NodeId node, const std::string& name, const Type& expected) {
    const auto values = at.bench.names.values.find(name);
    const bool is_value = values != at.bench.names.values.end();
    if (is_value && expected.kind != TypeKind::Enumeration) {
        return values->second.size() == 1 ? lower_value(at, node, values->second.front())
                                          : at.fail(node, Message::BareValue, {at.words(node)});
    }
    if (at.scope.element.valid() && at.find_field(at.scope.own, name).valid()) {
        const std::string own = at.record_name(at.scope.own);
        return at.fail(node, Message::OuterField, {at.record_name(at.scope.element), own, at.words(node)});
    }
    if (expected.kind == TypeKind::Enumeration) {
        const std::string type = type_words(at.bench.schema(), expected);
        return at.fail(
            node, Message::ValueNotOf,
            {at.words(node), type, listed(at.bench.schema().enumerations[expected.enumeration].values)});
    }
    const model::RecordId record = at.scope.element.valid() ? at.scope.element : at.scope.own;
    return record.valid() ? at.no_field(node, record) : at.fail(node, Message::NameNotHere, {at.words(node)});
}

ExprId lower_built_in(Lowering& at, NodeId node, ExprId base, NodeId name) {
    for (const BuiltIn& built_in : built_ins) {
        if (at.type(base).kind == built_in.of && at.tree.text(name) == built_in.name) {
            return at.add(node, model::Call{built_in.function, {base}}, {built_in.gives});
        }
    }
    const NodeId subject = at.tree.children(node).front();
    return at.fail(node, Message::NoSuchPart, {at.words(subject), at.type_text(base), at.words(name)});
}

} // namespace

ExprId lower_name(Lowering& at, NodeId node, Type expected) {
    const std::string name = at.tree.text(node);
    const Meanings found = meanings(at, name, expected);
    if (found.value && found.field.valid() && fits(at.types.of(found.field), expected)) {
        const model::RecordId record = at.scope.element.valid() ? at.scope.element : at.scope.own;
        return at.fail(node, Message::NameMeansTwo, {at.words(node), at.record_name(record)});
    }
    if (found.value) {
        return lower_value(at, node, *found.value);
    }
    if (found.field.valid()) {
        return at.field_of(node, at.here(node), found.field);
    }
    if (found.parameter.valid()) {
        const Type type = at.bench.version(at.work).parameters[found.parameter].type;
        return at.add(node, model::ParameterUse{found.parameter}, type);
    }
    return lower_other(at, node, name, expected);
}

ExprId lower_field(Lowering& at, NodeId node) {
    const std::vector<NodeId> parts = at.tree.children(node);
    const ExprId base = at.lower(parts.front());
    const Type type = at.type(base);
    if (type.kind == TypeKind::Unknown) {
        return at.add(node, model::Constant{false}, {});
    }
    if (type.kind != TypeKind::Reference) {
        return lower_built_in(at, node, base, parts.back());
    }
    const model::FieldId field = at.find_field(type.record, at.tree.text(parts.back()));
    return field.valid() ? at.field_of(node, base, field) : at.no_field(parts.back(), type.record);
}

ExprId lower_own(Lowering& at, NodeId node) {
    const NodeId name = at.tree.children(node).front();
    const auto record = at.bench.names.records.find(at.tree.text(name));
    if (at.scope.own.valid() && record != at.bench.names.records.end() && record->second == at.scope.own) {
        return at.add(node, model::OwnRecord{}, {TypeKind::Reference, {}, at.scope.own});
    }
    const std::string own = at.scope.own.valid() ? at.record_name(at.scope.own) : std::string{};
    return at.fail(node, Message::OwnElsewhere, {at.words(name), own});
}

ExprId lower_predicate(Lowering& at, NodeId node) {
    const std::vector<NodeId> parts = at.tree.children(node);
    const ExprId base = at.lower(parts.front());
    if (at.type(base).kind == TypeKind::Unknown) {
        return at.add(node, model::Constant{false}, {});
    }
    if (at.type(base).kind != TypeKind::Reference) {
        return at.fail(node, Message::NoSuchPart,
                       {at.words(parts.front()), at.type_text(base), at.words(parts.back())});
    }
    const model::FieldId field = at.find_field(at.type(base).record, at.tree.text(parts.back()));
    if (!field.valid()) {
        return at.no_field(parts.back(), at.type(base).record);
    }
    const ExprId value = at.field_of(node, base, field);
    if (!fits(at.type(value), {TypeKind::Bool})) {
        return at.fail(node, Message::NotCondition, {at.words(node), at.type_text(value)});
    }
    return value;
}

ExprId Lowering::here(NodeId node) {
    if (scope.element.valid()) {
        return add(node, model::Element{}, {TypeKind::Reference, {}, scope.element});
    }
    return add(node, model::OwnRecord{}, {TypeKind::Reference, {}, scope.own});
}

model::FieldId Lowering::find_field(model::RecordId record, const std::string& name) const {
    const auto found = bench.names.fields.find({record, name});
    if (!record.valid() || found == bench.names.fields.end()) {
        return {};
    }
    const model::Field& field = bench.schema().fields[found->second];
    const bool kept_by_decisions = field.role == FieldRole::Output && field.matter != scope.matter;
    const bool needs_definition =
        field.role != FieldRole::Stored && field.role != FieldRole::Verdict && !kept_by_decisions;
    return needs_definition && !work.gives(found->second) ? model::FieldId{} : found->second;
}

ExprId Lowering::field_of(NodeId node, ExprId base, model::FieldId id) {
    const model::Field& field = bench.schema().fields[id];
    const bool own = std::holds_alternative<model::OwnRecord>(exprs[base].node);
    if (field.role == FieldRole::Matter && (!own || field.matter != scope.matter)) {
        return fail(node, Message::MatterOnly, {field.name, bench.schema().matters[field.matter].name});
    }
    if (field.matter.valid() && !reads_one_period(*this, field, own)) {
        return fail(node, Message::OnePerPeriod, {field.name, bench.schema().matters[field.matter].name});
    }
    return add(node, model::FieldOf{base, id}, types.of(id));
}

ExprId Lowering::no_field(NodeId name, model::RecordId record) {
    std::vector<std::string> names;
    for (const auto& [place, field] : bench.names.fields) {
        if (place.first == record) {
            names.push_back(place.second);
        }
    }
    const std::string near = nearest(tree.text(name), names);
    if (near.empty()) {
        return fail(name, Message::UnknownField, {record_name(record), words(name)});
    }
    messages.add(Message::UnknownFieldNear, tree.span(name), {record_name(record), words(name), near}).fix =
        diag::Fix{tree.span(name), near};
    return add(name, model::Constant{false}, {});
}

bool Lowering::is_bare_value(NodeId node) const {
    if (tree.kind(node) != Kind::name_expr) {
        return false;
    }
    const std::string name = tree.text(node);
    const Meanings found = meanings(*this, name, {});
    return !found.field.valid() && !found.parameter.valid() && bench.names.values.contains(name);
}

} // namespace tiaoli::check
