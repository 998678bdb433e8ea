// Width folding: full-width forms to the half-width ones that mean the same.
#include "tiaoli/source/characters.hpp"

namespace tiaoli::source {

namespace {

/// What the character folds to; nothing when it stays as it is.
std::optional<std::string_view> sign_for(char32_t code) {
    switch (code) {
    case U'×':
        return "*";
    case U'≤':
        return "<=";
    case U'≥':
        return ">=";
    case U'“':
    case U'”':
        return "\"";
    case 0x3000:
        return " ";
    default:
        return std::nullopt;
    }
}

bool is_full_width_ascii(char32_t code) { return code >= 0xFF01 && code <= 0xFF5E; }

/// Calls `take(folded, offset, changed)` for each character in turn.
template <class Take> void each_folded(std::string_view text, Take&& take) {
    for (std::size_t at = 0; at < text.size();) {
        const Character character = decode(text, at);
        if (const auto sign = sign_for(character.code)) {
            take(*sign, at, true);
        } else if (is_full_width_ascii(character.code)) {
            const char half = static_cast<char>(character.code - 0xFF01 + '!');
            take(std::string_view(&half, 1), at, true);
        } else {
            take(text.substr(at, character.length), at, false);
        }
        at += character.length;
    }
}

} // namespace

std::string fold_width(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    each_folded(text, [&out](std::string_view folded, std::size_t, bool) { out += folded; });
    return out;
}

Folded fold_with_offsets(std::string_view text, std::uint32_t base) {
    Folded out;
    each_folded(text, [&](std::string_view folded, std::size_t at, bool changed) {
        out.text += folded;
        for (std::size_t byte = 0; byte < folded.size(); ++byte)
            out.offsets.push_back(base + static_cast<std::uint32_t>(changed ? at : at + byte));
    });
    out.offsets.push_back(base + static_cast<std::uint32_t>(text.size()));
    return out;
}

} // namespace tiaoli::source
