// A comparison as text, JSON, tables and a page.
#pragma once

#include "tiaoli/base/result.hpp"
#include "tiaoli/compare/attribution.hpp"
#include "tiaoli/compare/comparison.hpp"
#include "tiaoli/compare/decisions.hpp"

#include <functional>
#include <optional>
#include <string>
#include <utility>

namespace tiaoli::compare {

/// Everything that was found out. Owned by the caller, who must keep the projects alive.
struct Report {
    const project::Project& before;
    const project::Project& after;
    Comparison comparison;
    std::optional<DecisionChanges> decisions = {};
    std::optional<Attribution> attribution = {};
    std::optional<value::Date> today = {};
    std::string program_version = {};
    diag::Language language = diag::Language::Chinese;
};

/// For a terminal or a file, ending with a line end.
std::string report_text(const Report& report);
/// One JSON object (docs/comparing.md names its members).
std::string report_json(const Report& report);
/// A row a case that is decided otherwise.
std::string flips_csv(const Report& report);
/// The sheets 修改, 合计, 改变的案卷 and 逐条修改的作用.
base::Result<std::string> report_workbook(const Report& report);

/// Both explanations of a changed case, as elements of the page; the first side is the old one.
using ExplainFlip = std::function<std::pair<std::string, std::string>(const Flip& flip)>;
/// One page that needs nothing but itself.
std::string report_page(const Report& report, const ExplainFlip& explain);

} // namespace tiaoli::compare
