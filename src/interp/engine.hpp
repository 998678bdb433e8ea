// Evaluates expressions and fields for one asker: what can be seen from a moment, under one version.
#pragma once

#include "analysis.hpp"
#include "context.hpp"
#include "ledger.hpp"
#include "recorder.hpp"
#include "regimes.hpp"
#include "split_ledger.hpp"
#include "state_track.hpp"
#include "totals.hpp"
#include "withheld_index.hpp"

#include <memory>
#include <unordered_map>

namespace tiaoli::interp {

/// How totals are found: with running totals, or (to compare) by looking at every record each time.
enum class TotalsBy : std::uint8_t { Running, Scanning };

class Engine {
  public:
    Engine(const model::Policy& policy, const data::CaseData& data, const Options& options,
           const Places& places, Regimes& regimes, const Ledger& ledger, TotalsBy totals_by);

    Value evaluate(model::ExprId expr, const Context& context);
    /// A field of a row as `context` sees it.
    Value field(model::RowRef row, model::FieldId field, const Context& context);
    /// Forgets what was worked out before any decision was made.
    void forget();
    /// Running totals of 分配 that a turned-back row may belong to are not known.
    void doubt_withheld_splits();
    /// Begins the history of every state of every record, and brings all of them forward in world order: no question ever
    /// has a long way back to go.
    void open_states();
    void bring_states_to(const Moment& moment);

    /// Remembers what a decision split, for later ones that look back at it; `plan` is how it was decided, `returned` what a
    /// reader of the decision has to note.
    void keep_splits(const Decision& decision, const DecisionFrame& frame, const Plan& plan,
                     const ReturnedList& returned);

    Analysis& analysis() { return analysis_; }
    Recorder& recorder() { return recorder_; }
    ReturnedLog& returned() { return returned_; }
    const Taken& taken() const { return taken_; }
    const Sightings& sightings() const { return sightings_; }

  private:
    // ---- evaluate_<feature>.cpp: one function a kind of expression
    Value dispatch(model::ExprId id, const Context& context);
    Value noted(model::ExprId id, const Context& context);
    void measure(model::ExprId bound, const Value& left, const Value& right, const Context& context);
    Value evaluate_traced(model::ExprId id, const Context& context);
    Value parameter(const model::ParameterUse& node, const Context& context);
    Value reference_field(const model::FieldOf& node, const Context& context);
    Value unary(const model::Unary& node, const Context& context);
    Value logic(const model::Logic& node, const Context& context);
    Value comparison(model::ExprId id, const model::Compare& node, const Context& context);
    Value membership(const model::Membership& node, const Context& context);
    Value between(const model::Between& node, const Context& context);
    Value in_period(const model::InPeriod& node, const Context& context);
    Value elapsed(model::ExprId id, const model::Elapsed& node, const Context& context);
    Value presence(const model::Presence& node, const Context& context);
    Value binary(const model::Binary& node, const Context& context);
    Value call(const model::Call& node, const Context& context);
    Value that_day(const Context& context);
    Value this_period(const Context& context);

    Judgement compare(model::CompareOperator op, const Value& a, const Value& b, const Context& context);
    Judgement compare_pending(model::CompareOperator op, const Value& a, const Value& b,
                              const Context& context);
    Value arithmetic(model::BinaryOperator op, const Value& a, const Value& b);
    Value shifted(value::Date date, const value::Duration& length);
    Value calendar_call(model::Function function, const std::vector<Value>& arguments);
    /// Evaluates beside a comparison with 当日, whose own moving on is seen by `note_crossing`.
    Value compared(model::ExprId id, const Context& context);
    bool is_that_day(model::ExprId id, const Context& context) const;
    void note_crossing(const Value& date, const Context& context);

    // ---- evaluate_sets.cpp
    struct SetQuery;
    Value aggregate(model::ExprId id, const model::Aggregate& node, const Context& context);
    Value total_of(SetQuery& query, const Context& context);
    Value aggregate_traced(model::ExprId id, const model::Aggregate& node, const Context& context);
    std::optional<Value> read_keys(SetQuery& query, const Context& context);
    const KeyIndex& index(const SetFacts& facts, const model::Aggregate& node, const Context& context);
    KeyIndex::Read key_reader(model::RecordId record, const Context& context);
    /// Whether a total is the same for every asker at one moment, so that a running one can be kept.
    bool is_shared(const SetQuery& query, const Context& context) const;
    Value tally_total(SetQuery& query, const Context& context);
    void bring_forward(Tally& tally, const SetQuery& query, const Context& context);
    void narrow_to_next(const Tally& tally);
    Value read_tally(Tally& tally, const SetQuery& query, const Context& context);
    Value scanned_total(SetQuery& query, std::vector<Candidate> candidates, const Context& context);
    Contribution contribution(const Candidate& candidate, const SetQuery& query, const Context& context);
    Contribution counted(const Candidate& candidate, const SetQuery& query, const Context& context);
    Judgement breaks(const Candidate& candidate, const SetQuery& query, const Context& context);
    Judgement matches(const Candidate& candidate, const SetQuery& query, const Context& context);
    bool is_undecided_yet(const Judgement& judgement) const;
    void list_elements(TraceStep& step, const SetQuery& query, const Context& context);

