// The bodies of statements, one function a kind; expressions go to the lowering's own store.
#pragma once

#include "readings.hpp"

namespace tiaoli::check {

model::DefinitionPart lower_definition(Lowering& at, NodeId body, model::FieldId field);
model::StateRule lower_state(Lowering& at, NodeId body);
model::Rule lower_rule(Lowering& at, NodeId body);
model::MatterTerms lower_terms(Lowering& at, NodeId body);
ExceptionCondition lower_exception(Lowering& at, NodeId body);
ParameterValues lower_parameter(Lowering& at, NodeId body, const model::Parameter& parameter);

/// Rules between the several statements that define one field.
void check_parts(Workbench& bench, const model::Definition& definition);

} // namespace tiaoli::check
