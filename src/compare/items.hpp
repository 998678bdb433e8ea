// The statements of a version as pieces of its source text, each with the article and the block that it stands in.
#pragma once

#include "tiaoli/project/project.hpp"

#include <string>
#include <vector>

namespace tiaoli::compare {

struct Item {
    syntax::Kind kind = syntax::Kind::bad_statement;
    model::ArticleId article = {}; ///< not valid: outside any article
    std::string home = {};         ///< the words of the block 【…】; empty: none
    source::Span span = {};
    std::vector<source::Span> exempted = {}; ///< the articles that 不受第X条限制 names
};

/// All statements of the project's only version, in written order; headings, law text and blocks are none.
std::vector<Item> items_of(const project::Project& project);

/// The place of the item that holds the span; `items.size()` where none does.
std::size_t item_at(const std::vector<Item>& items, const source::Span& span);

} // namespace tiaoli::compare
