// Two wordings of one text as pieces that stayed, went and came.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tiaoli::compare {

enum class PieceKind : std::uint8_t { Same, Removed, Added };

struct Piece {
    PieceKind kind = PieceKind::Same;
    std::string text;
};

/// An amount, a ratio, a day or a length of time that stands in another's place; one of them may be missing.
struct ChangedFigure {
    std::string before;
    std::string after;
};

struct WordChanges {
    std::vector<Piece> pieces;
    std::vector<ChangedFigure> figures;
};

/// Character by character, where an amount, a ratio, a day or a length of time counts as one. Blanks do not count.
WordChanges word_changes(std::string_view before, std::string_view after);

/// How much two texts have in common, from 0 to 1000: pairs of neighbouring characters that both have.
int likeness(std::string_view before, std::string_view after);

} // namespace tiaoli::compare
