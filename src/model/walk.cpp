// Finds the parts of an expression node.
#include "tiaoli/model/walk.hpp"

#include "tiaoli/base/match.hpp"

namespace tiaoli::model {

namespace {

using Slots = std::vector<ExprId*>;

void append(Slots& slots, std::vector<ExprId>& ids) {
    for (ExprId& id : ids) {
        slots.push_back(&id);
    }
}

Slots aggregate_slots(Aggregate& node) {
    Slots slots;
    for (SetKey& key : node.set.keys) {
        slots.push_back(&key.value);
    }
    append(slots, node.set.filters);
    if (node.value.valid()) {
        slots.push_back(&node.value);
    }
    return slots;
}

Slots logic_slots(Logic& node) {
    Slots slots;
    append(slots, node.operands);
    return slots;
}

Slots membership_slots(Membership& node) {
    Slots slots{&node.value};
    append(slots, node.options);
    return slots;
}

Slots call_slots(Call& node) {
    Slots slots;
    append(slots, node.arguments);
    return slots;
}

/// Where a node keeps its parts.
Slots slots_of(ExprNode& node) {
    return base::match(
        node, [](Constant&) { return Slots{}; }, [](ParameterUse&) { return Slots{}; },
        [](OwnRecord&) { return Slots{}; }, [](Element&) { return Slots{}; },
        [](FieldOf& n) { return Slots{&n.base}; }, [](ThatDay&) { return Slots{}; },
        [](Today&) { return Slots{}; }, [](ThisPeriod&) { return Slots{}; },
        [](Unary& n) { return Slots{&n.operand}; },
        [](Binary& n) {
            return Slots{&n.left, &n.right};
        },
        [](Logic& n) { return logic_slots(n); },
        [](Compare& n) {
            return Slots{&n.left, &n.right};
        },
        [](Membership& n) { return membership_slots(n); },
        [](Between& n) {
            return Slots{&n.value, &n.low, &n.high};
        },
        [](InPeriod& n) {
            return Slots{&n.date, &n.period};
        },
        [](Elapsed& n) {
            return Slots{&n.from, &n.to, &n.length};
        },
        [](Presence& n) { return Slots{&n.operand}; }, [](Call& n) { return call_slots(n); },
        [](Aggregate& n) { return aggregate_slots(n); });
}

} // namespace

std::vector<ExprId> children(const ExprNode& node) {
    ExprNode copy = node;
    std::vector<ExprId> found;
    for (const ExprId* slot : slots_of(copy)) {
        found.push_back(*slot);
    }
    return found;
}

const std::pair<const FieldId, StateRule>* state_of(const Version& version, FieldId field) {
    for (const auto& state : version.states) {
        if (state.first == field || state.second.start_field == field) {
            return &state;
        }
    }
    return nullptr;
}

std::vector<ExprId> expressions(const Allocation& allocation) {
    std::vector<ExprId> found{allocation.amount};
    for (const AllocationPart& part : allocation.parts) {
        for (const ExprId term : {part.ratio, part.limit}) {
            if (term.valid()) {
                found.push_back(term);
            }
        }
    }
    for (const AllocationTail& tail : allocation.tails) {
        if (tail.guard.valid()) {
            found.push_back(tail.guard);
        }
    }
    return found;
}

std::vector<ExprId> expressions(const Deadline& deadline) {
    std::vector<ExprId> found;
    for (const ExprId each :
         {deadline.start, deadline.length, deadline.until, deadline.period, deadline.fulfilment}) {
        if (each.valid()) {
            found.push_back(each);
        }
    }
    return found;
}

void rebase(ExprNode& node, std::uint32_t offset) {
    for (ExprId* slot : slots_of(node)) {
        slot->index += offset;
    }
}

} // namespace tiaoli::model
