// From source text to syntax, in two steps: the structure first, then, once all declared names are known, the bodies.
#pragma once

#include "tiaoli/diag/diagnostic.hpp"
#include "tiaoli/syntax/tree.hpp"

#include <set>
#include <string>
#include <vector>

namespace tiaoli::parse {

/// Reads headings, law text, declarations and the heads of statements. Never fails: what it cannot read is a bad_statement and
/// a message. `sources` must outlive the tree.
syntax::Tree parse_structure(const source::Sources& sources, source::SourceId source,
                             diag::Diagnostics& messages);

/// The names that expressions may use, in canonical form.
struct Names {
    std::set<std::string> all;
    std::set<std::string>
        predicates; ///< fields that can follow a noun directly (企业符合产业政策): yes/no and derived fields
    std::set<std::string> records; ///< record types: the only names after 本
};

/// Adds the names that a file declares.
void collect_names(const syntax::Tree& tree, Names& names);

/// Fills in the readings of every body: all trees that its words can mean by grammar. `check` chooses by type.
void parse_bodies(syntax::Tree& tree, const source::Sources& sources, const Names& names,
                  diag::Diagnostics& messages);

} // namespace tiaoli::parse