    // ---- withheld_events.cpp
    std::vector<std::uint32_t> withheld_events(const SetQuery& query, const EventQueue& events,
                                               const Context& context);
    bool is_undated(const EventQueue& events) const;
    Moment next_withheld(const EventQueue& events) const;
    Judgement perhaps(const Candidate& candidate, const model::Trigger& trigger, const EventQueue& events,
                      const Context& context);
    void hold_back_undated(StateTrack& track, const model::Trigger& trigger, EventQueue& events,
                           const Context& context);

    // ---- withheld.cpp
    Value with_withheld(const SetQuery& query, Value value, const Context& context);
    const WithheldIndex& withheld_index(const SetQuery& query, const Context& context);
    std::vector<Reason> withheld_reasons(const WithheldIndex::Group& group, const SetQuery& query,
                                         const Context& context);
    std::vector<Reason> scanned_reasons(const WithheldIndex::Group& group, const SetQuery& query,
                                        const Context& context);
    bool is_withheld(model::RowRef row) const;
    std::optional<Reason> uncertainty(model::RowRef row) const;

    // ---- fields.cpp
    struct Slot {
        bool filled = false;
        Moment from = {};
        Moment until = {};
        Value value = NoneValue{};
        ReturnedList rests_on = {};
    };
    Value stored(model::RowRef row, model::FieldId id, const Context& context);
    Value decided(model::RowRef row, model::FieldId id, const Context& context);
    Value defined(model::RowRef row, model::FieldId id, const Context& context);
    Value matter_field(model::FieldId id, const Context& context);
    Worked kept(const Value& value, std::size_t mark);
    Value shared_field(model::RowRef row, model::FieldId id, const Context& asker);
    Value field_of_decision(model::RowRef row, model::FieldId id, const Context& context);
    Value worked_out(model::FieldId id, const Context& context);
    Value given(model::FieldId id, const Context& context);
    Value open_field(model::RowRef row, model::FieldId id, const Context& asker);
    void note_articles(model::FieldId id, const Context& context);

    // ---- states.cpp
    Value state_value(model::RowRef row, model::FieldId id, const Context& context);
    Value open_state(model::RowRef row, model::FieldId id, const Context& context);
    void open_trigger(TraceStep& step, const StateStand& stand, model::FieldId state);
    StateTrack& state_track(model::FieldId state, model::RowRef row);
    Moment first_moment(model::RowRef row);
    std::int32_t first_day();
    void bring_state_to(const Moment& moment, StateTrack& track);
    void step_state(StateTrack& track);
    void judge_state(StateTrack& track, const Moment& now);
    void note_state(const StateTrack& track, const Moment& now);
    void enter_regime(StateTrack& track, const Moment& now);
    TriggerSignal signal(const model::Trigger& trigger, EventQueue& events, const Context& context);
    EventQueue event_queue(const model::Trigger& trigger, const Context& context);
    Judgement event(const Candidate& candidate, const model::Trigger& trigger, const EventQueue& events,
                    const Context& context);
    Moment next_event(const EventQueue& events) const;
    Moment next_accepted(const EventQueue& events) const;
    bool is_lasting(model::VersionId version, model::ExprId expr) const;

    // ---- definitions.cpp
    struct Choice;
    static std::optional<value::Date> begun_last(const model::Definition& definition,
                                                 const std::optional<value::Date>& since);
    Value definition(model::FieldId field, const Context& context);
    Judgement read_part(const model::DefinitionPart& part, const Judgement& lifted, Choice& choice,
                        model::FieldId field, const Context& context);
    Judgement clause_applies(const model::DefinitionPart& part, const model::Clause& clause,
                             const Judgement& earlier, const Context& context);
    void note_taken(const model::Clause& clause, const Context& context);
    Value clause_value(const model::DefinitionPart& part, const model::Clause& clause, model::FieldId field,
                       const Context& context);
    void open_guards(const model::DefinitionPart& part, const model::Clause& taken, const Context& context);
    Value chosen(const Choice& choice, model::FieldId field, const Context& context);
    Value when_absent(const model::Definition& definition, Value value, model::FieldId field,
                      const Context& context);
    Value adjusted(const model::Adjustment& adjustment, const Value& value, model::FieldId field,
                   const Context& context);
    Value adjustment_result(const model::Adjustment& adjustment, const Value& value, const Value& operand,
                            model::FieldId field, const Context& context);

