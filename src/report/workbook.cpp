// Sheets, styles and cells by libxlsxwriter.
#include "workbook.hpp"

#include "tiaoli/source/source.hpp"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <system_error>

namespace tiaoli::report {

namespace {

constexpr std::size_t most_digits = 15;
constexpr std::size_t longest_cell = 32'767;
constexpr std::string_view cut_mark = "……（单元格放不下，全文见 CSV 或 JSON）";
constexpr std::string_view file_name = "book.xlsx";
/// Days of one number system in all spreadsheets: Excel takes 1900 for a leap year.
const value::Date first_sure_day = *value::Date::from_ymd(1900, 3, 1);
/// The same in every workbook, so that the same results are the same bytes: 2000-01-01, 00:00 UTC.
constexpr std::time_t made_at = 946'684'800;

void set_look(lxw_format* format, lxw_format_alignments across, const char* number_format) {
    format_set_align(format, static_cast<std::uint8_t>(across));
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    if (number_format != nullptr)
        format_set_num_format(format, number_format);
}

void set_heading_look(lxw_format* format) {
    format_set_align(format, LXW_ALIGN_CENTER);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    format_set_text_wrap(format);
    format_set_bg_color(format, 0xDDE6F0);
    format_set_border(format, LXW_BORDER_THIN);
}

} // namespace

std::optional<std::string> kept_digits(const value::Number& number) {
    if (!number.decimals())
        return std::nullopt;
    const std::string text = number.to_text();
    std::size_t digits = 0;
    bool leading = true;
    for (const char sign : text) {
        leading = leading && (sign < '1' || sign > '9');
        digits += !leading && sign >= '0' && sign <= '9' ? 1 : 0;
    }
    return digits <= most_digits ? std::optional{text} : std::nullopt;
}

std::string fitted_to_cell(const std::string& text) {
    if (clipped(text, longest_cell).size() == text.size())
        return text;
    return std::string{clipped(text, longest_cell - cut_mark.size())} + std::string{cut_mark};
}

Workbook::Workbook() {
    std::error_code error;
    const std::filesystem::path parent = std::filesystem::temp_directory_path(error);
    std::string pattern = (parent / "tiaoli-XXXXXX").string();
    if (error || mkdtemp(pattern.data()) == nullptr) {
        failure_ = error ? error.message() : std::strerror(errno);
        folder_ = parent.empty() ? "TMPDIR" : parent.string();
        return;
    }
    folder_ = pattern;
    lxw_workbook_options options{};
    options.tmpdir = folder_.data();
    const std::string path = (std::filesystem::path{folder_} / file_name).string();
    book_ = workbook_new_opt(path.c_str(), &options);
    lxw_doc_properties properties{};
    properties.created = made_at;
    workbook_set_properties(book_, &properties);
}

Workbook::~Workbook() {
    if (book_ != nullptr)
        workbook_close(book_);
    if (!failure_.empty())
        return;
    std::error_code error;
    std::filesystem::remove_all(folder_, error);
}

lxw_worksheet* Workbook::add_sheet(const std::string& wanted_name) {
    lxw_worksheet* sheet = workbook_add_worksheet(book_, names_.take(wanted_name).c_str());
    // Codes and long numbers stand as text on purpose: no green corners.
    worksheet_ignore_errors(sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576");
    return sheet;
}

lxw_format* Workbook::style(Style style) {
    lxw_format*& known = styles_[style];
    if (known == nullptr)
        known = make(style);
    return known;
}

lxw_format* Workbook::percent(int decimals) {
    lxw_format*& known = percents_[decimals];
    if (known == nullptr) {
        const std::string zeros(static_cast<std::size_t>(decimals), '0');
        known = workbook_add_format(book_);
        set_look(known, LXW_ALIGN_RIGHT, (decimals == 0 ? "0%" : "0." + zeros + "%").c_str());
    }
    return known;
}

lxw_format* Workbook::make(Style style) {
    lxw_format* format = workbook_add_format(book_);
    switch (style) {
    case Style::Title:
        format_set_bold(format);
        format_set_font_color(format, 0x1F3A5F);
        break;
    case Style::Heading:
        set_heading_look(format);
        break;
    case Style::KeyHeading:
        set_heading_look(format);
        format_set_bold(format);
        break;
    case Style::Text:
        set_look(format, LXW_ALIGN_LEFT, nullptr);
        format_set_text_wrap(format);
        break;
    case Style::Line:
        set_look(format, LXW_ALIGN_LEFT, "@");
        break;
    case Style::Money:
        set_look(format, LXW_ALIGN_RIGHT, "#,##0.00");
        break;
    case Style::Count:
        set_look(format, LXW_ALIGN_RIGHT, "0");
        break;
    case Style::Exact:
        set_look(format, LXW_ALIGN_RIGHT, nullptr);
        break;
    case Style::Day:
        set_look(format, LXW_ALIGN_CENTER, "yyyy-mm-dd");
        break;
    }
    return format;
}

void Workbook::write(lxw_worksheet* sheet, SheetPlace at, const std::string& text, Style style_of_cell) {
    note(
        worksheet_write_string(sheet, at.row, at.column, fitted_to_cell(text).c_str(), style(style_of_cell)));
}

void Workbook::write(lxw_worksheet* sheet, SheetPlace at, const value::Number& number, Style style_of_cell) {
    const std::optional<std::string> kept = kept_digits(number);
    const bool is_shown = style_of_cell != Style::Money || number.decimals().value_or(3) <= 2;
    if (kept && is_shown)
        note(worksheet_write_number(sheet, at.row, at.column, std::strtod(kept->c_str(), nullptr),
                                    style(style_of_cell)));
    else
        write(sheet, at, style_of_cell == Style::Money ? value::money_plain(number) : number.to_text(),
              Style::Exact);
}

void Workbook::write_ratio(lxw_worksheet* sheet, SheetPlace at, const value::Number& ratio) {
    const std::optional<std::string> kept = kept_digits(ratio);
    const std::optional<int> decimals = (ratio * value::Number{100}).decimals();
    if (kept && decimals && *decimals <= 10)
        note(worksheet_write_number(sheet, at.row, at.column, std::strtod(kept->c_str(), nullptr),
                                    percent(*decimals)));
    else
        write(sheet, at, value::ratio_text(ratio), Style::Exact);
}

void Workbook::write(lxw_worksheet* sheet, SheetPlace at, value::Date date) {
    if (date < first_sure_day) {
        write(sheet, at, date.to_text(), Style::Exact);
        return;
    }
    lxw_datetime day{};
    day.year = date.year();
    day.month = date.month();
    day.day = date.day();
    note(worksheet_write_datetime(sheet, at.row, at.column, &day, style(Style::Day)));
}

void Workbook::set_width(lxw_worksheet* sheet, lxw_col_t column, int characters) {
    note(worksheet_set_column(sheet, column, column, characters, nullptr));
}

base::Result<std::string> Workbook::bytes() {
    if (book_ == nullptr)
        return base::Failure{folder_, failure_};
    errno = 0;
    const lxw_error error = workbook_close(book_);
    book_ = nullptr;
    if (refused_ != LXW_NO_ERROR)
        return base::Failure{"xlsx", std::strerror(EFBIG)}; // more rows, columns or text than the format has
    if (error != LXW_NO_ERROR)
        return base::Failure{folder_, errno != 0 ? std::strerror(errno) : lxw_strerror(error)};
    return source::read_file((std::filesystem::path{folder_} / file_name).string());
}

} // namespace tiaoli::report
