// Settles all decisions in world order, so that each one only ever looks back at what is settled.
#pragma once

#include "decide.hpp"
#include "planner.hpp"

namespace tiaoli::interp {

class Settlement {
  public:
    Settlement(const model::Policy& policy, const data::CaseData& data, Options options, TotalsBy totals_by);

    void settle(const Progress& progress = {});
    const std::vector<Instance>& instances(model::MatterId matter);
    std::span<const Decision> decisions(model::MatterId matter);
    const Decision& decide(model::MatterId matter, std::uint32_t instance);
    Value field(model::FieldId field, std::uint32_t row);
    const std::vector<std::size_t>& unplaced() const { return unplaced_; }
    std::vector<TraceStep> trace(model::MatterId matter, std::uint32_t instance);
    const Taken& taken() const { return engine_.taken(); }
    const Sightings& sightings() const { return engine_.sightings(); }

  private:
    /// Something to work out at a moment; at one moment plain fields come before decisions.
    struct Event {
        enum class Kind : std::uint8_t { Field, Decision };
        Moment moment;
        Kind kind = Kind::Decision;
        model::MatterId matter = {};
        model::FieldId field = {};
        std::uint32_t row = 0; ///< of a decision: the instance
        std::uint32_t regime = 0;
        auto operator<=>(const Event&) const = default;
    };
    std::vector<Event> plan_all();
    void plan_matter(model::MatterId matter);
    void add_relational_fields(std::vector<Event>& events);
    void take(const Event& event);
    // ---- entered.cpp
    void place_settled_results();
    void enter(Decision& decision, const Plan& plan, std::uint32_t instance) const;
    void enter_stated(Decision& decision, const Plan& plan, std::size_t result) const;
    bool may_be_unread(const Decision& decision) const;
    Value matter_field(model::FieldId field, std::uint32_t instance);
    Value unnoted(Value value);

    const model::Policy& policy_;
    const data::CaseData& data_;
    Options options_;
    Places places_;
    Regimes regimes_;
    Ledger ledger_;
    Engine engine_;
    Planner planner_;
    Decider decider_;
    bool is_settled_ = false;
    std::map<std::pair<model::MatterId, std::uint32_t>, std::size_t>
        stated_; ///< settled results by what they decide
    std::vector<std::size_t> unplaced_;
};

} // namespace tiaoli::interp
