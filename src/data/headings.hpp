// Which field each column of a table belongs to, and in which unit its numbers count.
#pragma once

#include "draft.hpp"
#include "heading_rows.hpp"

namespace tiaoli::data {

/// Matches the headings (draft.headings, as shown) with the fields; mistakes become messages of the draft.
/// `used[i]`: does column i hold anything in any row; a column without heading matters only then.
void match_headings(const model::Schema& schema, Draft& draft, const HeadingBlock& block,
                    const std::vector<bool>& used);

/// How many fields of the record type these texts name, were they headings.
std::size_t fields_named(const model::Schema& schema, model::RecordId record,
                         const std::vector<std::string>& texts);

} // namespace tiaoli::data
