// Escapes & < > " ' and what a page must not hold.
#include "tiaoli/source/html.hpp"

#include "tiaoli/source/characters.hpp"

namespace tiaoli::source {

std::string html_escaped(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const Character next = decode(text, at);
        at += next.length;
        const bool is_blank = next.code == '\t' || next.code == '\n' || next.code == '\r';
        const bool is_control = (next.code < 0x20 && !is_blank) || (next.code >= 0x7F && next.code <= 0x9F);
        if (next.code == '&')
            out += "&amp;";
        else if (next.code == '<')
            out += "&lt;";
        else if (next.code == '>')
            out += "&gt;";
        else if (next.code == '"')
            out += "&quot;";
        else if (next.code == '\'')
            out += "&#39;";
        else if (!next.valid || is_control)
            append_utf8(out, 0xFFFD);
        else
            append_utf8(out, next.code);
    }
    return out;
}

} // namespace tiaoli::source
