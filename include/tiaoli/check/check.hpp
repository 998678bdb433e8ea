// From syntax to model: declares, resolves names, infers types, chooses each statement's only reading, and reports mistakes.
#pragma once

#include "tiaoli/diag/diagnostic.hpp"
#include "tiaoli/model/policy.hpp"
#include "tiaoli/syntax/tree.hpp"

#include <set>
#include <utility>
#include <vector>

namespace tiaoli::check {

/// The files of one version: the version file first, then everything it imports (each once, imports before importers after the first).
/// Bodies have been parsed (parse::parse_bodies) with the names of all of them.
struct VersionFiles {
    std::vector<const syntax::Tree*> trees;
};

/// The reading of each body that was taken for its meaning.
using MeantBodies = std::set<std::pair<const syntax::Tree*, syntax::NodeId>>;

/// Builds the policy of all versions. Always returns what could be built; with errors in `messages` it must not be evaluated.
/// `calendar` has been read by the caller.
model::Policy check(const source::Sources& sources, const std::vector<VersionFiles>& versions,
                    value::Calendar calendar, diag::Diagnostics& messages, MeantBodies* meant = nullptr);

} // namespace tiaoli::check
