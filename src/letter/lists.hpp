// What a letter can tell item by item: conditions that failed, papers that are wanting, formulas, shares, hints.
#pragma once

#include "tiaoli/explain/explanation.hpp"

#include <map>
#include <string>
#include <vector>

namespace tiaoli::letter {

/// What the placeholders of one item stand for; every item of a list has the same ones, none of them blank.
using Item = std::map<std::string, std::string>;

struct Lists {
    std::map<std::string, std::vector<Item>> items; ///< by name: 未过条件 需补正 提示 待释 算式 分担
    std::string articles; ///< 依据条文: "第七条、第九条第二款"; empty where there are none
};

Lists lists_of(const explain::Scene& scene, const explain::Explanation& explanation);

} // namespace tiaoli::letter
