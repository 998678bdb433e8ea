// The parts of an expression, for every step that looks through a policy.
#pragma once

#include "tiaoli/model/policy.hpp"

#include <utility>
#include <vector>

namespace tiaoli::model {

/// The expressions directly below a node, in written order: of a set its keys' values and filters, then the total's value.
std::vector<ExprId> children(const ExprNode& node);

/// Moves every reference to a part by `offset`: for expressions that were built apart and join a version's store behind others.
void rebase(ExprNode& node, std::uint32_t offset);

/// The state that a field of the role State or StateStart belongs to, as the version has it; null when it has none.
const std::pair<const FieldId, StateRule>* state_of(const Version& version, FieldId field);

/// The expressions of an allocation: its amount, each part's ratio and limit, the conditions of its tails.
std::vector<ExprId> expressions(const Allocation& allocation);

/// The expressions of a deadline: start and length, or the period; then the records that fulfil it.
std::vector<ExprId> expressions(const Deadline& deadline);

/// What is wrong inside a finished policy (ids that lead nowhere, types that are not known), for developers; empty when it is sound.
std::vector<std::string> defects(const Policy& policy);

} // namespace tiaoli::model
