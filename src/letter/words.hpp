// Words of template lines: prefixes with a colon, and lists.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tiaoli::letter {

std::string_view trimmed(std::string_view text);
/// What follows "word：" at the beginning of the text (or "word:"), a part of `text`; nothing where it does not begin so.
std::optional<std::string_view> after_word(std::string_view text, std::string_view word);
/// A text with a colon in it: what stands before and after it, both trimmed parts of `text`.
struct Halves {
    std::string_view before;
    std::string_view after;
};
std::optional<Halves> split_at_colon(std::string_view text);
/// The names between “、” or “，”.
std::vector<std::string> listed(std::string_view text);

} // namespace tiaoli::letter
