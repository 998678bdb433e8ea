// Follows a ratio through the fields that define it.
#include "ratio_parts.hpp"

#include "tiaoli/model/provisions.hpp"
#include "tiaoli/model/walk.hpp"

#include <algorithm>
#include <set>

namespace tiaoli::explain {

namespace {

/// An expression, and the step of its evaluation.
struct Traced {
    model::ExprId expr;
    const interp::TraceStep* step = nullptr;
};

/// The steps of the fields on the way to an expression.
using Way = std::vector<const interp::TraceStep*>;

/// Through fields that are one plain clause, to what computes the value; the steps of the way are in `fields`.
std::optional<Traced> behind_fields(const OpenedFields& opened, Traced at, Way& fields);
/// Whether `total` is a sum of which nothing is in the denominator.
bool is_apart(const Scene& scene, const Traced& total, const Way& way, const model::Version& version,
              model::ExprId denominator);
void collect_fields(const model::Version& version, model::ExprId expr, std::set<model::FieldId>& into);
void collect_reach(const model::Version& version, model::ExprId expr, std::set<model::FieldId>& into);
std::optional<value::Number> amount(const Operand& operand);

} // namespace

std::optional<RatioParts> ratio_parts(const Scene& scene, const OpenedFields& opened, model::ExprId expr,
                                      const interp::TraceStep& step, value::Date that_day) {
    Way way;
    const auto quotient = behind_fields(opened, {expr, &step}, way);
    if (!quotient || quotient->step->kind != interp::TraceStep::Kind::Expression)
        return std::nullopt;
    const model::Version& version = scene.version(quotient->step->version);
    const auto* division = std::get_if<model::Binary>(&version.exprs[quotient->expr].node);
    if (division == nullptr || division->op != model::BinaryOperator::Divide)
        return std::nullopt;
    Operands operands{scene, *quotient->step, that_day};
    const auto above = operands.next(division->left);
    const auto below = operands.next(division->right);
    if (!above || !below || above->step == nullptr ||
        version.exprs[division->left].type.kind != model::TypeKind::Money)
        return std::nullopt;
    Way numerator;
    const auto total = behind_fields(opened, {division->left, above->step}, numerator);
    if (!total || !is_apart(scene, *total, numerator, version, division->right))
        return std::nullopt;
    const auto above_amount = amount(*above);
    const auto below_amount = amount(*below);
    if (!above_amount || !below_amount || below_amount->is_negative() || below_amount->is_zero())
        return std::nullopt;
    const std::string name = numerator.empty() ? quoted(scene, version.exprs[division->left].span)
                                               : scene.schema().fields[numerator.front()->field].name;
    return RatioParts{name, *above_amount, *below_amount};
}

namespace {

std::optional<Traced> behind_fields(const OpenedFields& opened, Traced at, Way& fields) {
    while (at.step->kind == interp::TraceStep::Kind::Field) {
        const auto full = opened.find({at.step->row, at.step->field});
        if (full == opened.end() || full->second->parts.size() != 1)
            return std::nullopt;
        const interp::TraceStep& clause = full->second->parts.front();
        if (clause.kind != interp::TraceStep::Kind::Clause || clause.parts.empty())
            return std::nullopt;
        fields.push_back(at.step);
        at = {clause.expr, &clause.parts.back()};
    }
    return at;
}

bool is_apart(const Scene& scene, const Traced& total, const Way& way, const model::Version& version,
              model::ExprId denominator) {
    if (total.step->kind != interp::TraceStep::Kind::Aggregate)
        return false;
    const model::Version& its_version = scene.version(total.step->version);
    const auto& sum = std::get<model::Aggregate>(its_version.exprs[total.expr].node);
    if (sum.total != model::Total::Sum)
        return false;
    std::set<model::FieldId> held;
    for (const interp::TraceStep* field : way)
        held.insert(field->field);
    collect_fields(its_version, sum.value, held);
    std::set<model::FieldId> reach;
    collect_reach(version, denominator, reach);
    return std::none_of(held.begin(), held.end(),
                        [&](model::FieldId field) { return reach.contains(field); });
}

/// The amounts named in an expression.
void collect_fields(const model::Version& version, model::ExprId expr, std::set<model::FieldId>& into) {
    if (!expr.valid())
        return;
    const model::Expr& found = version.exprs[expr];
    if (const auto* field = std::get_if<model::FieldOf>(&found.node);
        field != nullptr && found.type.kind == model::TypeKind::Money)
        into.insert(field->field);
    for (const model::ExprId child : model::children(found.node))
        collect_fields(version, child, into);
}

/// The amounts that an expression is worked out from, through all definitions.
void collect_reach(const model::Version& version, model::ExprId expr, std::set<model::FieldId>& into) {
    std::set<model::FieldId> named;
    collect_fields(version, expr, named);
    for (const model::FieldId field : named) {
        const auto definition = version.definitions.find(field);
        if (!into.insert(field).second || definition == version.definitions.end())
            continue;
        for (const model::DefinitionPart& part : definition->second.parts) {
            for (const model::Clause& clause : part.clauses)
                collect_reach(version, clause.value, into);
            for (const model::Adjustment& adjustment : part.adjustments)
                collect_reach(version, adjustment.operand, into);
        }
    }
}

std::optional<value::Number> amount(const Operand& operand) {
    const auto* scalar = std::get_if<model::Scalar>(&operand.value);
    const auto* number = scalar == nullptr ? nullptr : std::get_if<value::Number>(scalar);
    return number == nullptr ? std::nullopt : std::optional{*number};
}

} // namespace

} // namespace tiaoli::explain
