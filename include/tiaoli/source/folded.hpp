// Words as they are compared where people type them: on a command line, in a policy.
#pragma once

#include <string>
#include <string_view>

namespace tiaoli::source {

/// Width folded, without blanks and line ends.
std::string folded_words(std::string_view text);

} // namespace tiaoli::source
