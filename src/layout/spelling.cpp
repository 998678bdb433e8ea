// Each row of keywords.def is a pair of spellings, which are put for each other.
#include "spelling.hpp"

#include "tiaoli/source/characters.hpp"
#include "tiaoli/syntax/words.hpp"

#include <algorithm>

namespace tiaoli::layout {

namespace {

using syntax::Word;

using Row = syntax::WordForms;

const Row& first_row(Word word) {
    const auto rows = syntax::word_forms();
    return *std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.word == word; });
}

bool spells(std::string_view spelled, const std::string& text) {
    return !spelled.empty() && syntax::canonical(spelled) == text;
}

/// Signs of comparison stand in full width, like all others.
std::string as_printed(std::string_view spelled) {
    if (spelled == ">") {
        return "＞";
    }
    return spelled == "<" ? "＜" : std::string(spelled);
}

std::string_view form(const Row& row, Keywords keywords) {
    return keywords == Keywords::English ? row.english : row.chinese;
}

} // namespace

std::string spelling(Word word, std::string_view written, Keywords keywords) {
    const std::string text = syntax::canonical(written);
    const auto rows = syntax::word_forms();
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const Row& each) {
        return each.word == word && (spells(each.chinese, text) || spells(each.english, text));
    });
    if (row == rows.end()) {
        return tidied(written);
    }
    const Keywords wanted = keywords != Keywords::AsWritten ? keywords
                            : spells(row->chinese, text)    ? Keywords::Chinese
                                                            : Keywords::English;
    const Keywords partner = wanted == Keywords::English ? Keywords::Chinese : Keywords::English;
    const bool alone = form(*row, partner).empty() || form(*row, wanted).empty();
    return as_printed(form(alone ? first_row(word) : *row, wanted));
}

std::string main_spelling(Word word, Keywords keywords) {
    return as_printed(form(first_row(word), keywords));
}

bool starts_like_statement(std::string_view text) {
    const auto rows = syntax::word_forms();
    return std::any_of(rows.begin(), rows.end(), [&](const Row& row) {
        return row.word < Word::other_case && ((!row.chinese.empty() && text.starts_with(row.chinese)) ||
                                               (!row.english.empty() && text.starts_with(row.english)));
    });
}

bool is_english_word(std::string_view text) {
    const auto rows = syntax::word_forms();
    return std::any_of(rows.begin(), rows.end(), [&](const Row& row) { return row.english == text; });
}

std::string tidied(std::string_view written) {
    std::string out;
    bool quoted = false;
    for (std::size_t at = 0; at < written.size();) {
        const source::Character character = source::decode(written, at);
        const std::string_view bytes = written.substr(at, character.length);
        const std::string folded = source::fold_width(bytes);
        const std::string_view next = written.substr(at + character.length);
        if (folded == "/" && !next.empty() &&
            source::fold_width(next.substr(0, source::decode(next, 0).length)) == "/") {
            at = std::min(written.find_first_of("\r\n", at), written.size());
            continue;
        }
        quoted = (quoted || bytes == "「") && bytes != "」";
        if (!source::is_blank(character.code) && character.code != '\n' && character.code != '\r') {
            out += quoted ? std::string(bytes) : folded;
        }
        at += character.length;
    }
    return out;
}

} // namespace tiaoli::layout
