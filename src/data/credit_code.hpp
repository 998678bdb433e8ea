// The unified social credit code and its check character (GB 32100-2015).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tiaoli::data {

/// Whether the text has the length and the characters of a code and ends with the right one.
bool is_credit_code(std::string_view text);
/// The code that was meant where letters stand that no code has: O for 0, I for 1; nothing where that gives none.
std::optional<std::string> meant_credit_code(std::string_view text);

} // namespace tiaoli::data
