// How the lines of a template are taken apart.
#include "words.hpp"

#include "tiaoli/source/characters.hpp"

#include <algorithm>

namespace tiaoli::letter {

std::string_view trimmed(std::string_view text) {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool any = false;
    for (std::size_t at = 0; at < text.size();) {
        const source::Character next = source::decode(text, at);
        const bool blank = source::is_blank(next.code) || next.code == '\r' || next.code == '\n';
        if (!blank && !any)
            begin = at;
        any = any || !blank;
        at += next.length;
        if (!blank)
            end = at;
    }
    return any ? text.substr(begin, end - begin) : text.substr(0, 0);
}

std::optional<std::string_view> after_word(std::string_view text, std::string_view word) {
    const auto halves = split_at_colon(text);
    return halves && halves->before == word ? std::optional{halves->after} : std::nullopt;
}

std::optional<Halves> split_at_colon(std::string_view text) {
    constexpr std::string_view wide = "：";
    const std::size_t wide_at = text.find(wide);
    const std::size_t narrow_at = text.find(':');
    const std::size_t at = std::min(wide_at, narrow_at);
    if (at == std::string_view::npos)
        return std::nullopt;
    return Halves{trimmed(text.substr(0, at)), trimmed(text.substr(at + (at == wide_at ? wide.size() : 1)))};
}

std::vector<std::string> listed(std::string_view text) {
    std::vector<std::string> out;
    std::string name;
    const auto take = [&] {
        if (const std::string_view kept = trimmed(name); !kept.empty())
            out.emplace_back(kept);
        name.clear();
    };
    for (std::size_t at = 0; at < text.size();) {
        const source::Character next = source::decode(text, at);
        if (next.code == U'、' || next.code == U'，' || next.code == U',')
            take();
        else
            name.append(text, at, next.length);
        at += next.length;
    }
    take();
    return out;
}

} // namespace tiaoli::letter
