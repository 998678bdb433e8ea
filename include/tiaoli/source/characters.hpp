// UTF-8 decoding, width folding and display width: the one place that knows about characters.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tiaoli::source {

/// One decoded character: its code point and its length in bytes. Invalid bytes give U+FFFD with length 1 and `valid` false.
struct Character {
    char32_t code = 0;
    std::uint32_t length = 1;
    bool valid = true;
};

/// Decodes the character at `offset` (< text.size()). Overlong forms, surrogates and values above U+10FFFF are invalid.
Character decode(std::string_view text, std::size_t offset);

/// Appends the UTF-8 form of `code`.
void append_utf8(std::string& out, char32_t code);

/// Offset of the first byte that is not valid UTF-8 or is NUL; nothing when the text is clean.
std::optional<std::size_t> first_invalid(std::string_view text);

/// Columns a terminal needs for the character: 0 combining, 2 East Asian wide and full-width (Unicode UAX #11), else 1.
int display_width(char32_t code);
int display_width(std::string_view text);

/// Full-width forms to half width: U+FF01..FF5E to ASCII, U+3000 to a space, and the pairs that language.md section 1 lists:
/// ，：；（）“”％＝＋－×÷≤≥ . `×` folds to `*`, `÷` stays `÷` and `/` stays `/`, `≤` to `<=`, `≥` to `>=`, “ ” to `"`.
/// `。` and `、` `「` `」` `【` `】` `《》` `〔〕` stay.
std::string fold_width(std::string_view text);

/// A folded text with, for each folded byte, the byte offset in the original that it came from
/// (offsets.size() == text.size() + 1; the last one is the end of the original).
struct Folded {
    std::string text;
    std::vector<std::uint32_t> offsets;
};

/// Folds `text` as `fold_width` does, keeping offsets (relative to `text`) plus `base`.
Folded fold_with_offsets(std::string_view text, std::uint32_t base);

/// True for space, tab, U+3000, U+00A0, U+FEFF, U+200B.
bool is_blank(char32_t code);

/// Edit distance in characters, at most `limit` (then limit + 1): for "nearest name" suggestions.
int edit_distance(std::string_view a, std::string_view b, int limit);

} // namespace tiaoli::source
