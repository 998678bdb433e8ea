// Text in JSON's quotation marks.
#include "json_text.hpp"

#include <fmt/format.h>

namespace tiaoli::report {

std::string json_text(std::string_view text) {
    std::string out = "\"";
    for (const char sign : text) {
        if (sign == '"' || sign == '\\')
            out += std::string{'\\', sign};
        else if (static_cast<unsigned char>(sign) < 0x20)
            out += fmt::format("\\u{:04x}", static_cast<unsigned>(static_cast<unsigned char>(sign)));
        else
            out += sign;
    }
    return out + '"';
}

} // namespace tiaoli::report
