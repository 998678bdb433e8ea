// Copies a sheet row by row with its merged areas.
#include "merged_cells.hpp"

#include <algorithm>

namespace tiaoli::sheets {

namespace {

// Overlapping areas without end must not hold up the reading.
constexpr std::size_t most_marks = 20'000'000;

class Marker {
  public:
    explicit Marker(Sheet& sheet) : sheet_(sheet), marked_(sheet.file(), sheet.name(), sheet.grid()) {
        waiting_ = sheet.merged;
        std::sort(waiting_.begin(), waiting_.end(),
                  [](const MergedArea& a, const MergedArea& b) { return a.first_row < b.first_row; });
    }

    Sheet run() {
        std::size_t next = 0;
        for (std::size_t row = 0; row < sheet_.rows(); ++row) {
            const std::uint32_t number = sheet_.number(row);
            marked_.begin_row(number);
            for (std::size_t column = 0; column < sheet_.cells(row); ++column) {
                const Cell cell = sheet_.cell(row, column);
                marked_.add_cell(cell.text, cell.form);
            }
            while (next < waiting_.size() && waiting_[next].first_row <= number)
                begin(waiting_[next++], row);
            std::erase_if(open_, [&](const MergedArea& area) { return area.last_row < number; });
            for (const MergedArea& area : open_)
                mark(area, row);
        }
        return std::move(marked_);
    }

  private:
    Sheet& sheet_;
    Sheet marked_;
    std::vector<MergedArea> waiting_;
    std::vector<MergedArea> open_;
    std::size_t marks_ = 0;

    /// An area without text says nothing.
    void begin(const MergedArea& area, std::size_t row) {
        if (sheet_.number(row) == area.first_row &&
            sheet_.cell_id(row, area.first_column - 1) != CellPool::blank)
            open_.push_back(area);
    }

    void mark(const MergedArea& area, std::size_t row) {
        for (std::uint32_t column = area.first_column; column <= area.last_column; ++column) {
            if (++marks_ > most_marks || marked_.is_full()) {
                marked_.cut_short =
                    Trouble{diag::Message::TableTooWide, {std::to_string(sheet_.number(row))}};
                return;
            }
            const bool first = sheet_.number(row) == area.first_row && column == area.first_column;
            marked_.set_cell(column - 1, first ? sheet_.cell(row, column - 1).text : std::string_view{},
                             Form::Merged);
        }
    }
};

} // namespace

void mark_merged(Sheet& sheet) {
    if (sheet.merged.empty())
        return;
    Sheet marked = Marker(sheet).run();
    marked.days = sheet.days;
    marked.merged = std::move(sheet.merged);
    marked.hidden_rows = std::move(sheet.hidden_rows);
    marked.hidden_columns = std::move(sheet.hidden_columns);
    sheet = std::move(marked);
}

} // namespace tiaoli::sheets
