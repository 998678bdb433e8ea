// The text that a number of a workbook stands for, by its format.
#pragma once

#include "tiaoli/sheets/sheet.hpp"

#include "number_format.hpp"

#include <string>
#include <string_view>

namespace tiaoli::sheets {

struct NumberText {
    std::string text;
    Form form = Form::Number;
};

/// `written` is the number as the file has it (0.10000000000000001); dates become 2023-03-01, percentages 40%.
/// What is no number is taken as text.
NumberText number_text(std::string_view written, const NumberFormat& format, DayCount count);

} // namespace tiaoli::sheets
