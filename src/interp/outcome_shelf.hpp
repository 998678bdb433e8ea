// Thousands of decisions come to the same outcomes of the same rules, and rest on the same readings: each such list is kept once.
#pragma once

#include "tiaoli/interp/decision.hpp"

#include <string>
#include <unordered_map>

namespace tiaoli::interp {

class OutcomeShelf {
  public:
    base::SharedList<RuleOutcome> shared(std::vector<RuleOutcome> outcomes);
    base::SharedList<std::size_t> shared(std::vector<std::size_t> readings);

  private:
    // By the lists' contents as numbers. Outcomes with reasons name rows, so hardly two are the same: they are not kept here.
    std::unordered_map<std::string, base::SharedList<RuleOutcome>> outcomes_;
    std::unordered_map<std::string, base::SharedList<std::size_t>> readings_;
};

} // namespace tiaoli::interp
