// The bodies of statements, one function a kind; expressions go to the lowering's own store.
#pragma once

#include "readings.hpp"

namespace tiaoli::check {

model::DefinitionPart lower_definition(Lowering& at, NodeId body, model::FieldId field);
model::StateRule lower_state(Lowering& at, NodeId body);
model::Rule lower_rule(Lowering& at, NodeId body);
model::Deadline lower_deadline(Lowering& at, NodeId body);
/// The consequence under its word; nothing where there is none such.
std::optional<model::Consequence> outcome_named(std::string_view word);
model::MatterTerms lower_terms(Lowering& at, NodeId body);
SingleExpression lower_exception(Lowering& at, NodeId body);
/// A day that `word` names.
ExprId lower_day(Lowering& at, NodeId node, const char* word);
/// （类型为银行）: which records the matter reviews.
ExprId lower_reviewed(Lowering& at, NodeId node);
/// 自签约日起: from when a matter that recurs reviews a record.
ExprId lower_since(Lowering& at, NodeId node);
/// What a matter that recurs must say of itself.
void check_recurrence(Workbench& bench, const model::MatterTerms& terms);
ParameterValues lower_parameter(Lowering& at, NodeId body, const model::Parameter& parameter);

/// 分配: chooses the meaning of each of its expressions. Nothing where one has none or a part could not be read, which has been reported.
std::optional<model::Allocation> lower_allocation(Workbench& bench, FieldTypes& types,
                                                  const VersionWork& work, const Statement& statement);

/// Rules between the several statements that define one field.
void check_parts(Workbench& bench, const model::Definition& definition);

} // namespace tiaoli::check
