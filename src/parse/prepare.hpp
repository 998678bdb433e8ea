// Prepares source text for the grammar: width folded, blanks and comments removed, strings bracketed by control bytes.
#pragma once

#include "tiaoli/diag/diagnostic.hpp"
#include "tiaoli/source/source.hpp"
#include "tiaoli/syntax/tree.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace tiaoli::parse {

/// The prepared text; `offsets[i]` is the place in the source of byte i, `ends[i]` the place where the character of byte i ends.
struct Prepared {
    std::string text;
    std::vector<std::uint32_t> offsets;
    std::vector<std::uint32_t> ends;
    std::vector<syntax::Comment> comments;

    /// Places in the source of the prepared bytes [begin, end).
    std::uint32_t source_begin(std::size_t begin) const;
    std::uint32_t source_end(std::size_t end) const;
};

enum class LineEnds : std::uint8_t { Kept, Dropped };

/// Prepares [begin, end) of a source text. Unclosed strings are reported when `messages` is given.
Prepared prepare(const source::Sources& sources, source::Span span, LineEnds line_ends,
                 diag::Diagnostics* messages);

} // namespace tiaoli::parse
