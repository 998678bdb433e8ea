// Tells the type of a defined field from the values of its clauses.
#include "field_types.hpp"

#include "literals.hpp"
#include "tables.hpp"

#include <algorithm>

namespace tiaoli::check {

using diag::Message;

/// What the clauses of a field say of its type.
struct FieldTypes::Evidence {
    Type type = {};                              ///< of clauses that have one on their own
    std::set<model::EnumerationId> enumerations; ///< that have all bare values met so far
    bool bare = false;
    bool readable = true;

    void add(const Type& found) {
        if (type.kind == TypeKind::Unknown ||
            (type.kind == TypeKind::Integer && found.kind == TypeKind::Number)) {
            type = found;
        }
    }

    void add_value(const std::vector<model::EnumerationValue>& values) {
        std::set<model::EnumerationId> owners;
        for (const model::EnumerationValue& value : values) {
            if (!bare || enumerations.contains(value.enumeration)) {
                owners.insert(value.enumeration);
            }
        }
        bare = true;
        enumerations = std::move(owners);
    }

    Type conclusion() const {
        if (type.kind == TypeKind::Unknown && enumerations.size() == 1) {
            return {TypeKind::Enumeration, *enumerations.begin()};
        }
        return type;
    }
};

namespace {

bool has_reading(const Statement& at) {
    const Tree& tree = *at.tree;
    if (!syntax::is_table(tree.kind(at.node))) {
        return !tree.children(tree.child(at.node, Kind::readings)).empty();
    }
    const syntax::Table table = syntax::table_at(tree, at.node);
    return table.headings.valid() && !table.rows.empty() && !table.is_too_large();
}

} // namespace

Type FieldTypes::of(model::FieldId id) {
    model::Field& field = bench_.schema().fields[id];
    if (field.type.kind != TypeKind::Unknown || hopeless_.contains(id) ||
        field.role == model::FieldRole::Stored) {
        return field.type;
    }
    if (!open_.insert(id).second) {
        met_ring_ = true;
        return {};
    }
    if (open_.size() == 1) {
        met_ring_ = false;
    }
    const Type type = infer(id);
    open_.erase(id);
    if (type.kind != TypeKind::Unknown) {
        bench_.schema().fields[id].type = type;
    } else if (open_.empty() || !met_ring_) {
        hopeless_.insert(id); // inside a ring another way in may still tell it
    }
    return type;
}

Type FieldTypes::infer(model::FieldId field) {
    Evidence evidence;
    for (const VersionWork& work : bench_.versions) {
        const auto found = work.definitions.find(field);
        if (found == work.definitions.end()) {
            continue;
        }
        for (std::size_t index : found->second) {
            look_at(work, work.statements[index], field, evidence);
        }
    }
    return evidence.conclusion();
}

void FieldTypes::look_at(const VersionWork& work, const Statement& statement, model::FieldId field,
                         Evidence& evidence) {
    const Tree& tree = *statement.tree;
    if (syntax::is_table(tree.kind(statement.node))) {
        return look_at_table(work, statement, field, evidence);
    }
    for (NodeId body : tree.children(tree.child(statement.node, Kind::readings))) {
        for (NodeId part : tree.children(body)) {
            switch (tree.kind(part)) {
            case Kind::clause_plain:
            case Kind::clause_guarded:
            case Kind::clause_otherwise:
            case Kind::clause_absent:
                look_at_clause(work, statement, tree.children(part).back(), evidence);
                break;
            default:
                break; // adjustments have the type that the clauses give
            }
        }
    }
}

/// The cells of the field's column; of a 超额累进 table multiplied with the amount.
void FieldTypes::look_at_table(const VersionWork& work, const Statement& statement, model::FieldId field,
                               Evidence& evidence) {
    const Tree& tree = *statement.tree;
    const syntax::Table table = syntax::table_at(tree, statement.node);
    const std::size_t column =
        result_column(tree, table, syntax::canonical(bench_.schema().fields[field].name));
    const std::string unit = column_unit(tree, table, column);
    bool met_value = false;
    for (NodeId row : table.rows) {
        const std::vector<NodeId> cells = tree.children(row);
        const NodeId readings =
            column < cells.size() ? tree.child(cells[column], Kind::readings) : statement.node;
        for (NodeId body : column < cells.size() ? tree.children(readings) : std::vector<NodeId>{}) {
            const NodeId value = tree.children(body).front();
            met_value = true;
            if (const auto literal = literal_in_unit(tree, value, unit)) {
                evidence.add(literal_type(*literal));
            } else {
                look_at_clause(work, statement, value, evidence);
            }
        }
    }
    evidence.readable = evidence.readable && met_value;
    if (!syntax::option(tree, table, Kind::table_progressive).valid()) {
        return;
    }
    const NodeId amount = tree.child(table.inputs.front(), Kind::readings);
    for (NodeId body : tree.children(amount)) {
        Lowering at(bench_, *this, work, tree, scope_of(statement));
        const TypeKind kind = at.type(at.lower(tree.children(body).front())).kind;
        if (!at.messages.has_errors()) {
            const bool told = kind != TypeKind::Unknown && evidence.type.kind != TypeKind::Unknown;
            evidence.type = {progressive_type(kind, evidence.type.kind)};
            evidence.readable = evidence.readable && (!told || evidence.type.kind != TypeKind::Unknown);
            return;
        }
    }
}

void FieldTypes::look_at_clause(const VersionWork& work, const Statement& statement, NodeId value,
                                Evidence& evidence) {
    Lowering at(bench_, *this, work, *statement.tree, scope_of(statement));
    if (at.is_bare_value(value)) {
        evidence.add_value(bench_.names.values.at(statement.tree->text(value)));
        return;
    }
    const ExprId id = at.lower(value);
    if (at.messages.has_errors()) {
        evidence.readable = false;
    } else if (at.type(id).kind != TypeKind::Unknown) {
        evidence.add(at.type(id));
    }
}

void FieldTypes::settle() {
    for (std::uint32_t index = 0; index < bench_.schema().fields.size(); ++index) {
        of(model::FieldId{index});
    }
    for (const VersionWork& work : bench_.versions) {
        for (const auto& [field, places] : work.definitions) {
            Evidence evidence;
            if (of(field).kind != TypeKind::Unknown) {
                continue;
            }
            for (std::size_t index : places) {
                look_at(work, work.statements[index], field, evidence);
            }
            const Statement& first = work.statements[places.front()];
            if (!evidence.readable || evidence.bare || !has_reading(first)) {
                continue; // its own mistakes are reported where it is read
            }
            const model::Field& told = bench_.schema().fields[field];
            bench_.messages.add(Message::TypeRing, told.declared, {told.name});
        }
    }
}

} // namespace tiaoli::check
