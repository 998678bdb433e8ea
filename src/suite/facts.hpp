// The facts of one example as rows of case data.
#pragma once

#include "tiaoli/data/tables.hpp"
#include "tiaoli/model/policy.hpp"

#include <vector>

namespace tiaoli::suite {

/// The rows of an example: first those of the examples that it is like, then its own facts over them.
std::vector<data::RowText> rows_of(const model::Version& version, const model::Example& example);

} // namespace tiaoli::suite
