// Which field each column of a file belongs to, and in which unit its numbers count.
#pragma once

#include "draft.hpp"

namespace tiaoli::data {

/// Matches the headings (draft.headings, standing in row `row`) with the fields; mistakes become messages of the draft.
/// `used[i]`: does column i hold anything in any row; a column without heading matters only then.
void match_headings(const model::Schema& schema, Draft& draft, std::uint32_t row,
                    const std::vector<bool>& used);

} // namespace tiaoli::data
