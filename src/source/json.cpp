// Escapes what a JSON string must not hold.
#include "tiaoli/source/json.hpp"

#include "tiaoli/source/characters.hpp"

#include <fmt/format.h>

namespace tiaoli::source {

std::string json_text(std::string_view text) {
    std::string out = "\"";
    for (std::size_t at = 0; at < text.size();) {
        const Character character = decode(text, at);
        if (character.code == U'"' || character.code == U'\\') {
            out += '\\';
            out += static_cast<char>(character.code);
        } else if (character.code < 0x20 || character.code == 0x7F) {
            out += fmt::format("\\u{:04x}", static_cast<std::uint32_t>(character.code));
        } else {
            append_utf8(out, character.code);
        }
        at += character.length;
    }
    return out + "\"";
}

} // namespace tiaoli::source
