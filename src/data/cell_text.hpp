// The text of a cell before its meaning: folded and trimmed, and how near it is to what was expected.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tiaoli::data {

/// Folded to half width, without blanks and line ends at both ends.
std::string tidy(std::string_view text);
/// Folded to half width, without any blank or line end, ASCII letters in lower case: for comparing headings and names.
std::string squeezed(std::string_view text);
/// Empty, or a sign that people put where nothing stands: - — —— – /
bool is_blank_word(std::string_view tidied);

bool is_digit(char byte);
bool all_digits(std::string_view text);
/// Takes `ending` off the end of `text`; false where it does not stand there.
bool take_ending(std::string_view& text, std::string_view ending);
bool take_beginning(std::string_view& text, std::string_view beginning);

/// The one of `names` that `wanted` is most probably a slip for; nothing when none is near or two are equally near.
std::optional<std::string> nearest(std::string_view wanted, const std::vector<std::string>& names);
std::string joined(const std::vector<std::string>& parts, std::string_view separator);

} // namespace tiaoli::data
