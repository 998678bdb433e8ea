// Articles as a letter cites them, down to the paragraph where the words leave no doubt which.
#pragma once

#include "tiaoli/explain/explanation.hpp"

#include <string>
#include <vector>

namespace tiaoli::letter {

/// "第九条第二款"; "第七条" where the article has one paragraph, or the words do not clearly point at one of several.
/// Words that name a paragraph themselves (第二款) decide.
std::string citation(const model::Article& article, const std::string& words);
/// The law's words that are cited: that paragraph, else all.
std::string cited_law(const model::Article& article, const std::string& words);

} // namespace tiaoli::letter
