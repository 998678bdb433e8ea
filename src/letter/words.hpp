// Words of template lines: prefixes with a colon, lists, the nearest of known names.
#pragma once

#include "tiaoli/diag/diagnostic.hpp"

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

/// Adds the message, with the nearest of `known` as a note where one is near.
void add_with_nearest(diag::Diagnostics& messages, diag::Message message, source::Span place,
                      std::vector<std::string> args, const std::string& written,
                      const std::vector<std::string>& known);

} // namespace tiaoli::letter
