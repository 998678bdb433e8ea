// Splits the body of a statement into tokens. Names have no spaces around them, so every split into declared names, literals and
// words of the language is a candidate; a lattice over what may follow what keeps those that can be read to the end.
#pragma once

#include "grammar/tokens.hpp"
#include "prepare.hpp"
#include "tiaoli/parse/parse.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tiaoli::parse {

/// One token of one split: bytes [begin, end) of the prepared body.
struct Piece {
    char code;
    std::uint32_t begin;
    std::uint32_t end;
};
using Split = std::vector<Piece>;

/// All declared names by their first character, longest first.
class NameIndex {
  public:
    explicit NameIndex(const Names& names);
    /// Appends the lengths of the names that `text` begins with, longest first.
    void lengths_at(std::string_view text, std::vector<std::uint32_t>& lengths) const;
    const Names& names() const { return *names_; }

  private:
    const Names* names_;
    std::unordered_map<std::string, std::vector<std::string>> by_first_;
};

struct Splits {
    std::vector<Split> found;     ///< longest tokens first
    bool too_many = false;        ///< more than the cap: the rest was not looked at
    std::uint32_t stuck_at = 0;   ///< where none was found: the furthest byte that some split reaches
    std::uint32_t stuck_from = 0; ///< and where the token before it begins: the mistake may lie there already
};

inline constexpr std::size_t most_splits = 48;
inline constexpr int deepest_nesting = 100;

/// Which words of the language a text may hold: those of expressions, or those of a table's cell.
enum class Vocabulary : std::uint8_t { Expression, Cell };

Splits split_body(const Prepared& body, const NameIndex& names,
                  Vocabulary vocabulary = Vocabulary::Expression);

/// The first byte at which parentheses or prefix words nest deeper than `deepest_nesting`; the text's size when none does.
std::size_t too_deep_at(std::string_view body);

} // namespace tiaoli::parse
