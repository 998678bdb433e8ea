// Rules that hold, or fail, whatever the case says: bounds beyond what a field can have, bounds that exclude one another, a value held
// against itself, all values of an enumeration or none.
#include "value_range.hpp"
#include "workbench.hpp"

#include "tiaoli/model/comparison.hpp"
#include "tiaoli/model/walk.hpp"

#include <algorithm>

namespace tiaoli::check {

namespace {

using diag::Message;
using model::CompareOperator;
using model::ExprId;
using model::TypeKind;

enum class Sign : std::uint8_t { Holds, Fails };

Sign opposite(Sign sign) { return sign == Sign::Holds ? Sign::Fails : Sign::Holds; }

struct Part {
    ExprId expr;
    Sign sign;
};

/// Whether some values make all parts come true together. It says no only where that is certain.
class Satisfier {
  public:
    Satisfier(const Workbench& bench, const model::Version& version) : bench_(bench), version_(version) {}

    bool can_be(const std::vector<Part>& parts) {
        steps_ = 0;
        return can_be(parts, {});
    }

  private:
    using Ranges = std::map<std::string, ValueRange>; ///< by the operand's words
    const Workbench& bench_;
    const model::Version& version_;
    std::size_t steps_ = 0;

    /// Takes the first part apart, and goes on with the others.
    bool can_be(std::vector<Part> parts, Ranges ranges) {
        constexpr std::size_t most_steps = 2000;
        if (++steps_ > most_steps) {
            return true;
        }
        while (!parts.empty()) {
            const Part part = parts.back();
            parts.pop_back();
            const model::ExprNode& node = version_.exprs[part.expr].node;
            if (const auto* unary = std::get_if<model::Unary>(&node);
                unary != nullptr && unary->op == model::UnaryOperator::Not) {
                parts.push_back({unary->operand, opposite(part.sign)});
            } else if (const auto* logic = std::get_if<model::Logic>(&node)) {
                const bool is_and = logic->op == model::LogicOperator::And;
                if (is_and != (part.sign == Sign::Holds)) {
                    return any_of(*logic, part.sign, parts, ranges);
                }
                for (ExprId operand : logic->operands) {
                    parts.push_back({operand, part.sign});
                }
            } else if (!narrow(part, ranges)) {
                return false;
            }
        }
        return true;
    }

    bool any_of(const model::Logic& logic, Sign sign, const std::vector<Part>& others, const Ranges& ranges) {
        return std::any_of(logic.operands.begin(), logic.operands.end(), [&](ExprId operand) {
            std::vector<Part> parts = others;
            parts.push_back({operand, sign});
            return can_be(std::move(parts), ranges);
        });
    }

    /// False where no value is left.
    bool narrow(const Part& part, Ranges& ranges) {
        if (part.sign == Sign::Fails && may_be_absent(part.expr)) {
            return true; // what is not there neither meets a bound nor its opposite
        }
        const model::ExprNode& node = version_.exprs[part.expr].node;
        if (const auto* constant = std::get_if<model::Constant>(&node)) {
            const auto* truth = std::get_if<bool>(&constant->value);
            return truth == nullptr || *truth == (part.sign == Sign::Holds);
        }
        if (const auto* compare = std::get_if<model::Compare>(&node)) {
            const CompareOperator op = part.sign == Sign::Holds ? compare->op : model::opposite(compare->op);
            return narrow_compare(*compare, op, ranges);
        }
        if (const auto* member = std::get_if<model::Membership>(&node)) {
            const Sign sign = member->negated ? opposite(part.sign) : part.sign;
            return narrow_member(member->value, member->options, sign, ranges);
        }
        if (const auto* between = std::get_if<model::Between>(&node)) {
            return narrow_between(*between, part.sign, ranges);
        }
        return narrow_truth(part, ranges);
    }

    bool narrow_compare(const model::Compare& compare, CompareOperator op, Ranges& ranges) {
        if (words(compare.left) == words(compare.right)) {
            return op == CompareOperator::Equal || op == CompareOperator::LessEqual ||
                   op == CompareOperator::GreaterEqual;
        }
        const bool is_left_bound = number_of(compare.left).has_value();
        const ExprId operand = is_left_bound ? compare.right : compare.left;
        const ExprId bound = is_left_bound ? compare.left : compare.right;
        if (is_choice(operand) || is_choice(bound)) {
            const bool is_left_choice = choice_of(compare.left).has_value();
            const Sign sign = op == CompareOperator::Equal ? Sign::Holds : Sign::Fails;
            return narrow_member(is_left_choice ? compare.right : compare.left,
                                 {is_left_choice ? compare.left : compare.right}, sign, ranges);
        }
        const auto number = number_of(bound);
        if (!number) {
            return true;
        }
        if (const auto other = number_of(operand)) {
            return holds(is_left_bound ? model::mirrored(op) : op, *other, *number);
        }
        ValueRange& range = range_of(operand, ranges);
        range.narrow(is_left_bound ? model::mirrored(op) : op, *number);
        return !range.is_empty();
    }

    static bool holds(CompareOperator op, const value::Number& a, const value::Number& b) {
        ValueRange range;
        range.narrow(CompareOperator::Equal, a);
        range.narrow(op, b);
        return !range.is_empty();
    }

    bool narrow_member(ExprId operand, const std::vector<ExprId>& options, Sign sign, Ranges& ranges) {
        std::set<std::uint32_t> choices;
        for (ExprId option : options) {
            const auto choice = choice_of(option);
            if (!choice || choice_of(operand)) {
                return true; // not with values written out: nothing is certain
            }
            choices.insert(*choice);
        }
        ValueRange& range = range_of(operand, ranges);
        if (sign == Sign::Holds) {
            range.keep(choices);
        } else {
            range.take_away(choices);
        }
        return !range.is_empty();
    }

