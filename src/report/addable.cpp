// Looks through a policy for what it adds up itself.
#include "tiaoli/report/addable.hpp"

namespace tiaoli::report {

namespace {

/// The output that an expression names: of the record looked at, of the own record, or plain.
const model::FieldOf* named_field(const model::Version& version, model::ExprId expr) {
    return std::get_if<model::FieldOf>(&version.exprs[expr].node);
}

void add_totalled(const model::Version& version, std::set<model::FieldId>& found) {
    for (const model::Expr& expr : version.exprs) {
        const auto* total = std::get_if<model::Aggregate>(&expr.node);
        if (total == nullptr || total->total != model::Total::Sum)
            continue;
        const model::FieldOf* summand = named_field(version, total->value);
        if (summand != nullptr && std::holds_alternative<model::Element>(version.exprs[summand->base].node))
            found.insert(summand->field);
    }
}

void add_split(const model::Version& version, std::set<model::FieldId>& found) {
    for (const model::Allocation& allocation : version.allocations) {
        for (const model::AllocationPart& part : allocation.parts)
            found.insert(part.field);
        found.insert(allocation.rest);
        if (const model::FieldOf* amount = named_field(version, allocation.amount))
            found.insert(amount->field);
    }
}

} // namespace

std::set<model::FieldId> addable_outputs(const model::Policy& policy) {
    std::set<model::FieldId> found;
    std::set<model::FieldId> said;
    std::set<model::MatterId> speaking;
    for (const model::Version& version : policy.versions) {
        add_totalled(version, found);
        add_split(version, found);
        for (const auto& [matter, outputs] : version.summed) {
            speaking.insert(matter);
            said.insert(outputs.begin(), outputs.end());
        }
    }
    std::erase_if(found, [&](model::FieldId id) {
        const model::Field& field = policy.schema.fields[id];
        return field.role != model::FieldRole::Output || field.type.kind != model::TypeKind::Money ||
               speaking.contains(field.matter);
    });
    found.insert(said.begin(), said.end());
    return found;
}

} // namespace tiaoli::report
