// A message about a name that is not known, with what may have been meant.
#pragma once

#include "tiaoli/diag/diagnostic.hpp"

#include <string>
#include <vector>

namespace tiaoli::diag {

/// Adds the message, with the nearest of `known` as a note where one is near.
void add_with_nearest(Diagnostics& messages, Message message, Place place, std::vector<std::string> args,
                      const std::string& written, const std::vector<std::string>& known);

} // namespace tiaoli::diag
