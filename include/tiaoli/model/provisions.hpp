// Where a version says how a field comes about, whatever kind of statement says it.
#pragma once

#include "tiaoli/model/policy.hpp"

#include <vector>

namespace tiaoli::model {

/// One statement that gives a field its value.
struct Provision {
    ArticleId article;
    source::Span span;
};

/// In written order; empty where the version does not say.
std::vector<Provision> provisions(const Version& version, FieldId field);
/// Whether the version says how the field comes about.
bool gives(const Version& version, FieldId field);

} // namespace tiaoli::model
