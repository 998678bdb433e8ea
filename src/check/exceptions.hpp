// 不受第X条限制: which article an exception names, and what its words mean.
#pragma once

#include "bodies.hpp"

namespace tiaoli::check {

/// The article that the exception names; nothing when this version has none, which has then been reported.
std::optional<model::ArticleId> exempted_article(Workbench& bench, const VersionWork& work,
                                                 const Statement& statement);

/// The parts of all exceptions to one field's definition.
std::vector<model::DefinitionPart> lower_exceptions(Workbench& bench, FieldTypes& types,
                                                    const VersionWork& work, model::FieldId field);

/// Joins an exception to the rule that it lifts; the rules must have been read.
void lower_rule_exception(Workbench& bench, FieldTypes& types, const VersionWork& work,
                          const Statement& statement);

} // namespace tiaoli::check
