// Drop-downs and checks of a case workbook.
#include "case_template_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

namespace tiaoli::report {

namespace {

/// Excel's own limits for an amount to be checked as a number at all.
constexpr std::int64_t largest = 100'000'000'000'000;
constexpr std::size_t longest_list = 255;
constexpr std::size_t longest_message = 220;

/// A check and the texts that it points to, which must outlive the call that adds it.
class Check {
  public:
    Check(const TemplatePlan& plan, const TemplateSheet& sheet, std::size_t column)
        : plan_(plan), sheet_(sheet), column_(sheet.columns[column]), place_(static_cast<lxw_col_t>(column)),
          field_(plan.schema.fields[column_.field]) {}

    lxw_error add();

  private:
    bool set_kind();
    void set_list();
    void set_reference();
    void set_bounds(lxw_validation_types type);
    void set_day();

    const TemplatePlan& plan_;
    const TemplateSheet& sheet_;
    const TemplateColumn& column_;
    lxw_col_t place_;
    const model::Field& field_;
    lxw_data_validation check_{};
    std::vector<std::string> values_;
    std::vector<char*> pointers_;
    std::string formula_;
    std::string message_;
};

std::string quoted_name(const lxw_worksheet* page) {
    std::string out = "'";
    for (const char sign : std::string_view{page->name})
        out += sign == '\'' ? std::string{"''"} : std::string{sign};
    return out + "'";
}

std::string column_letters(lxw_col_t column) {
    std::string out;
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        out.insert(out.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return out;
}

} // namespace

lxw_error add_check(const TemplatePlan& plan, const TemplateSheet& sheet, std::size_t column) {
    return Check{plan, sheet, column}.add();
}

bool is_short_list(const std::vector<std::string>& values) {
    std::size_t bytes = 0;
    for (const std::string& value : values) {
        if (value.find(',') != std::string::npos)
            return false;
        bytes += value.size() + 1;
    }
    return bytes <= longest_list; // bytes, of which there are never fewer than characters
}

std::string range_below_heading(const lxw_worksheet* page, lxw_col_t column, lxw_row_t rows) {
    const std::string letters = column_letters(column);
    return fmt::format("{}!${}$2:${}${}", quoted_name(page), letters, letters, rows + 1);
}

namespace {

lxw_error Check::add() {
    check_.ignore_blank = LXW_VALIDATION_ON;
    check_.show_error = LXW_VALIDATION_ON;
    check_.error_type = LXW_VALIDATION_ERROR_TYPE_STOP;
    if (!set_kind())
        return LXW_NO_ERROR;
    message_ = clipped("应填：" + column_.type + (column_.allowed.empty() ? "" : "，" + column_.allowed) +
                           (column_.example.empty() ? "" : "。例：" + column_.example),
                       longest_message);
    std::string title{clipped(field_.name, 30)};
    check_.error_title = title.data();
    check_.error_message = message_.data();
    return worksheet_data_validation_range(sheet_.page, 1, place_, checked_rows, place_, &check_);
}

/// False where anything may be typed.
bool Check::set_kind() {
    switch (field_.type.kind) {
    case model::TypeKind::Bool:
    case model::TypeKind::Enumeration:
        set_list();
        return true;
    case model::TypeKind::Reference:
        set_reference();
        return !formula_.empty();
    case model::TypeKind::Date:
        set_day();
        return true;
    case model::TypeKind::Integer:
        set_bounds(LXW_VALIDATION_TYPE_INTEGER);
        return true;
    case model::TypeKind::Number:
    case model::TypeKind::Money:
    case model::TypeKind::Ratio:
        set_bounds(LXW_VALIDATION_TYPE_DECIMAL);
        return true;
    case model::TypeKind::Text:
    case model::TypeKind::Duration:
    case model::TypeKind::Period:
    case model::TypeKind::Unknown:
        return false;
    }
    return false;
}

void Check::set_list() {
    values_ = listed_values(plan_.schema, field_);
    if (is_short_list(values_)) {
        for (std::string& value : values_)
            pointers_.push_back(value.data());
        pointers_.push_back(nullptr);
        check_.validate = LXW_VALIDATION_TYPE_LIST;
        check_.value_list = pointers_.data();
    } else {
        check_.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
        formula_ = "=" + plan_.lists.at(field_.type.enumeration);
        check_.value_formula = formula_.data();
    }
}

/// The keys that stand in the other sheet now. A record may be entered before the one that it refers to, so this only warns.
void Check::set_reference() {
    const TemplateSheet& other = plan_.sheets[field_.type.record.index];
    const auto key = std::find_if(other.columns.begin(), other.columns.end(),
                                  [](const TemplateColumn& column) { return column.is_key; });
    if (plan_.schema.records[field_.type.record].key.size() != 1 || key == other.columns.end())
        return;
    const auto place = static_cast<lxw_col_t>(key - other.columns.begin());
    const std::string keys = range_below_heading(other.page, place, checked_rows);
    const std::string first = range_below_heading(other.page, place, 1);
    // Down to the last row that is filled in, whatever is left blank between.
    formula_ = fmt::format("=OFFSET({},0,0,MAX(1,SUMPRODUCT(MAX(({}<>\"\")*ROW({})))-1),1)",
                           first.substr(0, first.rfind(':')), keys, keys);
    check_.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
    check_.value_formula = formula_.data();
    check_.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
}

void Check::set_bounds(lxw_validation_types type) {
    check_.validate = static_cast<std::uint8_t>(type);
    check_.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
    const value::Number unit = field_.type.kind == model::TypeKind::Money ? column_.unit : value::Number{1};
    const auto bound = [&](const std::optional<value::Number>& declared, std::int64_t otherwise) {
        const value::Number number = declared ? *declared / unit : value::Number{otherwise};
        return kept_digits(number).value_or(std::to_string(otherwise));
    };
    check_.minimum_number = std::strtod(bound(field_.minimum, -largest).c_str(), nullptr);
    check_.maximum_number = std::strtod(bound(field_.maximum, largest).c_str(), nullptr);
}

void Check::set_day() {
    check_.validate = LXW_VALIDATION_TYPE_DATE;
    check_.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
    check_.minimum_datetime.year = 1900;
    check_.minimum_datetime.month = 3;
    check_.minimum_datetime.day = 1;
    check_.maximum_datetime.year = 9999;
    check_.maximum_datetime.month = 12;
    check_.maximum_datetime.day = 31;
}

} // namespace

} // namespace tiaoli::report
