// Brings names of matters and records into the form of sheet names.
#include "sheet_names.hpp"

#include "tiaoli/source/characters.hpp"

#include <array>
#include <utility>

namespace tiaoli::report {

namespace {

constexpr std::size_t longest = 31;

/// What may not stand in a sheet's name (an apostrophe only at its ends, which a cut may bring about), and the sign that looks alike.
constexpr std::array<std::pair<char, std::string_view>, 8> forbidden{{{'[', "［"},
                                                                      {']', "］"},
                                                                      {':', "："},
                                                                      {'*', "＊"},
                                                                      {'?', "？"},
                                                                      {'/', "／"},
                                                                      {'\\', "＼"},
                                                                      {'\'', "’"}}};

std::string allowed(std::string_view wanted) {
    std::string out;
    for (const char sign : wanted) {
        std::string_view written{&sign, 1};
        for (const auto& [narrow, wide] : forbidden) {
            if (sign == narrow)
                written = wide;
        }
        out += static_cast<unsigned char>(sign) < 0x20 ? " " : written;
    }
    return out.empty() ? "表" : out;
}

std::string in_small_letters(std::string text) {
    for (char& sign : text) {
        if (sign >= 'A' && sign <= 'Z')
            sign = static_cast<char>(sign - 'A' + 'a');
    }
    return text;
}

} // namespace

std::string SheetNames::take(std::string_view wanted) {
    const std::string base = allowed(wanted);
    std::string name{clipped(base, longest)};
    for (std::size_t number = 2; !taken_.insert(in_small_letters(name)).second; ++number) {
        const std::string suffix = "（" + std::to_string(number) + "）";
        const std::size_t suffix_units = 2 + std::to_string(number).size();
        name = std::string{clipped(base, longest - suffix_units)} + suffix;
    }
    return name;
}

std::string_view clipped(std::string_view text, std::size_t units) {
    std::size_t at = 0;
    std::size_t used = 0;
    while (at < text.size()) {
        const source::Character next = source::decode(text, at);
        used += next.code > 0xFFFF ? 2 : 1;
        if (used > units)
            break;
        at += next.length;
    }
    return text.substr(0, at);
}

} // namespace tiaoli::report
