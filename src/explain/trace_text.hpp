// The steps of a traced evaluation as indented lines, each value opened once.
#pragma once

#include "tiaoli/explain/wording.hpp"
#include "tiaoli/interp/evaluator.hpp"

#include <set>
#include <string>
#include <utility>

namespace tiaoli::explain {

/// Columns of a terminal that a formula may take.
inline constexpr int formula_width = 160;

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
    void write_clause(const interp::TraceStep& step, std::size_t depth);
    /// table_text.cpp: the row of a table that was taken, or all tiers of one that adds them up. False where there is none.
    bool write_row(const interp::TraceStep& step, std::size_t depth);
    void write_tiers(const model::DefinitionPart& part, const interp::TraceStep& step, std::size_t depth);
    void write_adjustment(const interp::TraceStep& step, std::size_t depth);
    void write_state(const interp::TraceStep& step, std::size_t depth); ///< state_text.cpp
    std::string state_name(model::FieldId field) const;
    void write_split(const interp::TraceStep& step, std::size_t depth);
    void write_deadline(const interp::TraceStep& step, std::size_t depth);
    const model::Definition* definition_of(const interp::TraceStep& step) const;
    std::string field_name(const interp::TraceStep& step) const;
    std::string elements_text(const interp::TraceStep& step) const;
    /// False when this piece of text says the value already.
    bool is_new_here(const interp::TraceStep& step);
    void line(std::size_t depth, const std::string& text);

    const Scene& scene_;
    model::RowRef own_;
    using Opened = std::set<std::pair<model::RowRef, model::FieldId>>;
    Opened opened_;                        ///< in the whole explanation
    Opened opened_here_;                   ///< in this piece of text
    std::set<model::AllocationId> splits_; ///< in the whole explanation
    std::string out_;
};

} // namespace tiaoli::explain
