// The parts of a case workbook: its guide, its sheets, and the checks of what is typed into them.
#pragma once

#include "template_column.hpp"
#include "workbook.hpp"

#include <map>
#include <vector>

namespace tiaoli::report {

struct TemplateSheet {
    model::RecordId record;
    lxw_worksheet* page = nullptr;
    std::vector<TemplateColumn> columns;
};

struct TemplatePlan {
    const model::Schema& schema;
    lxw_worksheet* guide = nullptr;
    std::vector<TemplateSheet> sheets; ///< by RecordId
    std::map<model::EnumerationId, std::string>
        lists; ///< where values stand that are too many for a check to name: a range
};

/// So many rows of a sheet have drop-downs and checks.
inline constexpr lxw_row_t checked_rows = 10'000;

/// Fills the sheet 填表说明, and writes the long lists of values there (TemplatePlan::lists).
void add_guide(Workbook& book, TemplatePlan& plan);

/// Whether the values can stand in a check itself: Excel takes 255 characters.
bool is_short_list(const std::vector<std::string>& values);

/// What may be typed into a column, with a message for what may not.
lxw_error add_check(const TemplatePlan& plan, const TemplateSheet& sheet, std::size_t column);

/// `'企业'!$A$2:$A$10001`: so many rows of a column from its second one.
std::string range_below_heading(const lxw_worksheet* page, lxw_col_t column, lxw_row_t rows);

} // namespace tiaoli::report
