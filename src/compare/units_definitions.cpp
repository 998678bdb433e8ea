// Parameters, definitions and tables.
#include "units.hpp"

namespace tiaoli::compare {

namespace {

/// The clauses are compared one by one too, so that a new tier can be told from a changed one.
Meaning clause_meaning(MeaningWriter meaning, const model::Clause& clause) {
    meaning.number(static_cast<std::size_t>(clause.kind));
    meaning.expr(clause.guard);
    meaning.expr(clause.value);
    return meaning.take();
}

} // namespace

void UnitCollector::collect_parameters() {
    for (const model::Parameter& parameter : version_.parameters) {
        Unit& unit = add(UnitKind::Parameter, parameter.article, parameter.span);
        unit.name = parameter.name;
        unit.title = parameter.name;
        MeaningWriter meaning = writer();
        meaning.type(parameter.type);
        for (const model::DatedValue& dated : parameter.values) {
            meaning.day(dated.from);
            meaning.expr(dated.value);
        }
        for (const model::ExprId alternative : parameter.alternatives)
            meaning.expr(alternative);
        unit.meaning = meaning.take();
    }
}

void UnitCollector::collect_definitions() {
    for (const auto& [field, definition] : version_.definitions) {
        for (const model::DefinitionPart& part : definition.parts)
            collect_part(field, part);
    }
}

void UnitCollector::collect_part(model::FieldId id, const model::DefinitionPart& part) {
    const model::Field& field = schema_.fields[id];
    const bool is_table = part.table != model::TableForm::None;
    Unit& unit = add(is_table ? UnitKind::Table : UnitKind::Definition, part.article, part.span);
    unit.home = home_of(id);
    unit.name = field.name;
    unit.title = field.name;
    unit.cases = part.tiers.empty() ? part.clauses.size() : part.tiers.size();
    MeaningWriter meaning = writer();
    meaning.field(id);
    meaning.type(field.type);
    meaning.number(static_cast<std::size_t>(field.role));
    meaning.number(static_cast<std::size_t>(part.table));
    meaning.day(part.from);
    meaning.article(part.overrides);
    for (const model::Clause& clause : part.clauses) {
        meaning.number(static_cast<std::size_t>(clause.kind));
        meaning.expr(clause.guard);
        meaning.expr(clause.value);
        unit.clauses.push_back(clause_meaning(writer(), clause));
    }
    for (const model::Tier& tier : part.tiers)
        meaning.expr(tier.share);
    for (const model::Adjustment& adjustment : part.adjustments) {
        const bool rounds = adjustment.kind == model::AdjustmentKind::Round;
        meaning.word("调整" + std::to_string(static_cast<int>(adjustment.kind)) +
                     (rounds ? std::to_string(static_cast<int>(adjustment.rounding)) : std::string{}));
        meaning.expr(adjustment.guard);
        meaning.expr(adjustment.operand);
    }
    unit.meaning = meaning.take();
}

} // namespace tiaoli::compare
