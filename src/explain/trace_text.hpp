// The steps of a traced evaluation as indented lines, each value opened once.
#pragma once

#include "tiaoli/explain/wording.hpp"
#include "tiaoli/interp/evaluator.hpp"

#include <set>
#include <string>
#include <utility>

namespace tiaoli::explain {

/// Writes the values that went into a result; one that was opened before is only named again.
class TraceText {
  public:
    TraceText(const Scene& scene, model::RowRef own) : scene_(scene), own_(own) {}

    /// The lines of the steps that `step` rests on, indented by `depth` times two blanks.
    std::string parts(const interp::TraceStep& step, std::size_t depth);

  private:
    void write(const interp::TraceStep& step, std::size_t depth);
    void write_parts(const interp::TraceStep& step, std::size_t depth);
    void write_field(const interp::TraceStep& step, std::size_t depth);
    void write_formula(const interp::TraceStep& step, std::size_t depth);
    void write_cell(const interp::TraceStep& step, std::size_t depth);
    void write_aggregate(const interp::TraceStep& step, std::size_t depth);
    void write_parameter(const interp::TraceStep& step, std::size_t depth);
    void write_choice(const interp::TraceStep& step, std::size_t depth);
    std::string field_name(const interp::TraceStep& step) const;
    std::string elements_text(const interp::TraceStep& step) const;
    /// Adds a line unless the same stands in this piece of text already.
    void line(std::size_t depth, const std::string& text);

    const Scene& scene_;
    model::RowRef own_;
    std::set<std::pair<model::RowRef, model::FieldId>> opened_;
    std::set<std::string> said_;
    std::string out_;
};

} // namespace tiaoli::explain
