// Writes expressions and statements as meanings: what they say, without how it is written.
#pragma once

#include "tiaoli/compare/unit.hpp"

#include <string_view>

namespace tiaoli::compare {

/// What articles are called in meanings: one name for an article of one version and the same article of the other.
using ArticleNames = std::vector<std::string>;

class MeaningWriter {
  public:
    MeaningWriter(const model::Policy& policy, const ArticleNames& articles)
        : policy_(policy), version_(policy.versions[model::VersionId{0}]), articles_(articles) {}

    void word(std::string_view text) { out_.push_back({std::string{text}}); }
    void number(std::size_t count) { word(std::to_string(count)); }
    void field(model::FieldId field);
    void type(const model::Type& type);
    void article(model::ArticleId article);
    void day(const std::optional<value::Date>& day);
    void scalar(const model::Scalar& scalar, const model::Type& type);
    /// `-` where there is none.
    void expr(model::ExprId id);
    Meaning take() { return std::move(out_); }

  private:
    void node(const model::ExprNode& node, const model::Type& type);
    void aggregate(const model::Aggregate& node);
    void all(const std::vector<model::ExprId>& ids);
    std::string enumeration_name(model::EnumerationId id) const;

    const model::Policy& policy_;
    const model::Version& version_;
    const ArticleNames& articles_;
    Meaning out_;
};

} // namespace tiaoli::compare
