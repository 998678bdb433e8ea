// Puts new bytes in the place of a file that people have written by hand.
#pragma once

#include "tiaoli/base/result.hpp"

#include <optional>
#include <string>

namespace tiaoli::cli {

/// At once: written beside it and renamed, with its rights. A link and a file that may not be written are failures.
std::optional<base::Failure> replace_file(const std::string& path, const std::string& bytes);

} // namespace tiaoli::cli
