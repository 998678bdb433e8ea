// The longest common sequence of two texts.
#include "tiaoli/compare/pieces.hpp"

#include "tiaoli/source/characters.hpp"
#include "tiaoli/value/literal.hpp"

#include <algorithm>
#include <map>

namespace tiaoli::compare {

namespace {

struct Token {
    std::string text;   ///< as written
    std::string folded; ///< by which tokens are compared
    bool figure = false;
};

/// More cells than this are not looked at: the middle is then taken as a whole.
constexpr std::size_t most_cells = 9'000'000;

struct Found {
    std::size_t length = 0; ///< 0: no literal begins here
    bool figure = false;
};

/// The literal that begins here. 一 in 统一 is none, and a number without a unit is a figure of its own kind: 〔2021〕19号.
Found literal_at(const source::Folded& folded, std::size_t at) {
    const auto is_digit = [](char sign) { return (sign >= '0' && sign <= '9') || sign == '.'; };
    for (const value::ScannedLiteral& scanned : value::scan_literals(folded.text, at)) {
        if (!std::holds_alternative<value::NumberLiteral>(scanned.literal))
            return {scanned.length, true};
        const std::string_view words = std::string_view{folded.text}.substr(at, scanned.length);
        if (is_digit(words.front()))
            return {scanned.length, !std::all_of(words.begin(), words.end(), is_digit)};
    }
    return {};
}

std::vector<Token> tokens_of(std::string_view text) {
    const source::Folded folded = source::fold_with_offsets(text, 0);
    std::vector<Token> out;
    for (std::size_t at = 0; at < folded.text.size();) {
        const source::Character next = source::decode(folded.text, at);
        const Found found = literal_at(folded, at);
        const std::size_t length = found.length > 0 ? found.length : next.length;
        const std::size_t begin = folded.offsets[at];
        const std::size_t end = folded.offsets[at + length];
        if (source::is_blank(next.code) && !out.empty())
            out.back().text += text.substr(begin, end - begin);
        else
            out.push_back(
                {std::string{text.substr(begin, end - begin)}, folded.text.substr(at, length), found.figure});
        at += length;
    }
    return out;
}

class Alignment {
  public:
    Alignment(std::vector<Token> before, std::vector<Token> after)
        : before_(std::move(before)), after_(std::move(after)) {}

    WordChanges run();

  private:
    bool same(std::size_t left, std::size_t right) const {
        return before_[left].folded == after_[right].folded;
    }
    void align(std::size_t left, std::size_t left_end, std::size_t right, std::size_t right_end);
    void put(PieceKind kind, const Token& token);
    void end_gap();

    std::vector<Token> before_;
    std::vector<Token> after_;
    WordChanges out_;
    std::vector<std::string> gone_; ///< figures of the gap that is open
    std::vector<std::string> come_;
};

WordChanges Alignment::run() {
    std::size_t first = 0;
    std::size_t left = before_.size();
    std::size_t right = after_.size();
    while (first < left && first < right && same(first, first))
        put(PieceKind::Same, after_[first++]);
    std::size_t last = 0;
    while (left > first && right > first && same(left - 1, right - 1)) {
        --left;
        --right;
        ++last;
    }
    align(first, left, first, right);
    for (std::size_t at = after_.size() - last; at < after_.size(); ++at)
        put(PieceKind::Same, after_[at]);
    end_gap();
    return std::move(out_);
}

void Alignment::align(std::size_t left, std::size_t left_end, std::size_t right, std::size_t right_end) {
    const std::size_t rows = left_end - left;
    const std::size_t columns = right_end - right;
    const bool fits = rows == 0 || columns <= most_cells / rows;
    std::vector<std::uint32_t> longest(fits ? (rows + 1) * (columns + 1) : 0);
    const auto cell = [&](std::size_t row, std::size_t column) -> std::uint32_t& {
        return longest[row * (columns + 1) + column];
    };
    for (std::size_t row = fits ? rows : 0; row-- > 0;) {
        for (std::size_t column = columns; column-- > 0;)
            cell(row, column) = same(left + row, right + column)
                                    ? cell(row + 1, column + 1) + 1
                                    : std::max(cell(row + 1, column), cell(row, column + 1));
    }
    std::size_t row = 0;
    std::size_t column = 0;
    while (row < rows || column < columns) {
        const bool both = row < rows && column < columns;
        if (fits && both && same(left + row, right + column)) {
            put(PieceKind::Same, after_[right + column++]);
            ++row;
        } else if (column == columns || (both && (!fits || cell(row + 1, column) >= cell(row, column + 1)))) {
            put(PieceKind::Removed, before_[left + row++]);
        } else {
            put(PieceKind::Added, after_[right + column++]);
        }
    }
}

/// Removed before added within a gap, so that it reads as one replaced by the other.
void Alignment::put(PieceKind kind, const Token& token) {
    if (kind == PieceKind::Same)
        end_gap();
    else if (token.figure)
        (kind == PieceKind::Removed ? gone_ : come_).push_back(token.text);
    std::vector<Piece>& pieces = out_.pieces;
    if (!pieces.empty() && pieces.back().kind == kind) {
        pieces.back().text += token.text;
    } else if (kind == PieceKind::Removed && !pieces.empty() && pieces.back().kind == PieceKind::Added) {
        const bool joins = pieces.size() > 1 && pieces[pieces.size() - 2].kind == PieceKind::Removed;
        if (joins)
            pieces[pieces.size() - 2].text += token.text;
        else
            pieces.insert(pieces.end() - 1, {kind, token.text});
    } else {
        pieces.push_back({kind, token.text});
    }
}

void Alignment::end_gap() {
    for (std::size_t at = 0; at < std::max(gone_.size(), come_.size()); ++at)
        out_.figures.push_back(
            {at < gone_.size() ? gone_[at] : std::string{}, at < come_.size() ? come_[at] : std::string{}});
    gone_.clear();
    come_.clear();
}

std::map<std::string, int> pairs_of(std::string_view text, int& count) {
    std::map<std::string, int> pairs;
    std::string last;
    const std::string folded = source::fold_width(text);
    for (std::size_t at = 0; at < folded.size();) {
        const source::Character next = source::decode(folded, at);
        const std::string sign = folded.substr(at, next.length);
        at += next.length;
        if (source::is_blank(next.code) || next.code == '\n')
            continue;
        ++pairs[last + sign];
        ++count;
        last = sign;
    }
    return pairs;
}

} // namespace

WordChanges word_changes(std::string_view before, std::string_view after) {
    return Alignment{tokens_of(before), tokens_of(after)}.run();
}

int likeness(std::string_view before, std::string_view after) {
    int all = 0;
    int common = 0;
    const std::map<std::string, int> left = pairs_of(before, all);
    for (const auto& [pair, count] : pairs_of(after, all)) {
        const auto found = left.find(pair);
        common += found == left.end() ? 0 : std::min(count, found->second);
    }
    return all == 0 ? 0 : static_cast<int>(2000LL * common / all);
}

} // namespace tiaoli::compare
