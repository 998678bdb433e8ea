// The cells of one worksheet.
#pragma once

#include "archive.hpp"
#include "cell_number.hpp"
#include "shared_strings.hpp"
#include "styles.hpp"

namespace tiaoli::sheets {

/// What all worksheets of a workbook share.
struct WorkbookContext {
    SharedStrings strings = {};
    Styles styles = {};
    DayCount days = DayCount::From1900;
    /// Whether stored results of formulas are those of the formulas: a program that cannot compute leaves any number there.
    enum class Results : std::uint8_t { Computed, Stale } results = Results::Computed;
};

/// Fills `sheet`; what could not be read is said in it.
void read_worksheet(Archive& archive, const std::string& name, const WorkbookContext& context, Sheet& sheet);
/// Whether no cell of the worksheet holds anything.
bool is_blank_worksheet(Archive& archive, const std::string& name, const WorkbookContext& context);

} // namespace tiaoli::sheets
