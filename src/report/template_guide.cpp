// The sheet 填表说明 of a case workbook.
#include "case_template_parts.hpp"

#include "tiaoli/source/characters.hpp"

#include <algorithm>
#include <array>

namespace tiaoli::report {

namespace {

constexpr lxw_row_t headings_row = 7;
constexpr lxw_col_t first_list_column = 8;
constexpr int lines_of_values = 48;

constexpr std::array<std::string_view, 5> advice{
    "每种记录一个工作表，一行一条；工作表和表头的名称不要改，列的次序可以改，用不着的工作表可以空着。",
    "表头加粗的列必填；其余可以空着，空着是什么意思见下表。",
    "金额只填数，单位见表头；比例填 40%；日期填 2025-03-10；编号已设为文本，18 "
    "位代码不会变样。",
    "引用别的表的列，填那一行的编号，下拉列出的是那张表里已经填了的编号。",
    "不要加合计行；填好以后运行：tiaoli run 政策 本文件 -o 结果"};

struct GuideColumn {
    std::string_view heading;
    int width;
};
constexpr std::array<GuideColumn, 7> guide_columns{{{"工作表", 12},
                                                    {"列", 24},
                                                    {"类型", 24},
                                                    {"必填", 6},
                                                    {"空着表示", 26},
                                                    {"可填的值", lines_of_values},
                                                    {"例", 16}}};

void add_lists(Workbook& book, TemplatePlan& plan) {
    lxw_col_t column = first_list_column;
    for (const TemplateSheet& sheet : plan.sheets) {
        for (const TemplateColumn& each : sheet.columns) {
            const model::Field& field = plan.schema.fields[each.field];
            const std::vector<std::string> values = listed_values(plan.schema, field);
            if (is_short_list(values) || plan.lists.contains(field.type.enumeration))
                continue;
            const std::string& name = plan.schema.enumerations[field.type.enumeration].name;
            book.write(plan.guide, {0, column}, (name.empty() ? field.name : name) + "（可填的值）",
                       Style::Heading);
            int width = 0;
            for (std::size_t at = 0; at < values.size(); ++at) {
                book.write(plan.guide, {static_cast<lxw_row_t>(at + 1), column}, values[at], Style::Line);
                width = std::max(width, source::display_width(values[at]) + 2);
            }
            book.set_width(plan.guide, column, std::max(width, 16));
            plan.lists[field.type.enumeration] =
                range_below_heading(plan.guide, column, static_cast<lxw_row_t>(values.size()));
            ++column;
        }
    }
}

void add_line(Workbook& book, const TemplatePlan& plan, lxw_row_t row, const TemplateSheet& sheet,
              const TemplateColumn& column) {
    const std::array cells{plan.schema.records[sheet.record].name,
                           column.heading,
                           column.type,
                           std::string{column.is_required ? "必填" : ""},
                           column.blank,
                           column.allowed,
                           column.example};
    for (std::size_t at = 0; at < cells.size(); ++at)
        book.write(plan.guide, {row, static_cast<lxw_col_t>(at)}, cells[at], Style::Text);
    const int lines = 1 + source::display_width(column.allowed) / lines_of_values;
    if (lines > 1)
        worksheet_set_row(plan.guide, row, std::min(lines, 6) * 15, nullptr);
}

} // namespace

void add_guide(Workbook& book, TemplatePlan& plan) {
    book.write(plan.guide, {0, 0}, plan.schema.policy_name + "　案卷填表说明", Style::Title);
    for (std::size_t at = 0; at < advice.size(); ++at)
        book.write(plan.guide, {static_cast<lxw_row_t>(at + 1), 0}, std::string{advice[at]}, Style::Line);
    for (std::size_t at = 0; at < guide_columns.size(); ++at) {
        const auto place = static_cast<lxw_col_t>(at);
        book.write(plan.guide, {headings_row, place}, std::string{guide_columns[at].heading},
                   Style::KeyHeading);
        book.set_width(plan.guide, place, guide_columns[at].width);
    }
    lxw_row_t row = headings_row + 1;
    for (const TemplateSheet& sheet : plan.sheets) {
        for (const TemplateColumn& column : sheet.columns)
            add_line(book, plan, row++, sheet, column);
    }
    add_lists(book, plan);
    worksheet_set_landscape(plan.guide);
    worksheet_set_paper(plan.guide, 9); // A4
    worksheet_fit_to_pages(plan.guide, 1, 0);
}

} // namespace tiaoli::report
