// Which article of the new version is which of the old one.
#pragma once

#include "tiaoli/compare/comparison.hpp"

namespace tiaoli::compare {

/// By what their law text has in common, then by their number: an article that has another number is followed.
std::vector<ArticlePair> match_articles(const project::Project& before, const project::Project& after);

} // namespace tiaoli::compare
