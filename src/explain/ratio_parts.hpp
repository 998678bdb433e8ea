// A ratio of sums opened into its numerator and denominator, where more of the numerator does not change the denominator.
#pragma once

#include "operands.hpp"

namespace tiaoli::explain {

struct RatioParts {
    std::string numerator; ///< its name
    value::Number above;   ///< in yuan
    value::Number below;   ///< in yuan, above zero
};

/// Nothing where the operand is no quotient of amounts whose numerator is a total, or the denominator may hold the numerator.
std::optional<RatioParts> ratio_parts(const Scene& scene, const OpenedFields& opened, model::ExprId expr,
                                      const interp::TraceStep& step, value::Date that_day);

} // namespace tiaoli::explain