    // ---- allocations.cpp
    Value allocated(model::AllocationId id, model::FieldId field, const Context& context);
    std::optional<Value> read_split(const model::Allocation& allocation, Split& split,
                                    const Context& context);
    void read_amount(model::ExprId expr, model::FieldId field, std::optional<value::Number>& into,
                     Absences& absences, const Context& context);
    std::optional<model::AllocationTail> read_tail(const model::Allocation& allocation, Absences& absences,
                                                   const Context& context);
    void read_same(const model::Allocation& allocation, Split& split, Absences& absences,
                   const Context& context);
    std::optional<Value> look_back(const model::Allocation& allocation, Split& split, const Context& context);

    // ---- kept_splits.cpp
    using SplitParts = std::map<SplitGroup, std::set<model::FieldId>>;
    SplitParts running_splits(model::MatterId matter, model::VersionId version) const;
    void keep_stated(const Decision& decision, const DecisionFrame& frame, const SplitGroup& group,
                     const std::set<model::FieldId>& parts);
    Split stated_split(const Decision& decision, const DecisionFrame& frame, const SplitGroup& group,
                       const std::set<model::FieldId>& parts) const;
    void doubt_split(const SplitGroup& group, model::RowRef row, const Reason& why, const Moment& from,
                     const Moment& until);
    SplitKeys split_keys(const SplitGroup& group, model::RowRef row) const;
    void bring_splits_to(const Moment& moment);

    // ---- deadlines.cpp
    struct Fulfilments;
    Value timed(model::DeadlineId id, model::FieldId field, const Context& context);
    DeadlineOutcome deadline_outcome(const model::Deadline& deadline, const Context& context);
    Value last_day(const model::Deadline& deadline, const Context& context);
    Fulfilments fulfilments(const model::Deadline& deadline, const value::Period& days,
                            const Context& context);
    void join_withheld(Fulfilments& found, const SetQuery& query, const Context& context);

    /// What has been read so far may change at `moment`.
    void narrow(const Moment& moment) { horizon_ = std::min(horizon_, moment); }
    class HorizonScope;

    const model::Policy& policy_;
    const data::CaseData& data_;
    const Options& options_;
    const Places& places_;
    Regimes& regimes_;
    const Ledger& ledger_;
    TotalsBy totals_by_;
    Analysis analysis_;
    Recorder recorder_;
    ReturnedLog returned_;
    Taken taken_;
    Sightings sightings_;
    SplitLedger split_ledger_;
    /// Splits of settled results that no other decision sees yet, by the first moment at which one does.
    std::multimap<Moment, std::pair<SplitGroup, Split>> coming_splits_;

    /// The first moment at which something read since the last HorizonScope may change.
    Moment horizon_ = never;
    int depth_ = 0;
    struct Active {
        model::RowRef row;
        model::FieldId field;
        Moment moment;
        bool operator==(const Active&) const = default;
    };
    std::vector<Active> active_; ///< fields being worked out: guards against a ring that was not refused

    using IndexId = std::tuple<model::RecordId, std::vector<model::FieldId>, std::uint32_t>;
    static IndexId index_id(const SetFacts& facts, model::RecordId record, const Context& context);
    std::map<IndexId, KeyIndex> indexes_;
    std::map<IndexId, WithheldIndex> withheld_indexes_;
    struct TallySet {
        std::unordered_map<KeyValues, std::unique_ptr<Tally>, KeyHash> by_keys;
    };
    std::map<std::pair<std::uint32_t, model::ExprId>, TallySet> tallies_; ///< by regime and expression
    using WithheldKeys =
        std::pair<const WithheldIndex::Group*, KeyValues>; ///< with the values of filter keys
    std::map<std::pair<std::uint32_t, model::ExprId>, std::map<WithheldKeys, std::unique_ptr<Tally>>>
        withheld_tallies_;
    std::map<std::pair<std::uint32_t, model::FieldId>, std::vector<Slot>>
        slots_; ///< by regime and field; by row

    std::map<model::FieldId, model::FieldId> states_; ///< the state of each State and StateStart field
    std::map<model::FieldId, std::vector<StateTrack>> tracks_; ///< by state; by row
    std::priority_queue<StateDue, std::vector<StateDue>, std::greater<>> states_due_;
    std::optional<std::int32_t> first_day_; ///< of all days in the case data
};

/// Watches the horizon of one evaluation apart from what surrounds it.
class Engine::HorizonScope {
  public:
    explicit HorizonScope(Engine& engine) : engine_(engine), outer_(engine.horizon_) {
        engine.horizon_ = never;
    }
    ~HorizonScope() { engine_.horizon_ = outer_; }
    HorizonScope(const HorizonScope&) = delete;
    HorizonScope& operator=(const HorizonScope&) = delete;
    const Moment& horizon() const { return engine_.horizon_; }

  private:
    Engine& engine_;
    Moment outer_;
};

} // namespace tiaoli::interp
