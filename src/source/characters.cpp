// Decodes UTF-8, names blanks and measures how far two names are apart.
#include "tiaoli/source/characters.hpp"

#include "tiaoli/base/check.hpp"

#include <algorithm>

namespace tiaoli::source {

namespace {

constexpr Character invalid_character{0xFFFD, 1, false};

/// The form that the first byte announces: how many bytes, its own bits, and the smallest code that needs so many.
struct Form {
    std::uint32_t length;
    char32_t bits;
    char32_t smallest;
};

Form form_of(unsigned char lead) {
    if ((lead & 0xE0U) == 0xC0U)
        return {2, lead & 0x1FU, 0x80};
    if ((lead & 0xF0U) == 0xE0U)
        return {3, lead & 0x0FU, 0x800};
    if ((lead & 0xF8U) == 0xF0U)
        return {4, lead & 0x07U, 0x10000};
    return {0, 0, 0};
}

bool is_surrogate(char32_t code) { return code >= 0xD800 && code <= 0xDFFF; }

std::vector<char32_t> codes_of(std::string_view text) {
    std::vector<char32_t> codes;
    codes.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const Character character = decode(text, at);
        codes.push_back(character.code);
        at += character.length;
    }
    return codes;
}

} // namespace

Character decode(std::string_view text, std::size_t offset) {
    TIAOLI_CHECK(offset < text.size(), "only a character inside the text can be decoded");
    const auto lead = static_cast<unsigned char>(text[offset]);
    if (lead < 0x80)
        return {lead, 1, true};
    const Form form = form_of(lead);
    if (form.length == 0 || text.size() - offset < form.length)
        return invalid_character;
    char32_t code = form.bits;
    for (std::uint32_t step = 1; step < form.length; ++step) {
        const auto byte = static_cast<unsigned char>(text[offset + step]);
        if ((byte & 0xC0U) != 0x80U)
            return invalid_character;
        code = (code << 6U) | (byte & 0x3FU);
    }
    if (code < form.smallest || is_surrogate(code) || code > 0x10FFFF)
        return invalid_character;
    return {code, form.length, true};
}

void append_utf8(std::string& out, char32_t code) {
    const auto put = [&out](char32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (is_surrogate(code) || code > 0x10FFFF)
        code = 0xFFFD;
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xC0U | (code >> 6U));
        put(0x80U | (code & 0x3FU));
    } else if (code < 0x10000) {
        put(0xE0U | (code >> 12U));
        put(0x80U | ((code >> 6U) & 0x3FU));
        put(0x80U | (code & 0x3FU));
    } else {
        put(0xF0U | (code >> 18U));
        put(0x80U | ((code >> 12U) & 0x3FU));
        put(0x80U | ((code >> 6U) & 0x3FU));
        put(0x80U | (code & 0x3FU));
    }
}

std::optional<std::size_t> first_invalid(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (const auto byte = static_cast<signed char>(text[at]); byte > 0) { // ASCII but NUL
            ++at;
            continue;
        }
        const Character character = decode(text, at);
        if (!character.valid || character.code == 0)
            return at;
        at += character.length;
    }
    return std::nullopt;
}

bool is_blank(char32_t code) {
    return code == U' ' || code == U'\t' || code == 0x3000 || code == 0x00A0 || code == 0xFEFF ||
           code == 0x200B;
}

int edit_distance(std::string_view a, std::string_view b, int limit) {
    const std::vector<char32_t> from = codes_of(a);
    const std::vector<char32_t> to = codes_of(b);
    const auto gap = static_cast<long>(from.size()) - static_cast<long>(to.size());
    if (gap > limit || -gap > limit)
        return limit + 1;
    std::vector<int> row(to.size() + 1);
    for (std::size_t column = 0; column < row.size(); ++column)
        row[column] = static_cast<int>(column);
    for (std::size_t at = 0; at < from.size(); ++at) {
        int diagonal = row[0];
        row[0] = static_cast<int>(at) + 1;
        int best = row[0];
        for (std::size_t column = 1; column < row.size(); ++column) {
            const int swapped = diagonal + (from[at] == to[column - 1] ? 0 : 1);
            diagonal = row[column];
            row[column] = std::min({swapped, row[column] + 1, row[column - 1] + 1});
            best = std::min(best, row[column]);
        }
        if (best > limit)
            return limit + 1;
    }
    return std::min(row.back(), limit + 1);
}

} // namespace tiaoli::source
