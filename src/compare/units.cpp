// Collects the units and their words.
#include "units.hpp"

#include "items.hpp"

#include "tiaoli/explain/wording.hpp"

#include <algorithm>

namespace tiaoli::compare {

UnitCollector::UnitCollector(const project::Project& project, const ArticleNames& articles)
    : project_(project), schema_(project.policy.schema),
      version_(project.policy.versions[model::VersionId{0}]), articles_(articles) {
    for (const Item& item : items_of(project))
        statements_.push_back(item.span);
    std::sort(statements_.begin(), statements_.end());
    collect_force();
    collect_calendar();
    collect_schema();
    collect_matters();
    collect_parameters();
    collect_definitions();
    collect_states();
    collect_allocations();
    collect_deadlines();
    collect_rules();
    collect_summaries();
    collect_readings();
}

Unit& UnitCollector::add(UnitKind kind, model::ArticleId article, const source::Span& span) {
    Unit unit;
    unit.kind = kind;
    unit.article = article;
    unit.span = span;
    unit.words = words_at(span);
    units.push_back(std::move(unit));
    return units.back();
}

std::string UnitCollector::words_at(const source::Span& span) const {
    if (!span.source.valid())
        return {};
    auto after = std::upper_bound(
        statements_.begin(), statements_.end(), span,
        [](const source::Span& wanted, const source::Span& each) {
            return std::pair{wanted.source, wanted.begin} < std::pair{each.source, each.begin};
        });
    const data::CaseData none;
    const explain::Scene scene{project_, none};
    if (after == statements_.begin())
        return explain::quoted(scene, span);
    const source::Span& statement = *--after;
    const bool holds = statement.source == span.source && span.begin < statement.end;
    return explain::quoted(scene, holds ? statement : span);
}

std::string UnitCollector::line_at(const source::Span& span) const {
    const source::SourceFile& file = project_.sources[span.source];
    const std::size_t end = std::min(file.text.find('\n', span.begin), file.text.size());
    const data::CaseData none;
    return explain::quoted({project_, none}, {span.source, span.begin, static_cast<std::uint32_t>(end)});
}

model::ArticleId UnitCollector::article_of(syntax::Kind statement) const {
    for (const Item& item : items_of(project_)) {
        if (item.kind == statement)
            return item.article;
    }
    return {};
}

std::string UnitCollector::home_of(model::FieldId id) const {
    const model::Field& field = schema_.fields[id];
    return field.matter.valid() ? schema_.matters[field.matter].name : schema_.records[field.record].name;
}

Meaning UnitCollector::meaning_of(model::ExprId expr) const {
    MeaningWriter meaning = writer();
    meaning.expr(expr);
    return meaning.take();
}

} // namespace tiaoli::compare
