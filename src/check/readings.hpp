// Chooses the only meaning of a statement among its readings.
#pragma once

#include "lowering.hpp"

#include <functional>
#include <variant>

namespace tiaoli::check {

struct ParameterValues {
    std::vector<model::DatedValue> values;
};

struct ExceptionCondition {
    ExprId condition;
};

/// What the body of a statement means; its expressions stand in the store of the reading.
using Meaning =
    std::variant<model::DefinitionPart, model::StateRule, model::Rule, model::MatterTerms, ParameterValues,
                 ExceptionCondition>;
using LowerBody = std::function<Meaning(Lowering& at, NodeId body)>;

/// The one meaning that a statement's readings have, its expressions moved into the version. Nothing when there is none or more
/// than one, which has then been reported.
std::optional<Meaning> choose(Workbench& bench, FieldTypes& types, const VersionWork& work,
                              const Statement& statement, Scope scope, const LowerBody& lower_body);

} // namespace tiaoli::check
