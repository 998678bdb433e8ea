// Declares the stored fields of one record type.
#pragma once

#include "workbench.hpp"

namespace tiaoli::check {

struct RecordWork {
    const Tree* tree = nullptr;
    NodeId decl = {};
    model::RecordId id = {};
};

/// Key, day and fields with their types and modifiers; all record types and enumerations must have been declared.
void declare_fields(Workbench& bench, const RecordWork& work);

model::EnumerationId add_enumeration(Workbench& bench, model::Enumeration enumeration);
/// An enumeration of the values listed; with an empty name, the one that has the same list already where there is one.
model::EnumerationId declare_values(Workbench& bench, const Tree& tree, const std::vector<NodeId>& values,
                                    const std::string& name);

/// Reads what stands after a field's type into `field`.
void read_modifiers(Workbench& bench, const Tree& tree, NodeId decl, model::Field& field);

} // namespace tiaoli::check
