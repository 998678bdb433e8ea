// The reference evaluator: defines what a policy means for case data, one record at a time, exact and traceable.
#pragma once

#include "tiaoli/interp/decision.hpp"
#include "tiaoli/interp/sightings.hpp"
#include "tiaoli/interp/split.hpp"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace tiaoli::interp {

struct Options {
    value::Date today; ///< 今日, the day of the run
    std::map<std::string, std::string>
        readings; ///< --reading 名=可选值: parameter name → the alternative's text
    std::map<std::string, model::Scalar> settings; ///< --set 名=值: parameter name → value
    model::VersionId only_version = {};            ///< --version: decide all under this one
    bool note_taken = false;                       ///< fill Evaluator::taken and Evaluator::sightings
};

/// How a state stands at a moment, and what brought that about.
struct StateNote {
    enum class Kind : std::uint8_t { Running, Ended, NotBegun, Doubtful };
    Kind kind = Kind::NotBegun;
    std::optional<value::Date> since =
        {};                        ///< Running: its first day, where that is certain; else when it became so
    model::RowRef by = {};         ///< the record that began or ended it, where one did
    model::VersionId version = {}; ///< by whose words it began or ended; not valid for NotBegun
    bool holds_still = false;      ///< Ended: what begins it has not ceased, so it does not begin anew
    std::vector<Reason> reasons = {}; ///< Doubtful
};

/// The clauses that gave a value for certain in some evaluation, by version and place (Clause::span). What caches repeat is in it
/// from the first time.
using Taken = std::set<std::pair<model::VersionId, source::Span>>;

/// One step of a traced evaluation: an expression, its value, and the steps it rests on.
struct TraceStep {
    enum class Kind : std::uint8_t {
        Expression,
        Field,
        Cell,
        Aggregate,
        Parameter,
        Clause,
        Adjustment,
        Rule,
        State,
        Split,
        Deadline
    };
    Kind kind;
    model::VersionId version;
    model::ExprId expr = {};   ///< in `version`; not valid for cells and rules
    model::FieldId field = {}; ///< for Field, Cell, Clause
    model::RowRef row = {};    ///< whose field
    model::ParameterId parameter = {};
    model::RuleId rule = {};
    Value value;
    std::uint32_t set_size = 0;                           ///< Aggregate: records counted
    std::vector<model::RowRef> elements;                  ///< Aggregate: the records counted (first 20)
    std::shared_ptr<const interp::Split> split = {};      ///< Split: null where something is not known
    model::AllocationId allocation = {};                  ///< Split
    std::shared_ptr<const DeadlineOutcome> deadline = {}; ///< Deadline
    StateNote state = {}; ///< State; `parts`: its condition as of the day of the change
    std::vector<TraceStep> parts;
};

/// Told now and then how much of the work is done.
using Progress = std::function<void(std::size_t done, std::size_t all)>;

/// Decisions over one set of case data. Causal by construction: only what lies before a moment can be seen.
class Evaluator {
  public:
    Evaluator(const model::Policy& policy, const data::CaseData& data, Options options);
    ~Evaluator();
    Evaluator(const Evaluator&) = delete;
    Evaluator& operator=(const Evaluator&) = delete;

    /// Decides everything in world order (depth of recursion stays bounded); later calls are look-ups.
    void settle(const Progress& progress = {});
    /// What the matter decides, by row and period; for a matter that does not recur an instance is a row.
    const std::vector<Instance>& instances(model::MatterId matter);
    const Decision& decide(model::MatterId matter, std::uint32_t instance);
    /// All that it decides, by instance; they live as long as the evaluator.
    std::span<const Decision> decisions(model::MatterId matter);
    /// A field of a record as its own moment sees it (Verdict, Output, Derived), or for AsOf as of the end of today.
    /// For a field of a matter that recurs `row` is an instance.
    Value field(model::FieldId field, std::uint32_t row);
    /// Settled results (places in CaseData::settled) of periods that the matter does not review.
    const std::vector<std::size_t>& unplaced();
    /// One step per rule of the decision, then one per output, each opened down to cells.
    std::vector<TraceStep> trace(model::MatterId matter, std::uint32_t instance);
    /// Clauses taken up to now; empty without Options::note_taken.
    const Taken& taken() const;
    /// What was evaluated up to now; empty without Options::note_taken.
    const Sightings& sightings() const;

  private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace tiaoli::interp
