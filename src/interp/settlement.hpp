// Settles all decisions in world order, so that each one only ever looks back at what is settled.
#pragma once

#include "decide.hpp"
#include "planner.hpp"

namespace tiaoli::interp {

class Settlement {
  public:
    Settlement(const model::Policy& policy, const data::CaseData& data, Options options, TotalsBy totals_by);

    void settle();
    const Decision& decide(model::MatterId matter, std::uint32_t row);
    Value field(model::FieldId field, std::uint32_t row);
    std::vector<TraceStep> trace(model::MatterId matter, std::uint32_t row);
    const Taken& taken() const { return engine_.taken(); }

  private:
    /// Something to work out at a moment; at one moment plain fields come before decisions.
    struct Event {
        enum class Kind : std::uint8_t { Field, Decision };
        Moment moment;
        Kind kind = Kind::Decision;
        model::MatterId matter = {};
        model::FieldId field = {};
        std::uint32_t row = 0;
        std::uint32_t regime = 0;
        auto operator<=>(const Event&) const = default;
    };
    std::vector<Event> plan_all();
    void add_relational_fields(std::vector<Event>& events);
    void take(const Event& event);
    Value matter_field(model::FieldId field, model::RowRef row);
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
};

} // namespace tiaoli::interp
