// Decides one record by its plan: every rule, every output, the worst of them as the verdict.
#pragma once

#include "engine.hpp"
#include "outcome_shelf.hpp"

namespace tiaoli::interp {

class Decider {
  public:
    Decider(const model::Policy& policy, const Places& places, Engine& engine)
        : policy_(policy), places_(places), engine_(engine) {}

    /// Leaves noted in the engine which returned decisions could change the verdict or an output.
    Decision decide(model::MatterId matter, const Instance& instance, const Plan& plan, DecisionFrame& frame);
    /// One step per rule, then one per output, in the decision's order.
    std::vector<TraceStep> trace(model::MatterId matter, const Instance& instance, const Plan& plan);
    /// The context in which the record's rules are read.
    Context context(model::MatterId matter, const Instance& instance, const Plan& plan,
                    DecisionFrame& frame) const;

  private:
    struct Findings;
    void apply_rules(Decision& decision, const Context& context, DecisionFrame& frame, Findings& findings);
    RuleOutcome outcome(model::RuleId rule, const Context& context);
    void weigh(const RuleOutcome& outcome, const model::Rule& rule, Findings& findings) const;
    void weigh(const DeadlineOutcome& outcome, const model::Deadline& deadline, Findings& findings) const;
    void take(model::Consequence consequence, Findings& findings) const;
    void weigh(const Value& output, Findings& findings) const;
    void read_outputs(Decision& decision, const Context& context, Findings& findings);
    void withhold_outputs(Decision& decision, const Context& context) const;
    void note_readings(Decision& decision, const DecisionFrame& frame);

    const model::Policy& policy_;
    const Places& places_;
    Engine& engine_;
    OutcomeShelf shelf_;
};

} // namespace tiaoli::interp
