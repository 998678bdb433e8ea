// The pieces of a statement as lines.
#pragma once

#include "pieces.hpp"

#include <string>
#include <vector>

namespace tiaoli::layout {

/// How a kind of statement stands on the page.
struct Shape {
    bool stop = false;    ///< 。 at the end
    bool clauses = false; ///< clauses on lines of their own are indented as such
};

/// Lines without line ends; comments stand where they were. `starts` are places of pieces that begin a line of their own without
/// indentation (the fields of a record).
std::vector<std::string> lines_of(Pieces pieces, const Shape& shape,
                                  const std::vector<std::uint32_t>& starts = {});

/// On one line, as far as comments do not matter.
std::string joined(const Pieces& pieces);
/// The comment behind a line of the program: at one column where it fits.
std::string with_remark(const std::string& line, const std::string& remark);

/// Whether a blank stands between pieces `at` - 1 and `at`.
bool has_blank(const Pieces& pieces, std::size_t at);

} // namespace tiaoli::layout
