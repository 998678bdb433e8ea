// 期限: its days, the records that fulfil it, and what follows where none does in time.
#include "bodies.hpp"

namespace tiaoli::check {

namespace {

using diag::Message;

class DeadlineLowering {
  public:
    explicit DeadlineLowering(Lowering& at) : at_(at) {}

    model::Deadline run(NodeId body) {
        for (NodeId part : at_.tree.children(body)) {
            switch (at_.tree.kind(part)) {
            case Kind::deadline_from:
                take_from(part);
                break;
            case Kind::deadline_until:
                take_until(part);
                break;
            case Kind::deadline_within:
                result_.period =
                    wanted(at_.tree.children(part).front(), {TypeKind::Period}, Message::DeadlinePeriod);
                break;
            case Kind::roll_over:
                take_roll_over(part);
                break;
            case Kind::late_case:
                take_breach(part, result_.late, late_);
                break;
            case Kind::missed_case:
                take_breach(part, result_.missed, missed_);
                break;
            default:
                take_set(part);
            }
        }
        return std::move(result_);
    }

  private:
    Lowering& at_;
    model::Deadline result_;
    NodeId late_;
    NodeId missed_;

    ExprId wanted(NodeId node, Type type, Message message) {
        const ExprId id = at_.lower(node, type);
        return fits(at_.type(id), type) ? id : at_.fail(node, message, {at_.type_text(id)});
    }

    void take_from(NodeId part) {
        const std::vector<NodeId> sides = at_.tree.children(part);
        result_.start = wanted(sides.front(), {TypeKind::Date}, Message::DeadlineStart);
        result_.length = wanted(sides.back(), {TypeKind::Duration}, Message::DeadlineLength);
    }

    void take_until(NodeId part) {
        const std::vector<NodeId> sides = at_.tree.children(part);
        result_.start = wanted(sides.front(), {TypeKind::Date}, Message::DeadlineStart);
        result_.until = wanted(sides.back(), {TypeKind::Date}, Message::DeadlineStart);
    }

    void take_roll_over(NodeId part) {
        result_.last_day = model::LastDay::RollsForward;
        if (result_.period.valid()) {
            at_.fail(part, Message::DeadlineRollOver);
        }
    }

    void take_set(NodeId part) {
        result_.fulfilment = lower_exists(at_, part, part, model::Total::Earliest);
        const auto* found = std::get_if<model::Aggregate>(&at_.exprs[result_.fulfilment].node);
        if (found == nullptr) {
            return;
        }
        const model::RecordId record = found->set.record;
        if (!at_.bench.schema().records[record].day.valid()) {
            result_.fulfilment = at_.fail(part, Message::DeadlineUndated, {at_.record_name(record)});
            return;
        }
        at_.exprs[result_.fulfilment].type = {TypeKind::Reference, {}, record};
    }

    void take_breach(NodeId part, model::Breach& breach, NodeId& before) {
        if (before.valid()) {
            at_.fail(part, Message::DeadlineCaseTwice);
        }
        before = part;
        const NodeId outcome = at_.tree.child(part, Kind::outcome);
        if (const auto consequence = outcome_named(at_.tree.text(outcome))) {
            breach.consequence = *consequence;
        } else {
            at_.fail(outcome, Message::DeadlineConsequence);
        }
        if (const NodeId words = at_.tree.child(part, Kind::string); words.valid()) {
            breach.explanation = at_.tree.verbatim(words);
        }
    }
};

} // namespace

model::Deadline lower_deadline(Lowering& at, NodeId body) { return DeadlineLowering(at).run(body); }

} // namespace tiaoli::check
