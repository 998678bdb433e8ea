// Opens workbooks: which worksheets there are, and what they share.
#include "workbook.hpp"

#include "workbook_parts.hpp"
#include "worksheet.hpp"

namespace tiaoli::sheets {

namespace {

class Workbook : public Book {
  public:
    Workbook(std::string path, Archive archive, WorkbookParts parts, WorkbookContext context)
        : path_(std::move(path)), archive_(std::move(archive)), parts_(std::move(parts)),
          context_(std::move(context)) {
        for (const WorksheetPart& part : parts_.worksheets)
            tables_.push_back({part.name, part.visibility});
    }

    const std::string& encoding() const override { return encoding_; }
    const std::vector<TableEntry>& tables() const override { return tables_; }
    Sheet read(std::size_t table) override {
        const WorksheetPart& part = parts_.worksheets.at(table);
        Sheet sheet(path_, part.name, source::Grid::Letters);
        sheet.days = context_.days;
        read_worksheet(archive_, part.file, context_, sheet);
        return sheet;
    }
    bool is_blank(std::size_t table) override {
        return is_blank_worksheet(archive_, parts_.worksheets.at(table).file, context_);
    }

  private:
    std::string path_;
    std::string encoding_ = "XLSX";
    Archive archive_;
    WorkbookParts parts_;
    WorkbookContext context_;
    std::vector<TableEntry> tables_;
};

} // namespace

std::variant<std::unique_ptr<Book>, Trouble> open_workbook(const std::string& path, std::string bytes) {
    auto opened = Archive::open(std::move(bytes));
    if (const auto* trouble = std::get_if<Trouble>(&opened))
        return *trouble;
    auto& archive = std::get<Archive>(opened);
    WorkbookParts parts;
    if (auto trouble = read_parts(archive, parts))
        return *trouble;
    WorkbookContext context;
    context.days = parts.days;
    context.results = parts.results;
    if (!parts.strings.empty()) {
        if (auto trouble = context.strings.read(archive, parts.strings))
            return *trouble;
    }
    if (!parts.styles.empty()) {
        if (auto trouble = read_styles(archive, parts.styles, context.styles))
            return *trouble;
    }
    return std::make_unique<Workbook>(path, std::move(archive), std::move(parts), std::move(context));
}

} // namespace tiaoli::sheets
