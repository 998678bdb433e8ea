// A money output that may come to a fraction of a fen must say how it is rounded.
#include "workbench.hpp"

#include <algorithm>

namespace tiaoli::check {

namespace {

using model::ExprId;
using model::FieldId;
using model::FieldRole;
using model::TypeKind;

const value::Number fen = value::Number::fraction(1, 100);

class FenCheck {
  public:
    FenCheck(Workbench& bench, const model::Version& version) : bench_(bench), version_(version) {}

    void run() {
        for (const auto& [id, definition] : version_.definitions) {
            const model::Field& field = bench_.schema().fields[id];
            if (field.role != FieldRole::Output || field.type.kind != TypeKind::Money) {
                continue;
            }
            for (const model::DefinitionPart& part : definition.parts) {
                if (part_has_fractions(part)) {
                    bench_.messages.add(diag::Message::FenWanted, part.span, {field.name});
                }
            }
        }
    }

  private:
    Workbench& bench_;
    const model::Version& version_;
    std::map<FieldId, bool> known_; ///< false while being worked out

    bool part_has_fractions(const model::DefinitionPart& part) {
        bool fractions =
            std::any_of(part.clauses.begin(), part.clauses.end(),
                        [&](const model::Clause& clause) { return has_fractions(clause.value); });
        for (const model::Adjustment& adjustment : part.adjustments) {
            if (adjustment.kind != model::AdjustmentKind::Round) {
                fractions = fractions || has_fractions(adjustment.operand);
            } else if (!adjustment.guard.valid()) {
                fractions = false;
            }
        }
        return fractions;
    }

    bool field_has_fractions(FieldId id) {
        const FieldRole role = bench_.schema().fields[id].role;
        const auto found = version_.definitions.find(id);
        if (role == FieldRole::Stored || role == FieldRole::Output || found == version_.definitions.end()) {
            return false; // exact to the fen in the case data; other outputs are held to it themselves
        }
        const auto [known, is_new] = known_.try_emplace(id, false);
        if (is_new) {
            const auto& parts = found->second.parts;
            const bool fractions =
                std::any_of(parts.begin(), parts.end(),
                            [&](const model::DefinitionPart& part) { return part_has_fractions(part); });
            known_[id] = fractions;
            return fractions;
        }
        return known->second;
    }

    static bool is_broken(const model::Scalar& scalar, const value::Number& step) {
        const auto* number = std::get_if<value::Number>(&scalar);
        return number != nullptr && !(*number / step).is_integer();
    }

    bool parameter_has_fractions(model::ParameterId id) const {
        const model::Parameter& parameter = version_.parameters[id];
        std::vector<ExprId> values = parameter.alternatives;
        for (const model::DatedValue& dated : parameter.values) {
            values.push_back(dated.value);
        }
        return std::any_of(values.begin(), values.end(), [&](ExprId value) {
            return is_broken(std::get<model::Constant>(version_.exprs[value].node).value, fen);
        });
    }

    /// Whether the factor is sure to be whole: a count, or 100%, 200%.
    bool is_whole(ExprId id) const {
        const auto* constant = std::get_if<model::Constant>(&version_.exprs[id].node);
        return version_.exprs[id].type.kind == TypeKind::Integer ||
               (constant != nullptr && !is_broken(constant->value, value::Number(1)));
    }

    bool binary_has_fractions(const model::Binary& n) {
        switch (n.op) {
        case model::BinaryOperator::Add:
        case model::BinaryOperator::Subtract:
            return has_fractions(n.left) || has_fractions(n.right);
        case model::BinaryOperator::Multiply: {
            const bool money_left = version_.exprs[n.left].type.kind == TypeKind::Money;
            return has_fractions(money_left ? n.left : n.right) || !is_whole(money_left ? n.right : n.left);
        }
        case model::BinaryOperator::Divide:
            return true;
        }
        return true;
    }

    bool call_has_fractions(const model::Call& n) {
        if (n.function == model::Function::Round) {
            const auto* step = std::get_if<model::Constant>(&version_.exprs[n.arguments.back()].node);
            return step == nullptr || is_broken(step->value, fen);
        }
        return std::any_of(n.arguments.begin(), n.arguments.end(),
                           [&](ExprId id) { return has_fractions(id); });
    }

    bool has_fractions(ExprId id) {
        if (version_.exprs[id].type.kind != TypeKind::Money) {
            return false;
        }
        const model::ExprNode& node = version_.exprs[id].node;
        if (const auto* constant = std::get_if<model::Constant>(&node)) {
            return is_broken(constant->value, fen);
        }
        if (const auto* parameter = std::get_if<model::ParameterUse>(&node)) {
            return parameter_has_fractions(parameter->parameter);
        }
        if (const auto* use = std::get_if<model::FieldOf>(&node)) {
            return field_has_fractions(use->field);
        }
        if (const auto* binary = std::get_if<model::Binary>(&node)) {
            return binary_has_fractions(*binary);
        }
        if (const auto* call = std::get_if<model::Call>(&node)) {
            return call_has_fractions(*call);
        }
        if (const auto* aggregate = std::get_if<model::Aggregate>(&node)) {
            return aggregate->total == model::Total::Average || has_fractions(aggregate->value);
        }
        const auto* unary = std::get_if<model::Unary>(&node);
        return unary != nullptr && has_fractions(unary->operand);
    }
};

} // namespace

void check_fen(Workbench& bench) {
    for (const model::Version& version : bench.policy.versions) {
        FenCheck(bench, version).run();
    }
}

} // namespace tiaoli::check
