// Takes the only version of a project apart into units.
#pragma once

#include "meaning.hpp"

#include "tiaoli/project/project.hpp"

namespace tiaoli::compare {

class UnitCollector {
  public:
    UnitCollector(const project::Project& project, const ArticleNames& articles);

    std::vector<Unit> units;

  private:
    // ---- units_schema.cpp
    void collect_force();
    void collect_calendar();
    void collect_schema();
    void collect_record(model::RecordId id);
    void collect_field(const model::Field& field);
    void collect_matters();
    void collect_terms(const model::MatterTerms& terms);
    // ---- units_rules.cpp
    void collect_rules();
    bool is_named(const model::Rule& rule) const;
    void collect_exceptions(const model::Rule& rule);
    void collect_deadlines();
    void collect_allocations();
    void collect_states();
    void collect_readings();
    std::string of_its_article(const model::ReadingNote& reading) const;
    void collect_summaries();
    // ---- units_definitions.cpp
    void collect_parameters();
    void collect_definitions();
    void collect_part(model::FieldId field, const model::DefinitionPart& part);

    Unit& add(UnitKind kind, model::ArticleId article, const source::Span& span);
    /// The words of the whole statement around the span, in one line.
    std::string words_at(const source::Span& span) const;
    /// From the span to the end of its line, without comments.
    std::string line_at(const source::Span& span) const;
    std::string home_of(model::FieldId field) const;
    MeaningWriter writer() const { return {project_.policy, articles_}; }
    Meaning meaning_of(model::ExprId expr) const;

    const project::Project& project_;
    const model::Schema& schema_;
    const model::Version& version_;
    const ArticleNames& articles_;
    /// The article under which the version says something of itself.
    model::ArticleId article_of(syntax::Kind statement) const;

    std::vector<source::Span> statements_; ///< in the order of their places
};

} // namespace tiaoli::compare
