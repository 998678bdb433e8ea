// Tidies the texts of cells and finds near names.
#include "cell_text.hpp"

#include "tiaoli/source/characters.hpp"

#include <algorithm>

namespace tiaoli::data {

namespace {

bool is_gap(char32_t code) { return source::is_blank(code) || code == U'\n' || code == U'\r'; }

std::size_t length_of(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count)
        at += source::decode(text, at).length;
    return count;
}

/// How many slips a name of this many characters may have.
int slips_allowed(std::size_t characters) { return characters <= 3 ? 1 : characters <= 6 ? 2 : 3; }

} // namespace

std::string tidy(std::string_view text) {
    const std::string folded = source::fold_width(text);
    std::size_t first = folded.size();
    std::size_t last = 0;
    for (std::size_t at = 0; at < folded.size();) {
        const source::Character character = source::decode(folded, at);
        if (!is_gap(character.code)) {
            first = std::min(first, at);
            last = at + character.length;
        }
        at += character.length;
    }
    return first < last ? folded.substr(first, last - first) : std::string{};
}

std::string squeezed(std::string_view text) {
    const std::string folded = source::fold_width(text);
    std::string out;
    for (std::size_t at = 0; at < folded.size();) {
        const source::Character character = source::decode(folded, at);
        if (character.code >= U'A' && character.code <= U'Z') {
            out += static_cast<char>(character.code - U'A' + U'a');
        } else if (!is_gap(character.code)) {
            out += folded.substr(at, character.length);
        }
        at += character.length;
    }
    return out;
}

bool is_blank_word(std::string_view tidied) {
    static constexpr std::string_view words[] = {"", "-", "--", "–", "—", "——", "/"};
    return std::find(std::begin(words), std::end(words), tidied) != std::end(words);
}

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

bool all_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

bool take_ending(std::string_view& text, std::string_view ending) {
    if (!text.ends_with(ending))
        return false;
    text.remove_suffix(ending.size());
    return true;
}

bool take_beginning(std::string_view& text, std::string_view beginning) {
    if (!text.starts_with(beginning))
        return false;
    text.remove_prefix(beginning.size());
    return true;
}

std::optional<std::string> nearest(std::string_view wanted, const std::vector<std::string>& names) {
    const std::string from = squeezed(wanted);
    const std::size_t length = length_of(from);
    int best = slips_allowed(length) + 1;
    std::optional<std::string> found;
    for (const std::string& name : names) {
        const std::string to = squeezed(name);
        const int distance = source::edit_distance(from, to, best);
        const bool shares_something = distance < static_cast<int>(std::max(length, length_of(to)));
        if (distance < best && shares_something) {
            best = distance;
            found = name;
        } else if (distance == best && found && *found != name) {
            found.reset();
        }
    }
    return found;
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
    std::string out;
    for (std::size_t at = 0; at < parts.size(); ++at) {
        out += at > 0 ? separator : std::string_view{};
        out += parts[at];
    }
    return out;
}

} // namespace tiaoli::data
