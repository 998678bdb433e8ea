// Escapes text for HTML, whatever stands in it.
#include "tiaoli/source/html.hpp"

#include "tiaoli/source/characters.hpp"

namespace tiaoli::source {

namespace {

bool may_stand_in_a_page(char32_t code) {
    if (code == U'\t' || code == U'\n' || code == U'\r')
        return true;
    return code >= 0x20 && (code < 0x7F || code > 0x9F);
}

} // namespace

std::string html_escaped(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const Character next = decode(text, at);
        if (next.code == U'&')
            out += "&amp;";
        else if (next.code == U'<')
            out += "&lt;";
        else if (next.code == U'>')
            out += "&gt;";
        else if (next.code == U'"')
            out += "&quot;";
        else if (next.code == U'\'')
            out += "&#39;";
        else
            append_utf8(out, may_stand_in_a_page(next.code) ? next.code : 0xFFFD);
        at += next.length;
    }
    return out;
}

} // namespace tiaoli::source
