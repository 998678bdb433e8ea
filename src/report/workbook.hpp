// A workbook under construction: sheets, styles and cells that lose no digit. libxlsxwriter stays behind the room.
#pragma once

#include "sheet_names.hpp"

#include "tiaoli/base/result.hpp"
#include "tiaoli/value/date.hpp"
#include "tiaoli/value/number.hpp"

#include <xlsxwriter.h>

#include <map>
#include <optional>
#include <string>

namespace tiaoli::report {

/// Text wraps; Line does not, and what is typed into it stays text. Exact: a figure without a form of its own.
enum class Style : std::uint8_t { Title, Heading, KeyHeading, Text, Line, Money, Count, Exact, Day };

/// A place in a sheet, from 0.
struct SheetPlace {
    lxw_row_t row = 0;
    lxw_col_t column = 0;
};

/// An exact decimal of so few digits that a spreadsheet keeps every one of them (15), as text; else nothing.
std::optional<std::string> kept_digits(const value::Number& number);

/// The text as far as a cell can hold it (32,767 UTF-16 units); where it is cut it says so.
std::string fitted_to_cell(const std::string& text);

/// Builds in a private folder for working files, which is removed with it. The bytes depend on nothing but the content.
class Workbook {
  public:
    Workbook();
    ~Workbook();
    Workbook(const Workbook&) = delete;
    Workbook& operator=(const Workbook&) = delete;

    /// False where the folder could not be made: then nothing may be added, and `bytes` says why.
    bool is_open() const { return book_ != nullptr; }
    /// The name may come out different: SheetNames.
    lxw_worksheet* add_sheet(const std::string& wanted_name);
    lxw_chart* add_chart(lxw_chart_type type) { return workbook_add_chart(book_, type); }
    lxw_format* style(Style style);
    /// Percent with so many decimals.
    lxw_format* percent(int decimals);

    /// `fitted_to_cell`.
    void write(lxw_worksheet* sheet, SheetPlace at, const std::string& text, Style style);
    /// As a number where no digit is lost and the style shows all of them, else as text.
    void write(lxw_worksheet* sheet, SheetPlace at, const value::Number& number, Style style);
    void write_ratio(lxw_worksheet* sheet, SheetPlace at, const value::Number& ratio);
    /// Days before March 1900 stand as text: spreadsheets disagree about them.
    void write(lxw_worksheet* sheet, SheetPlace at, value::Date date);
    void set_width(lxw_worksheet* sheet, lxw_col_t column, int characters);

    /// What the library says of a call; the first refusal makes `bytes` fail, so that nothing is left out in silence.
    void note(lxw_error said) { refused_ = refused_ == LXW_NO_ERROR ? said : refused_; }
    /// Ends the work; nothing can be added afterwards.
    base::Result<std::string> bytes();

  private:
    lxw_format* make(Style style);

    std::string folder_; ///< empty when it could not be made
    std::string failure_;
    lxw_workbook* book_ = nullptr;
    lxw_error refused_ = LXW_NO_ERROR;
    SheetNames names_;
    std::map<Style, lxw_format*> styles_;
    std::map<int, lxw_format*> percents_;
};

} // namespace tiaoli::report
