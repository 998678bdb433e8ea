// Words for what could not be read: bad statements, unknown names, and bodies that no grammar rule fits.
#pragma once

#include "lexer.hpp"
#include "tiaoli/diag/diagnostic.hpp"
#include "tiaoli/syntax/tree.hpp"

namespace tiaoli::parse {

/// One message for each bad_statement of the tree.
void report_bad_statements(const syntax::Tree& tree, diag::Diagnostics& messages);

/// No split reaches the end: says what stands at the furthest place, with the nearest declared name.
void report_unreadable(const Prepared& body, source::SourceId source, const Splits& splits,
                       const Names& names, diag::Diagnostics& messages);

/// 不受…限制，条件，名 ＝ …: the condition is not closed by 的. False where it is something else.
bool report_premise(const Prepared& body, source::SourceId source, const Splits& splits,
                    diag::Diagnostics& messages);
/// Splits there are, but the grammar takes none: `piece` is the token that no rule fits, nothing at the end of the body.
void report_misplaced(const Prepared& body, source::SourceId source, const Split& split, std::size_t piece,
                      diag::Diagnostics& messages);

} // namespace tiaoli::parse
