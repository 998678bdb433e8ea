// The fixes that messages offer, put into the texts.
#pragma once

#include "tiaoli/layout/layout.hpp"

namespace tiaoli::layout {

/// Applies one fix after the other to the files of `paths`, in `instead`, as long as they leave fewer errors and warnings; those
/// that do are said in `messages`.
std::optional<base::Failure> apply_fixes(const std::string& folder, const std::vector<std::string>& paths,
                                         project::Instead& instead, diag::Diagnostics& messages);

} // namespace tiaoli::layout
