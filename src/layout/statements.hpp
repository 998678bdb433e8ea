// The lines of one statement, heading or block.
#pragma once

#include "lines.hpp"

namespace tiaoli::layout {

/// `end_remarks`: the comments behind its last line are not among the lines yet.
std::vector<std::string> statement_lines(const File& file, syntax::NodeId item, Keywords keywords);
/// A decision table or tier table: its columns stand under each other.
std::vector<std::string> table_lines(const File& file, syntax::NodeId table, Keywords keywords);

} // namespace tiaoli::layout
