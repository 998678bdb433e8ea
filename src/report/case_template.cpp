// The case workbook: a sheet a record type, ready to be filled in.
#include "tiaoli/report/case_template.hpp"

#include "case_template_parts.hpp"

#include "tiaoli/source/characters.hpp"

#include <algorithm>

namespace tiaoli::report {

namespace {

constexpr int narrowest = 12;
constexpr int narrowest_code = 22; // codes of 18 characters, names
constexpr int widest = 40;
constexpr std::uint16_t note_width = 260;
constexpr std::uint16_t note_height = 110;

/// The style that the cells of the column have before anything is typed into them.
lxw_format* style_of(Workbook& book, model::TypeKind kind) {
    switch (kind) {
    case model::TypeKind::Money:
        return book.style(Style::Money);
    case model::TypeKind::Ratio:
        return book.percent(2);
    case model::TypeKind::Date:
        return book.style(Style::Day);
    case model::TypeKind::Integer:
        return book.style(Style::Count);
    case model::TypeKind::Number:
        return book.style(Style::Exact);
    case model::TypeKind::Text:
    case model::TypeKind::Bool:
    case model::TypeKind::Enumeration:
    case model::TypeKind::Reference:
    case model::TypeKind::Duration:
    case model::TypeKind::Period:
    case model::TypeKind::Unknown:
        return book.style(Style::Line); // a code of 18 digits stays what was typed
    }
    return book.style(Style::Line);
}

std::string note_of(const TemplateColumn& column) {
    std::string out = (column.is_required ? "必填。" : "可以空着：") +
                      (column.is_required ? std::string{} : column.blank + "。") + column.type;
    if (!column.allowed.empty())
        out += "\n可填：" + std::string{clipped(column.allowed, 200)};
    if (!column.example.empty())
        out += "\n例：" + column.example;
    return out;
}

void add_record_sheet(Workbook& book, const TemplatePlan& plan, const TemplateSheet& sheet) {
    lxw_worksheet* page = sheet.page;
    for (std::size_t at = 0; at < sheet.columns.size(); ++at) {
        const TemplateColumn& column = sheet.columns[at];
        const auto place = static_cast<lxw_col_t>(at);
        const model::TypeKind kind = plan.schema.fields[column.field].type.kind;
        const bool is_code = kind == model::TypeKind::Text || kind == model::TypeKind::Reference;
        const int width = std::clamp(source::display_width(column.heading) + 4,
                                     is_code ? narrowest_code : narrowest, widest);
        book.note(worksheet_set_column(page, place, place, width, style_of(book, kind)));
        book.write(page, {0, place}, column.heading, column.is_required ? Style::KeyHeading : Style::Heading);
        lxw_comment_options options{};
        options.width = note_width;
        options.height = note_height;
        book.note(worksheet_write_comment_opt(page, 0, place, note_of(column).c_str(), &options));
        book.note(add_check(plan, sheet, at));
    }
    worksheet_freeze_panes(page, 1, static_cast<lxw_col_t>(1));
    worksheet_set_landscape(page);
    worksheet_set_paper(page, 9); // A4
    worksheet_fit_to_pages(page, 1, 0);
    worksheet_repeat_rows(page, 0, 0);
}

} // namespace

base::Result<std::string> case_template(const model::Schema& schema) {
    Workbook book;
    if (!book.is_open())
        return book.bytes();
    TemplatePlan plan{schema, book.add_sheet("填表说明"), {}, {}};
    for (std::uint32_t index = 0; index < schema.records.size(); ++index) {
        const model::RecordId record{index};
        plan.sheets.push_back({record, book.add_sheet(schema.records[record].name),
                               template_columns(schema, schema.records[record])});
    }
    add_guide(book, plan);
    for (const TemplateSheet& sheet : plan.sheets)
        add_record_sheet(book, plan, sheet);
    return book.bytes();
}

} // namespace tiaoli::report
