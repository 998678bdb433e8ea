// An empty case workbook for a policy.
#pragma once

#include "tiaoli/base/result.hpp"
#include "tiaoli/model/schema.hpp"

#include <string>

namespace tiaoli::report {

/// A sheet 填表说明, then a sheet a record type in declared order with its headings, formats, drop-downs and checks of what is
/// typed. Same schema, same bytes. Fails only where the workbook cannot be built for want of space for its working files.
base::Result<std::string> case_template(const model::Schema& schema);

/// Writes one file whole or not at all; an existing one is not touched, which is a failure (EEXIST).
base::Result<std::string> write_once(const std::string& path, const std::string& bytes);

} // namespace tiaoli::report
