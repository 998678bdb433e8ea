// The facts of one example as rows of case data.
#pragma once

#include "tiaoli/data/tables.hpp"
#include "tiaoli/model/policy.hpp"

#include <vector>

namespace tiaoli::suite {

/// The rows of an example: first those of the examples that it is like, then its own facts over them.
/// The example's settled results with those that it starts from; a later one for the same decision wins.
std::vector<data::SettledText> settled_of(const model::Schema& schema, const model::Version& version,
                                          const model::Example& example);
std::vector<data::RowText> rows_of(const model::Version& version, const model::Example& example);

} // namespace tiaoli::suite
