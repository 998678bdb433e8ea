// From drafts to case data: keys, unique fields and references across all tables.
#pragma once

#include "draft.hpp"

namespace tiaoli::data {

/// Settles keys and references between the drafts (any number a record type) and adds tables, turned-back rows and messages
/// to `data`. A record type without a draft gets an empty table.
void link(const model::Schema& schema, std::vector<Draft> drafts, CaseData& data);

} // namespace tiaoli::data
