// The layout of a policy file carries no meaning: blanks, width and line ends changed all over, the decisions stay byte for byte.
#include "deciding.hpp"

#include "tiaoli/source/characters.hpp"

#include <catch2/catch.hpp>

using namespace tiaoli;
using namespace tiaoli::property;

namespace {

/// Applies `change` to the rule lines of a policy text, outside of quotation marks; law text, headings and comments stay.
std::string outside_quotes(const std::string& text,
                           const std::function<std::string(std::string_view)>& change) {
    std::string out;
    bool quoted = false;
    bool verbatim = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view rest = std::string_view(text).substr(at);
        const std::string_view character = rest.substr(0, source::decode(rest, 0).length);
        if (out.empty() || out.back() == '\n') {
            verbatim = rest.starts_with(">") || rest.starts_with("第");
        }
        verbatim = character != "\n" && (verbatim || (!quoted && rest.starts_with("//")));
        quoted = character == "“" || (quoted && character != "”");
        out += quoted || verbatim || character == "”" ? std::string(character) : change(character);
        at += character.size();
    }
    return out;
}

std::string without_blanks(const std::string& text) {
    return outside_quotes(text, [](std::string_view character) {
        return source::is_blank(source::decode(character, 0).code) ? std::string() : std::string(character);
    });
}

std::string half_width(const std::string& text) {
    return outside_quotes(text, [](std::string_view character) { return source::fold_width(character); });
}

std::string full_width(const std::string& text) {
    return outside_quotes(text, [](std::string_view character) {
        std::string wide;
        const char byte = character.front();
        const bool digit_or_sign =
            character.size() == 1 && byte > ' ' && byte != '/' && byte != '.' && byte != '"';
        if (digit_or_sign) {
            source::append_utf8(wide, static_cast<char32_t>(byte) + 0xFEE0);
        }
        return digit_or_sign ? wide : std::string(character);
    });
}

std::string windows_lines(const std::string& text) {
    std::string out = "\xEF\xBB\xBF";
    for (char byte : text) {
        out += byte == '\n' ? "\r\n" : std::string(1, byte);
    }
    return out;
}

std::string indented(const std::string& text) {
    std::string out;
    for (char byte : text) {
        out += byte;
        out += byte == '\n' ? "　\t " : "";
    }
    return out;
}

} // namespace

TEST_CASE("the policy in any layout decides the sample cases alike, byte for byte") {
    const auto expected = decide(dalian, dalian + "/cases");
    REQUIRE(expected.size() >= 3);
    const std::vector<std::pair<std::string, std::string (*)(const std::string&)>> layouts = {
        {"without blanks", without_blanks},
        {"half width", half_width},
        {"full width", full_width},
        {"CRLF and byte order mark", windows_lines},
        {"indented", indented}};
    for (const auto& [name, layout] : layouts) {
        INFO(name);
        const ScratchFolder folder;
        copy_folder(dalian, folder.path(), [&, layout = layout](const std::string& file, std::string text) {
            return file.ends_with(".policy") ? layout(text) : text;
        });
        CHECK(decide(folder.path(), dalian + "/cases") == expected);
    }
}
