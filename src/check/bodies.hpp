// The bodies of statements, one function a kind; expressions go to the lowering's own store.
#pragma once

#include "readings.hpp"

namespace tiaoli::check {

model::DefinitionPart lower_definition(Lowering& at, NodeId body, model::FieldId field);
model::Rule lower_rule(Lowering& at, NodeId body);
model::Deadline lower_deadline(Lowering& at, NodeId body);
/// The consequence under its word; nothing where there is none such.
std::optional<model::Consequence> outcome_named(std::string_view word);
model::MatterTerms lower_terms(Lowering& at, NodeId body);
ParameterValues lower_parameter(Lowering& at, NodeId body, const model::Parameter& parameter);

/// 分配: chooses the meaning of each of its expressions. Nothing where one has none or a part could not be read, which has been reported.
std::optional<model::Allocation> lower_allocation(Workbench& bench, FieldTypes& types,
                                                  const VersionWork& work, const Statement& statement);

/// Rules between the several statements that define one field.
void check_parts(Workbench& bench, const model::Definition& definition);

} // namespace tiaoli::check
