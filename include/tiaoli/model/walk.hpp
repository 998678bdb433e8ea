// The parts of an expression, for every step that looks through a policy.
#pragma once

#include "tiaoli/model/policy.hpp"

#include <vector>

namespace tiaoli::model {

/// The expressions directly below a node, in written order: of a set its keys' values and filters, then the total's value.
std::vector<ExprId> children(const ExprNode& node);

/// Moves every reference to a part by `offset`: for expressions that were built apart and join a version's store behind others.
void rebase(ExprNode& node, std::uint32_t offset);

/// What is wrong inside a finished policy (ids that lead nowhere, types that are not known), for developers; empty when it is sound.
std::vector<std::string> defects(const Policy& policy);

} // namespace tiaoli::model
