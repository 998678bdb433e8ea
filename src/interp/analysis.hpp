// What can be said of expressions and fields before any record is looked at: what they depend on, and how sets are found.
#pragma once

#include "tiaoli/interp/decision.hpp"

#include <map>
#include <set>

namespace tiaoli::interp {

/// What a field's definition rests on, through other fields down to the case data (not through other decisions).
struct FieldFacts {
    /// Types of the sets that are looked at as of the asker's moment.
    std::set<model::RecordId> sets;
    /// Whether it needs sets or decisions, so that it must be worked out in world order.
    bool relational = false;
    std::set<model::ArticleId> articles;
};

/// How the records of a set are found and whether running totals can be shared between askers.
struct SetFacts {
    std::vector<std::size_t> index_keys;      ///< places in RecordSet::keys: fixed values, found by an index
    std::vector<std::size_t> filter_keys;     ///< values that change with time, compared record by record
    std::vector<model::FieldId> index_fields; ///< of the index keys
    bool index_by_version = false;            ///< an index field is derived, so its value is the version's
    bool own_dependent = false;               ///< filters or summand look at the asker's own record or period
    FieldFacts inner;                         ///< of keys, filters and summand
};

/// Answers per version, worked out once each.
class Analysis {
  public:
    explicit Analysis(const model::Policy& policy);

    const FieldFacts& field(model::VersionId version, model::FieldId field);
    /// `expr` must be an Aggregate.
    const SetFacts& set(model::VersionId version, model::ExprId expr);

  private:
    struct Search;
    bool mentions_own(model::VersionId version, model::ExprId expr) const;
    bool is_fixed(model::VersionId version, model::FieldId field);

    const model::Policy& policy_;
    std::map<std::pair<model::VersionId, model::FieldId>, FieldFacts> fields_;
    std::map<std::pair<model::VersionId, model::ExprId>, SetFacts> sets_;
};

} // namespace tiaoli::interp
