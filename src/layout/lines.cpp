// Breaks a statement into lines: where its author broke it, and where a line would be too long.
#include "lines.hpp"

#include "spelling.hpp"

#include "tiaoli/source/characters.hpp"

#include <algorithm>
#include <tuple>

namespace tiaoli::layout {

namespace {

using syntax::Word;

/// 80 Chinese characters, the longest line that the policies had when they were laid out by hand.
constexpr int longest_line = 160;
constexpr int remark_column = 41;
constexpr int least_gap = 3;

enum class Break : std::uint8_t { None, Line, Field };

bool is_binary_sign(const Pieces& pieces, std::size_t at) {
    static constexpr std::string_view signs[] = {"＋", "－", "×", "÷"};
    return pieces[at - 1].kind != PieceKind::Sign &&
           std::any_of(std::begin(signs), std::end(signs),
                       [&](std::string_view text) { return is_sign(pieces[at], text); });
}

/// How well a line can end before the piece: the smaller the better; nothing where it cannot.
std::optional<int> break_rank(const Pieces& pieces, std::size_t at) {
    const Piece& left = pieces[at - 1];
    const Piece& right = pieces[at];
    if (starts_like_statement(syntax::canonical(right.measure)) && right.kind != PieceKind::Word) {
        return std::nullopt; // the parser would take the line for a new statement
    }
    if (is_sign(left, "；")) {
        return 0;
    }
    if (is_sign(left, "＝") || is_sign(left, "：")) {
        return 1;
    }
    const bool guard = at >= 2 && is_sign(left, "，") &&
                       (pieces[at - 2].measure == "的" || pieces[at - 2].word == Word::other_case);
    if (guard) {
        return 2;
    }
    if (right.word == Word::else_outcome) {
        return 3;
    }
    if (right.word == Word::and_word || right.word == Word::or_word) {
        return 4;
    }
    if (is_sign(left, "，")) {
        return 5;
    }
    if (is_binary_sign(pieces, at)) {
        return 6;
    }
    return is_sign(left, "、") ? std::optional{7} : std::nullopt;
}

/// A line that the author ended here stays ended, also where the next one begins like a statement and yet is none.
bool keeps_break(const Pieces& pieces, std::size_t at) {
    static constexpr std::string_view stops[] = {"，", "；", "：", "＝", "、"};
    const bool stopped = std::any_of(std::begin(stops), std::end(stops),
                                     [&](std::string_view text) { return is_sign(pieces[at - 1], text); });
    return pieces[at].lines_before > 0 && (stopped || break_rank(pieces, at).has_value());
}

class Breaker {
  public:
    Breaker(Pieces pieces, const Shape& shape, const std::vector<std::uint32_t>& starts)
        : pieces_(std::move(pieces)), shape_(shape), breaks_(pieces_.size(), Break::None) {
        for (std::size_t at = 1; at < pieces_.size(); ++at) {
            const bool field = std::binary_search(starts.begin(), starts.end(), pieces_[at].begin);
            const bool line = !pieces_[at].remarks.empty() || keeps_break(pieces_, at);
            breaks_[at] = field ? Break::Field : line ? Break::Line : Break::None;
        }
    }

    std::vector<std::string> run() {
        for (std::size_t at = 0; at < pieces_.size();) {
            const std::size_t end = next_break(at);
            if (width(at, end) > longest_line && shorten(at, end)) {
                continue;
            }
            at = end;
        }
        print();
        return std::move(lines_);
    }

  private:
    Pieces pieces_;
    Shape shape_;
    std::vector<Break> breaks_; ///< before each piece
    std::vector<std::string> lines_;

    std::size_t next_break(std::size_t at) const {
        std::size_t end = at + 1;
        while (end < pieces_.size() && breaks_[end] == Break::None) {
            ++end;
        }
        return end;
    }

    /// In the Chinese form of the words, with room for the deepest indentation.
    int width(std::size_t begin, std::size_t end) const {
        int total = begin == 0 ? 0 : 4;
        for (std::size_t at = begin; at < end; ++at) {
            total += source::display_width(pieces_[at].measure);
        }
        return total;
    }

    /// Sets one more break in the line where it divides the statement at the least depth.
    bool shorten(std::size_t begin, std::size_t end) {
        std::optional<std::tuple<int, int>> best;
        std::size_t best_at = 0;
        int depth = 0;
        for (std::size_t at = begin + 1; at < end; ++at) {
            depth += is_sign(pieces_[at - 1], "（") ? 1 : is_sign(pieces_[at - 1], "）") ? -1 : 0;
            const std::optional<int> rank = break_rank(pieces_, at);
            if (!rank) {
                continue;
            }
            const std::tuple<int, int> here{depth, *rank};
            const bool later = best && here == *best && width(begin, at) <= longest_line;
            if (!best || here < *best || later) {
                best = here;
                best_at = at;
            }
        }
        if (best) {
            breaks_[best_at] = Break::Line;
        }
        return best.has_value();
    }

    std::size_t first_break() const {
        return static_cast<std::size_t>(std::find(breaks_.begin(), breaks_.end(), Break::Line) -
                                        breaks_.begin());
    }

    void print() {
        const std::size_t first = first_break();
        const bool own_lines = shape_.clauses && first < pieces_.size() &&
                               (is_sign(pieces_[first - 1], "＝") || is_sign(pieces_[first - 1], "："));
        std::string line;
        int indent = 0;
        for (std::size_t at = 0; at < pieces_.size(); ++at) {
            if (breaks_[at] != Break::None) {
                indent = breaks_[at] == Break::Field ? 0 : own_lines ? clause_indent(at, indent) : 2;
                end_line(line, pieces_[at].remarks, indent);
                line = std::string(static_cast<std::size_t>(indent), ' ');
            } else if (at > 0 && has_blank(pieces_, at)) {
                line += ' ';
            }
            line += pieces_[at].text;
        }
        lines_.push_back(line + (shape_.stop ? "。" : ""));
    }

    /// What follows a guard on the next line stands deeper, to the end of its clause.
    int clause_indent(std::size_t at, int indent) const {
        if (is_sign(pieces_[at - 1], "；") || at == first_break()) {
            return 2;
        }
        return break_rank(pieces_, at) == std::optional{2} ? 4 : std::max(indent, 2);
    }

    void end_line(const std::string& line, const std::vector<Remark>& remarks, int indent) {
        lines_.push_back(line);
        for (const Remark& remark : remarks) {
            if (remark.own_line) {
                lines_.push_back(std::string(static_cast<std::size_t>(indent), ' ') + remark.text);
            } else {
                lines_.back() = with_remark(lines_.back(), remark.text);
            }
        }
    }
};

} // namespace

std::vector<std::string> lines_of(Pieces pieces, const Shape& shape,
                                  const std::vector<std::uint32_t>& starts) {
    return Breaker(std::move(pieces), shape, starts).run();
}

std::string with_remark(const std::string& line, const std::string& remark) {
    const int gap = std::max(least_gap, remark_column - source::display_width(line));
    return line + std::string(static_cast<std::size_t>(gap), ' ') + remark;
}

} // namespace tiaoli::layout
