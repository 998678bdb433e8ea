// Which files of a workbook's archive hold its worksheets, texts and styles.
#pragma once

#include "tiaoli/sheets/book.hpp"

#include "archive.hpp"
#include "worksheet.hpp"

namespace tiaoli::sheets {

struct WorksheetPart {
    std::string name;
    Visibility visibility = Visibility::Shown;
    std::string file; ///< in the archive
};

struct WorkbookParts {
    std::vector<WorksheetPart> worksheets = {};
    std::string strings = {}; ///< empty: none
    std::string styles = {};  ///< empty: none
    DayCount days = DayCount::From1900;
    WorkbookContext::Results results = WorkbookContext::Results::Computed;
};

/// Why they could not be read, if so.
std::optional<Trouble> read_parts(Archive& archive, WorkbookParts& parts);

} // namespace tiaoli::sheets
