// Tells the type of a defined field from the values of its clauses.
#include "field_types.hpp"

#include "lowering.hpp"

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
            look_at(work, work.statements[index], evidence);
        }
    }
    return evidence.conclusion();
}

void FieldTypes::look_at(const VersionWork& work, const Statement& statement, Evidence& evidence) {
    const Tree& tree = *statement.tree;
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
                look_at(work, work.statements[index], evidence);
            }
            const Statement& first = work.statements[places.front()];
            const bool has_reading =
                first.tree->children(first.tree->child(first.node, Kind::readings)).size() > 0;
            if (!evidence.readable || evidence.bare || !has_reading) {
                continue; // its own mistakes are reported where it is read
            }
            const NodeId name = first.tree->child(first.node, Kind::name);
            bench_.messages.add(Message::TypeRing, first.tree->span(name), {first.tree->display(name)});
        }
    }
}

} // namespace tiaoli::check
