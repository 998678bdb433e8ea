// Which files of a folder are the results of an earlier run.
#pragma once

#include "file_steps.hpp"

#include <set>
#include <string>

namespace tiaoli::report {

inline constexpr std::string_view manifest_name = "清单.json";

/// The results that the manifest in the folder lists and that nobody has changed since, and the manifest. What an officer has
/// edited or added is not among them.
std::set<std::string> old_results(const Path& folder);

/// The same by a manifest that stands elsewhere.
std::set<std::string> old_results(const Path& folder, const Path& manifest);

} // namespace tiaoli::report