    bool narrow_between(const model::Between& between, Sign sign, Ranges& ranges) {
        const auto low = number_of(between.low);
        const auto high = number_of(between.high);
        const bool is_inside = (sign == Sign::Holds) != between.negated;
        if (!low || !high || !is_inside || number_of(between.value)) {
            return true;
        }
        ValueRange& range = range_of(between.value, ranges);
        range.narrow(CompareOperator::GreaterEqual, *low);
        range.narrow(CompareOperator::LessEqual, *high);
        return !range.is_empty();
    }

    /// A condition that cannot be taken apart is true or false.
    bool narrow_truth(const Part& part, Ranges& ranges) {
        const auto place = ranges.try_emplace(words(part.expr), ValueRange::of_choices(2)).first;
        place->second.keep({part.sign == Sign::Holds ? 1U : 0U});
        return !place->second.is_empty();
    }

    ValueRange& range_of(ExprId operand, Ranges& ranges) {
        const auto [place, is_new] = ranges.try_emplace(words(operand));
        if (is_new) {
            place->second = admissible(version_.exprs[operand]);
        }
        return place->second;
    }

    /// What the case files let through.
    ValueRange admissible(const model::Expr& expr) const {
        if (expr.type.kind == TypeKind::Enumeration) {
            const auto count = bench_.schema().enumerations[expr.type.enumeration].values.size();
            return ValueRange::of_choices(static_cast<std::uint32_t>(count));
        }
        if (expr.type.kind == TypeKind::Bool) {
            return ValueRange::of_choices(2);
        }
        ValueRange range;
        const auto* field = std::get_if<model::FieldOf>(&expr.node);
        if (field != nullptr) {
            const model::Field& declared = bench_.schema().fields[field->field];
            if (declared.minimum) {
                range.narrow(CompareOperator::GreaterEqual, *declared.minimum);
            }
            if (declared.maximum) {
                range.narrow(CompareOperator::LessEqual, *declared.maximum);
            }
        }
        return range;
    }

    std::string words(ExprId id) const {
        return syntax::canonical(bench_.sources.text(version_.exprs[id].span));
    }

    const model::Scalar* constant_of(ExprId id) const {
        const model::ExprNode& node = version_.exprs[id].node;
        if (const auto* parameter = std::get_if<model::ParameterUse>(&node)) {
            const model::Parameter& named = version_.parameters[parameter->parameter];
            const bool is_fixed = named.alternatives.empty() && named.values.size() == 1;
            return is_fixed ? constant_of(named.values.front().value) : nullptr;
        }
        const auto* constant = std::get_if<model::Constant>(&node);
        return constant != nullptr ? &constant->value : nullptr;
    }

    std::optional<value::Number> number_of(ExprId id) const {
        const model::Scalar* value = constant_of(id);
        const auto* number = value != nullptr ? std::get_if<value::Number>(value) : nullptr;
        const auto* day = value != nullptr ? std::get_if<value::Date>(value) : nullptr;
        return number != nullptr ? std::optional(*number)
               : day != nullptr  ? std::optional(value::Number(day->days))
                                 : std::nullopt;
    }

    bool is_choice(ExprId id) const {
        const TypeKind kind = version_.exprs[id].type.kind;
        return kind == TypeKind::Enumeration || kind == TypeKind::Bool;
    }

    std::optional<std::uint32_t> choice_of(ExprId id) const {
        const model::Scalar* value = constant_of(id);
        const auto* choice = value != nullptr ? std::get_if<model::EnumerationValue>(value) : nullptr;
        const auto* truth = value != nullptr ? std::get_if<bool>(value) : nullptr;
        return choice != nullptr  ? std::optional(choice->index)
               : truth != nullptr ? std::optional(*truth ? 1U : 0U)
                                  : std::nullopt;
    }

    bool may_be_absent(ExprId id) const {
        const model::ExprNode& node = version_.exprs[id].node;
        const auto* field = std::get_if<model::FieldOf>(&node);
        if (field != nullptr && bench_.schema().fields[field->field].absence == model::Absence::Nullable) {
            return true;
        }
        const auto* set = std::get_if<model::Aggregate>(&node);
        if (set != nullptr && (set->total == model::Total::Latest || set->total == model::Total::Earliest)) {
            return true;
        }
        const std::vector<ExprId> children = model::children(node);
        return std::any_of(children.begin(), children.end(),
                           [&](ExprId child) { return may_be_absent(child); });
    }
};

} // namespace

void check_outcomes(Workbench& bench) {
    for (const VersionWork& work : bench.versions) {
        const model::Version& version = bench.version(work);
        Satisfier satisfier(bench, version);
        for (const model::Rule& rule : version.rules) {
            std::vector<Part> met{{rule.condition, Sign::Holds}};
            std::vector<Part> failed{{rule.condition, Sign::Fails}};
            if (rule.premise.valid()) {
                met.push_back({rule.premise, Sign::Holds});
                failed.push_back({rule.premise, Sign::Holds});
            }
            const source::Span span = version.exprs[rule.condition].span;
            const std::string said(bench.sources.text(span));
            if (!satisfier.can_be(failed)) {
                bench.messages.add(Message::RuleNeverFails, span, {said});
            } else if (!satisfier.can_be(met)) {
                bench.messages.add(Message::RuleNeverPasses, span, {said});
            }
        }
    }
}

} // namespace tiaoli::check
