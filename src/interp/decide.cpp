// The verdict of a record, and the trace of how it came about.
#include "decide.hpp"

#include "exceptions.hpp"
#include "planner.hpp"
#include "tiaoli/model/provisions.hpp"

#include <algorithm>

namespace tiaoli::interp {

/// What rules and outputs have brought to light; the verdict is the worst of it.
struct Decider::Findings {
    bool fails = false;
    bool fails_for_certain = false; ///< whatever becomes of decisions that are 退回补正
    bool lacks = false;
    bool defers = false;
    bool undefined = false;
    std::vector<Reason> of_outputs = {};

    model::Verdict verdict() const {
        if (fails)
            return model::Verdict::Fail;
        if (lacks)
            return model::Verdict::Return;
        if (defers)
            return model::Verdict::Defer;
        return undefined ? model::Verdict::Manual : model::Verdict::Pass;
    }
};

namespace {

/// A calendar that is not published and rules that contradict each other are nothing that papers could mend.
bool is_for_a_person(const Reason& reason) {
    return reason.kind == AbsenceReason::CalendarMissing || reason.kind == AbsenceReason::Conflict;
}

bool all_for_a_person(const std::vector<Reason>& reasons) {
    return !reasons.empty() && std::all_of(reasons.begin(), reasons.end(), is_for_a_person);
}

RuleState state_of(Truth truth) {
    switch (truth) {
    case Truth::True:
        return RuleState::Held;
    case Truth::False:
        return RuleState::Failed;
    case Truth::Unknown:
        return RuleState::Unknown;
    case Truth::NoValue:
        break;
    }
    return RuleState::NoValue;
}

} // namespace

Decision Decider::decide(model::MatterId matter, const Instance& instance, const Plan& plan,
                         DecisionFrame& frame) {
    Decision decision;
    decision.matter = matter;
    decision.row = instance.row;
    decision.period = instance.period;
    decision.version = plan.version;
    decision.trial = plan.trial;
    decision.moment = plan.moment;
    decision.reasons = plan.reasons;
    const Context context = this->context(matter, instance, plan, frame);
    if (!plan.version.valid() || plan.lacks_day) {
        decision.verdict = plan.version.valid() ? model::Verdict::Return : model::Verdict::NotApplicable;
        if (plan.version.valid() && all_for_a_person(plan.reasons))
            decision.verdict = model::Verdict::Manual;
        withhold_outputs(decision, context);
        return decision;
    }
    const std::size_t start = engine_.returned().mark();
    Findings findings;
    apply_rules(decision, context, frame, findings);
    read_outputs(decision, context, findings);
    const model::Version& version = policy_.versions[plan.version];
    decision.deadlines = frame.deadlines;
    for (const DeadlineOutcome& deadline : decision.deadlines)
        weigh(deadline, version.deadlines[deadline.deadline], findings);
    if (findings.fails_for_certain)
        engine_.returned().drop(start);
    decision.verdict = findings.verdict();
    if (decision.verdict == model::Verdict::Return || decision.verdict == model::Verdict::Manual)
        join(decision.reasons, findings.of_outputs);
    if (decision.verdict == model::Verdict::Fail || decision.verdict == model::Verdict::Return)
        withhold_outputs(decision, context);
    note_readings(decision, frame);
    return decision;
}

/// A rule that only hints changes neither the verdict nor an output, so what it rests on is not noted.
void Decider::apply_rules(Decision& decision, const Context& context, DecisionFrame& frame,
                          Findings& findings) {
    const model::Version& version = policy_.versions[context.version];
    ReturnedLog& returned = engine_.returned();
    std::vector<RuleOutcome> outcomes;
    for (const model::RuleId id : terms_of(version, decision.matter)->rules) {
        const model::Rule& rule = version.rules[id];
        const std::size_t mark = returned.mark();
        outcomes.push_back(outcome(id, context));
        const RuleState state = outcomes.back().state;
        weigh(outcomes.back(), rule, findings);
        if (state != RuleState::NotApplicable)
            frame.articles.insert(rule.article);
        if (rule.consequence == model::Consequence::Hint)
            returned.drop(mark);
        else if (rule.consequence == model::Consequence::Fail && state == RuleState::Failed &&
                 !returned.any_since(mark))
            findings.fails_for_certain = true;
    }
    decision.rules = shelf_.shared(std::move(outcomes));
}

Context Decider::context(model::MatterId matter, const Instance& instance, const Plan& plan,
                         DecisionFrame& frame) const {
    const model::RowRef own{policy_.schema.matters[matter].record, instance.row};
    frame.period = instance.period;
    Context context{plan.version, plan.regime, own, {}, plan.moment, matter, {}, &frame};
    if (places_.in_set(own, plan.moment))
        context.excluded = own;
    return context;
}

/// Premise → condition in Kleene's logic.
RuleOutcome Decider::outcome(model::RuleId id, const Context& context) {
    const model::Rule& rule = policy_.versions[context.version].rules[id];
    const std::size_t start = engine_.returned().mark();
    Judgement premise{Truth::True};
    if (rule.premise.valid())
        premise = judge(engine_.evaluate(rule.premise, context));
    if (premise.truth == Truth::False)
        return {id, RuleState::NotApplicable, {}};
    const RuleLifting lifted = lifting(engine_, rule, context);
    if (lifted.by)
        return {id, RuleState::NotApplicable, {}, lifted.by};
    const std::size_t mark = engine_.returned().mark();
    const Judgement condition = judge(engine_.evaluate(rule.condition, context));
    if (condition.truth == Truth::True && !engine_.returned().any_since(mark))
        engine_.returned().drop(start); // holds whatever becomes of the premise
    const Judgement holds = either(either(negated(premise), condition), lifted.holds);
    return {id, state_of(holds.truth), holds.reasons};
}

void Decider::weigh(const RuleOutcome& outcome, const model::Rule& rule, Findings& findings) const {
    if (rule.consequence == model::Consequence::Hint)
        return;
    if (outcome.state == RuleState::Unknown)
        (all_for_a_person(outcome.reasons) ? findings.undefined : findings.lacks) = true;
    if (outcome.state == RuleState::NoValue)
        findings.undefined = true;
    if (outcome.state == RuleState::Failed)
        take(rule.consequence, findings);
}

/// What is not known of a deadline shows in its outputs.
void Decider::weigh(const DeadlineOutcome& outcome, const model::Deadline& deadline,
                    Findings& findings) const {
    if (outcome.state == DeadlineState::Late)
        take(deadline.late.consequence, findings);
    if (outcome.state == DeadlineState::Missed)
        take(deadline.missed.consequence, findings);
}

void Decider::take(model::Consequence consequence, Findings& findings) const {
    switch (consequence) {
    case model::Consequence::Fail:
        findings.fails = true;
        break;
    case model::Consequence::Return:
        findings.lacks = true;
        break;
    case model::Consequence::Defer:
        findings.defers = true;
        break;
    case model::Consequence::Manual:
        findings.undefined = true;
        break;
    case model::Consequence::Hint:
        break;
    }
}

void Decider::weigh(const Value& output, Findings& findings) const {
    if (const auto* absent = std::get_if<UnknownValue>(&output)) {
        (all_for_a_person(absent->reasons) ? findings.undefined : findings.lacks) = true;
        join(findings.of_outputs, absent->reasons);
    }
    if (const auto* absent = std::get_if<NoValue>(&output)) {
        findings.undefined = true;
        join(findings.of_outputs, absent->reasons);
    }
}

void Decider::read_outputs(Decision& decision, const Context& context, Findings& findings) {
    for (const model::FieldId output : policy_.schema.matters[decision.matter].outputs) {
        if (!model::gives(policy_.versions[context.version], output)) {
            decision.outputs.push_back({output, no_value({AbsenceReason::NoOutput, context.own, output})});
            continue;
        }
        decision.outputs.push_back({output, engine_.field(context.own, output, context)});
        weigh(decision.outputs.back().value, findings);
    }
}

/// A decision that gives no outputs keeps only why one of them is not known.
void Decider::withhold_outputs(Decision& decision, const Context& context) const {
    if (decision.outputs.empty()) {
        for (const model::FieldId output : policy_.schema.matters[decision.matter].outputs)
            decision.outputs.push_back({output, NoneValue{}});
    }
    for (OutputValue& output : decision.outputs) {
        const bool has_reasons = std::holds_alternative<UnknownValue>(output.value) ||
                                 std::holds_alternative<NoValue>(output.value);
        if (!has_reasons)
            output.value = no_value({AbsenceReason::NoOutput, context.own, output.field});
    }
}

void Decider::note_readings(Decision& decision, const DecisionFrame& frame) {
    const std::vector<model::ReadingNote>& notes = policy_.versions[decision.version].readings;
    std::vector<std::size_t> readings;
    for (std::size_t at = 0; at < notes.size(); ++at) {
        const bool of_other_matter = notes[at].matter && *notes[at].matter != decision.matter;
        if (!of_other_matter && frame.articles.contains(notes[at].article))
            readings.push_back(at);
    }
    decision.readings = shelf_.shared(std::move(readings));
}

std::vector<TraceStep> Decider::trace(model::MatterId matter, const Instance& instance, const Plan& plan) {
    if (!plan.version.valid() || plan.lacks_day)
        return {};
    DecisionFrame frame;
    const Context context = this->context(matter, instance, plan, frame);
    const model::Version& version = policy_.versions[plan.version];
    const std::size_t mark = engine_.returned().mark();
    TraceStep all;
    Recorder& recorder = engine_.recorder();
    recorder = Recorder{&all};
    for (const model::RuleId rule : terms_of(version, matter)->rules) {
        StepScope scope(recorder, TraceStep::Kind::Rule, context);
        scope.step().rule = rule;
        scope.step().row = context.own;
        const RuleOutcome found = outcome(rule, context);
        scope.step().value = found.state == RuleState::Unknown   ? Value{UnknownValue{found.reasons}}
                             : found.state == RuleState::NoValue ? Value{NoValue{found.reasons}}
                                                                 : Value{found.state != RuleState::Failed};
    }
    for (const model::FieldId output : policy_.schema.matters[matter].outputs) {
        if (model::gives(version, output))
            engine_.field(context.own, output, context);
    }
    recorder = Recorder{};
    engine_.returned().drop(mark);
    return std::move(all.parts);
}

} // namespace tiaoli::interp
