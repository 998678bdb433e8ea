// No field may need itself at the same moment: looks for rings among fields that are worked out at one place.
#include "workbench.hpp"

#include "tiaoli/model/walk.hpp"

#include <algorithm>

namespace tiaoli::check {

namespace {

using model::ExprId;
using model::FieldId;
using model::FieldRole;

/// Whose field is meant: the asker's own record's, or another's that the asker looks at.
enum class Whose : std::uint8_t { Own, Other };

struct Place {
    FieldId field;
    Whose whose = Whose::Own;
    auto operator<=>(const Place&) const = default;
};

/// How an expression reaches the record whose field it takes.
enum class Way : std::uint8_t {
    Own,     ///< the record that the statement belongs to
    Other,   ///< another record, which lies earlier if it happens on a day
    MayBeOwn ///< through a record that happens on no day: it may lead back to the asker's own
};

class Rings {
  public:
    Rings(Workbench& bench, const model::Version& version) : bench_(bench), version_(version) {}

    void run() {
        for (const auto& [field, definition] : version_.definitions) {
            visit({field, Whose::Own});
        }
        for (const auto& [field, allocation] : version_.allocated) {
            visit({field, Whose::Own});
        }
        for (const auto& [field, deadline] : version_.timed) {
            visit({field, Whose::Own});
        }
        for (const auto& [field, state] : version_.states) {
            visit({field, Whose::Own});
        }
        for (const model::Rule& rule : version_.rules) {
            for (ExprId root : {rule.premise, rule.condition}) {
                refuse_own_verdict(root, rule.matter);
            }
            for (const model::RuleException& exception : rule.exceptions) {
                refuse_own_verdict(exception.condition, rule.matter);
            }
        }
        for (const model::MatterTerms& terms : version_.matters) {
            refuse_own_verdict(terms.governed, terms.matter);
            refuse_own_verdict(terms.facts_until, terms.matter);
        }
    }

  private:
    Workbench& bench_;
    const model::Version& version_;
    std::vector<Place> open_;
    std::set<Place> done_;

    const model::Field& field(FieldId id) const { return bench_.schema().fields[id]; }
    bool is_dated(model::RecordId id) const { return bench_.schema().records[id].day.valid(); }

    void visit(const Place& place) {
        if (done_.contains(place)) {
            return;
        }
        if (const auto met = std::find(open_.begin(), open_.end(), place); met != open_.end()) {
            return report(met);
        }
        open_.push_back(place);
        for (ExprId root : roots_of(place.field)) {
            walk(root, {}, place);
        }
        open_.pop_back();
        done_.insert(place);
    }

    /// What the field comes from; all parts of one allocation come from all that it says.
    std::vector<ExprId> roots_of(FieldId id) const {
        std::vector<ExprId> roots;
        if (const auto found = version_.definitions.find(id); found != version_.definitions.end()) {
            for (const model::DefinitionPart& part : found->second.parts) {
                for (const model::Clause& clause : part.clauses) {
                    roots.insert(roots.end(), {clause.guard, clause.value});
                }
                for (const model::Adjustment& adjustment : part.adjustments) {
                    roots.insert(roots.end(), {adjustment.guard, adjustment.operand});
                }
            }
        }
        if (const auto* state = model::state_of(version_, id)) {
            roots = {state->second.begins.condition, state->second.ends.condition};
        }
        if (const auto found = version_.allocated.find(id); found != version_.allocated.end()) {
            roots = model::expressions(version_.allocations[found->second]);
        }
        if (const auto found = version_.timed.find(id); found != version_.timed.end()) {
            roots = model::expressions(version_.deadlines[found->second]);
        }
        return roots;
    }

    void report(std::vector<Place>::const_iterator from) {
        std::string ring;
        for (auto at = from; at != open_.cend(); ++at) {
            ring += field(at->field).name + " → ";
        }
        const model::Field& first = field(from->field);
        bench_.messages.add(diag::Message::FieldRing, first.declared, {first.name, ring + first.name});
    }

