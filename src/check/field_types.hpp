// The types of the fields that a policy defines: told from their clauses when first asked for.
#pragma once

#include "workbench.hpp"

namespace tiaoli::check {

class FieldTypes {
  public:
    explicit FieldTypes(Workbench& bench) : bench_(bench) {}

    /// Unknown while the field itself is being worked out, and where its type cannot be told.
    model::Type of(model::FieldId field);
    /// Works out all of them and reports those that cannot be told although their clauses can be read.
    void settle();

  private:
    struct Evidence;
    model::Type infer(model::FieldId field);
    void look_at(const VersionWork& work, const Statement& statement, model::FieldId field,
                 Evidence& evidence);
    void look_at_table(const VersionWork& work, const Statement& statement, model::FieldId field,
                       Evidence& evidence);
    void look_at_clause(const VersionWork& work, const Statement& statement, NodeId value,
                        Evidence& evidence);

    Workbench& bench_;
    std::set<model::FieldId> open_; ///< being worked out
    std::set<model::FieldId> hopeless_;
    bool met_ring_ = false; ///< an open field was asked for since the outermost question
};

} // namespace tiaoli::check
