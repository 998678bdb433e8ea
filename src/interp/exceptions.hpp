// Exceptions (不受第X条限制): whether one lifts a rule. Those of definitions are in definitions.cpp.
#pragma once

#include "engine.hpp"

namespace tiaoli::interp {

/// Whether a rule is lifted, and by which of its exceptions.
struct RuleLifting {
    Judgement holds{Truth::False};
    std::optional<std::size_t> by = {};
};
/// The articles of the exceptions looked at count as used. A condition that has no value does not lift.
RuleLifting lifting(Engine& engine, const model::Rule& rule, const Context& context);

} // namespace tiaoli::interp