    /// `element`: the type of the record looked at, inside a set.
    void walk(ExprId id, model::RecordId element, const Place& asker) {
        if (!id.valid()) {
            return;
        }
        const model::ExprNode& node = version_.exprs[id].node;
        if (const auto* use = std::get_if<model::FieldOf>(&node)) {
            follow(use->field, way_to(use->base, element, asker), asker);
        }
        if (const auto* aggregate = std::get_if<model::Aggregate>(&node)) {
            return walk_set(*aggregate, element, asker);
        }
        for (ExprId child : model::children(node)) {
            walk(child, element, asker);
        }
    }

    void walk_set(const model::Aggregate& aggregate, model::RecordId element, const Place& asker) {
        for (const model::SetKey& key : aggregate.set.keys) {
            follow(key.field, Way::Other, asker);
            walk(key.value, element, asker);
        }
        for (ExprId filter : aggregate.set.filters) {
            walk(filter, aggregate.set.record, asker);
        }
        walk(aggregate.value, aggregate.set.record, asker);
    }

    Way way_to(ExprId base, model::RecordId element, const Place& asker) const {
        ExprId root = base;
        while (const auto* step = std::get_if<model::FieldOf>(&version_.exprs[root].node)) {
            root = step->base;
        }
        const bool is_own = std::holds_alternative<model::OwnRecord>(version_.exprs[root].node);
        if (root == base) {
            return is_own ? Way::Own : Way::Other;
        }
        const model::RecordId from = is_own ? field(asker.field).record : element;
        return from.valid() && !is_dated(from) ? Way::MayBeOwn : Way::Other;
    }

    void follow(FieldId id, Way way, const Place& asker) {
        const model::Field& target = field(id);
        switch (target.role) {
        case FieldRole::Stored:
            return;
        case FieldRole::Verdict:
        case FieldRole::Output:
        case FieldRole::Matter:
            return follow_matter(id, way, asker);
        case FieldRole::Derived:
            if (!is_dated(target.record)) {
                return visit({id, way == Way::Own ? asker.whose : Whose::Other});
            }
            if (way == Way::MayBeOwn || (way == Way::Own && asker.whose == Whose::Own)) {
                visit({id, Whose::Own});
            }
            return;
        case FieldRole::State:
        case FieldRole::StateStart:
            return follow_as_of(state_field(id), way, asker);
        case FieldRole::AsOf:
            return follow_as_of(id, way, asker);
        }
    }

    /// The field of the state itself: it and its first day are worked out together.
    FieldId state_field(FieldId id) const {
        const auto* state = model::state_of(version_, id);
        return state == nullptr ? id : state->first;
    }

    void follow_as_of(FieldId id, Way way, const Place& asker) {
        if (way == Way::MayBeOwn && is_dated(field(id).record)) {
            return visit({id, Whose::Own});
        }
        visit({id, way == Way::Own ? asker.whose : Whose::Other});
    }

    /// What one matter says of one record is worked out at one moment; all other decisions lie before it.
    void follow_matter(FieldId id, Way way, const Place& asker) {
        const model::Field& target = field(id);
        if (way != Way::Own || field(asker.field).matter != target.matter || !target.matter.valid()) {
            return;
        }
        if (target.role == FieldRole::Verdict) {
            const std::string ring = target.name + " → " + field(asker.field).name + " → " + target.name;
            bench_.messages.add(diag::Message::FieldRing, field(asker.field).declared, {target.name, ring});
            return;
        }
        visit({id, Whose::Own});
    }

    void refuse_own_verdict(ExprId id, model::MatterId matter) {
        if (!id.valid()) {
            return;
        }
        const model::ExprNode& node = version_.exprs[id].node;
        if (const auto* use = std::get_if<model::FieldOf>(&node)) {
            const bool own = std::holds_alternative<model::OwnRecord>(version_.exprs[use->base].node);
            const model::Field& target = field(use->field);
            if (own && target.role == FieldRole::Verdict && target.matter == matter) {
                bench_.messages.add(diag::Message::FieldRing, version_.exprs[id].span,
                                    {target.name, target.name + " → " + target.name});
            }
        }
        for (ExprId child : model::children(node)) {
            refuse_own_verdict(child, matter);
        }
    }
};

} // namespace

void check_rings(Workbench& bench) {
    for (const model::Version& version : bench.policy.versions) {
        Rings(bench, version).run();
    }
}

} // namespace tiaoli::check
