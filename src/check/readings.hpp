// Chooses the only meaning of a statement among its readings.
#pragma once

#include "lowering.hpp"

#include <functional>
#include <variant>

namespace tiaoli::check {

struct ParameterValues {
    std::vector<model::DatedValue> values;
};
/// An expression that stands on its own in its statement.
struct SingleExpression {
    ExprId root;
};

enum class CellKind : std::uint8_t { Holds, Any, Other };
/// A cell of a table or what one of its columns looks at: `root` is a condition or a value. 任意 and 其他 have none.
struct CellMeaning {
    CellKind kind = CellKind::Holds;
    ExprId root = {};
};

/// What the body of a statement means; its expressions stand in the store of the reading.
using Meaning = std::variant<model::DefinitionPart, model::StateRule, model::Rule, model::MatterTerms,
                             ParameterValues, SingleExpression, model::Deadline, CellMeaning>;
using LowerBody = std::function<Meaning(Lowering& at, NodeId body)>;

/// The one meaning that a statement's readings have, its expressions moved into the version. Nothing when there is none or more
/// than one, which has then been reported.
std::optional<Meaning> choose(Workbench& bench, FieldTypes& types, const VersionWork& work,
                              const Statement& statement, Scope scope, const LowerBody& lower_body);
/// The same for a statement that has several bodies; `holder` is the node that holds the one meant.
std::optional<Meaning> choose(Workbench& bench, FieldTypes& types, const VersionWork& work, const Tree& tree,
                              NodeId holder, Scope scope, const LowerBody& lower_body);

} // namespace tiaoli::check
