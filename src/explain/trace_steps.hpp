// The steps of a traced evaluation in words, each value opened once.
#pragma once

#include "tiaoli/explain/explanation.hpp"

#include <map>
#include <set>
#include <string>
#include <utility>

namespace tiaoli::explain {

/// Columns of a terminal that a formula may take.
inline constexpr int formula_width = 160;

/// Words the values that went into a result; one that was opened before is only named again, and says where.
class TraceSteps {
  public:
    TraceSteps(const Scene& scene, model::RowRef own) : scene_(scene), own_(own) {}

    /// What `step` rests on.
    std::vector<Step> parts(const interp::TraceStep& step);

  private:
    using Steps = std::vector<Step>;
    void add(const interp::TraceStep& step, Steps& into);
    void add_parts(const interp::TraceStep& step, Steps& into);
    void add_field(const interp::TraceStep& step, Steps& into);
    void add_formula(const interp::TraceStep& step, Steps& into);
    void add_cell(const interp::TraceStep& step, Steps& into);
    void add_total(const interp::TraceStep& step, Steps& into);
    void add_parameter(const interp::TraceStep& step, Steps& into);
    void add_clause(const interp::TraceStep& step, Steps& into);
    /// table_steps.cpp: the row of a table that was taken, or all tiers of one that adds them up. False where there is none.
    bool add_row(const interp::TraceStep& step, Steps& into);
    void add_tiers(const model::DefinitionPart& part, const interp::TraceStep& step, Steps& into);
    void add_adjustment(const interp::TraceStep& step, Steps& into);
    void add_state(const interp::TraceStep& step, Steps& into); ///< state_steps.cpp
    void add_state_terms(const interp::TraceStep& step, Steps& into);
    std::string state_name(model::FieldId field) const;
    void add_split(const interp::TraceStep& step, Steps& into);
    void add_deadline(const interp::TraceStep& step, Steps& into);
    const model::Definition* definition_of(const interp::TraceStep& step) const;
    std::string field_name(const interp::TraceStep& step) const;
    std::string elements_text(const interp::TraceStep& step) const;
    /// False when this piece says the value already.
    bool is_new_here(const interp::TraceStep& step);
    /// Gives the step its id where the figure is opened here for the first time, else says where it was.
    bool open(Step& words, const interp::TraceStep& step);

    const Scene& scene_;
    model::RowRef own_;
    using Figure = std::pair<model::RowRef, model::FieldId>;
    std::map<Figure, std::size_t> opened_;              ///< in the whole explanation: the step's id
    std::set<Figure> opened_here_;                      ///< in this piece
    std::map<model::AllocationId, std::size_t> splits_; ///< in the whole explanation: the step's id
    std::size_t last_id_ = 0;
};

} // namespace tiaoli::explain
