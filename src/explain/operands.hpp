// The values that the parts of a traced expression had, found again among the steps recorded for it.
#pragma once

#include "tiaoli/explain/explanation.hpp"

#include <map>
#include <optional>
#include <utility>

namespace tiaoli::explain {

/// A part of an expression: its value, and the step that gave it (none for a constant).
struct Operand {
    interp::Value value;
    const interp::TraceStep* step = nullptr;
};

/// Reads the parts of one expression in the order in which they were evaluated.
class Operands {
  public:
    Operands(const Scene& scene, const interp::TraceStep& step, value::Date that_day)
        : version_(scene.version(step.version)), steps_(step.parts), that_day_(that_day) {}

    /// Nothing where the evaluation came to an end before this part, or its value is not recorded.
    std::optional<Operand> next(model::ExprId expr);

  private:
    std::optional<Operand> recorded(interp::TraceStep::Kind kind, model::ExprId expr);
    std::optional<Operand> field(const model::FieldOf& node);

    const model::Version& version_;
    const std::vector<interp::TraceStep>& steps_;
    value::Date that_day_;
    std::size_t at_ = 0;
};

/// The step that opens each field in full: a trace opens a field once.
using OpenedFields = std::map<std::pair<model::RowRef, model::FieldId>, const interp::TraceStep*>;
OpenedFields opened_fields(const std::vector<interp::TraceStep>& trace);

} // namespace tiaoli::explain
