// One column of a case workbook: its heading as the reader of case files matches it, and what is to be said about it.
#pragma once

#include "tiaoli/model/schema.hpp"

#include <string>
#include <vector>

namespace tiaoli::report {

struct TemplateColumn {
    model::FieldId field;
    std::string heading;    ///< with the unit of its amounts
    value::Number unit = 1; ///< what a number in the column is multiplied by
    bool is_key = false;
    bool is_required = false;
    std::string type;    ///< 金额（万元）, 日期, “企业”表的键 …
    std::string blank;   ///< what an empty cell means
    std::string allowed; ///< the values or bounds; empty: any of the type
    std::string example;
};

/// In declared order.
std::vector<TemplateColumn> template_columns(const model::Schema& schema, const model::Record& record);

/// The values of an enumeration; 是 and 否 of a yes/no field; else empty.
std::vector<std::string> listed_values(const model::Schema& schema, const model::Field& field);

} // namespace tiaoli::report
