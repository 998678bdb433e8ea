// Which paragraph of an article a rule's words come from: the one with which they share clearly the most pairs of characters.
#include "citation.hpp"

#include "tiaoli/source/characters.hpp"
#include "tiaoli/value/literal.hpp"

#include <optional>
#include <set>

namespace tiaoli::letter {

namespace {

using Pairs = std::set<std::pair<char32_t, char32_t>>;

/// Pairs of neighbouring Chinese characters, letters and digits.
Pairs pairs_of(std::string_view text) {
    Pairs out;
    char32_t before = 0;
    for (std::size_t at = 0; at < text.size();) {
        const source::Character next = source::decode(text, at);
        const bool counts = (next.code >= 0x4E00 && next.code <= 0x9FFF) ||
                            (next.code >= '0' && next.code <= '9') || next.code == '%';
        if (counts && before != 0)
            out.insert({before, next.code});
        before = counts ? next.code : 0;
        at += next.length;
    }
    return out;
}

std::size_t shared(const Pairs& a, const Pairs& b) {
    std::size_t count = 0;
    for (const auto& pair : a)
        count += b.contains(pair) ? 1 : 0;
    return count;
}

/// Counted from 0; nothing where it is not certain.
std::optional<std::size_t> paragraph_of(const model::Article& article, const std::string& words) {
    const std::vector<std::string>& paragraphs = article.paragraphs;
    if (paragraphs.size() < 2)
        return std::nullopt;
    for (std::size_t at = 0; at < paragraphs.size(); ++at) {
        if (words.find("第" + value::chinese_numeral(static_cast<int>(at + 1)) + "款") != std::string::npos)
            return at;
    }
    const Pairs wanted = pairs_of(words);
    std::size_t best = 0;
    std::size_t most = 0;
    std::size_t second = 0;
    for (std::size_t at = 0; at < paragraphs.size(); ++at) {
        const std::size_t count = shared(wanted, pairs_of(paragraphs[at]));
        if (count > most) {
            second = most;
            most = count;
            best = at;
        } else {
            second = std::max(second, count);
        }
    }
    const bool is_clear = most >= 4 && most >= 2 * second;
    return is_clear ? std::optional{best} : std::nullopt;
}

} // namespace

std::string citation(const model::Article& article, const std::string& words) {
    const auto paragraph = paragraph_of(article, words);
    return paragraph ? article.label + "第" + value::chinese_numeral(static_cast<int>(*paragraph + 1)) + "款"
                     : article.label;
}

std::string cited_law(const model::Article& article, const std::string& words) {
    if (const auto paragraph = paragraph_of(article, words))
        return article.paragraphs[*paragraph];
    std::string out;
    for (const std::string& each : article.paragraphs)
        out += each;
    return out;
}

} // namespace tiaoli::letter
