// Recognises rows that are no records.
#include "passed_rows.hpp"

#include "cell_text.hpp"

#include <algorithm>

namespace tiaoli::data {

namespace {

// A message names at most so many rows.
constexpr std::size_t rows_named = 10;

std::vector<std::string> filled_cells(const sheets::Sheet& sheet, std::size_t row) {
    std::vector<std::string> out;
    for (std::size_t column = 0; column < sheet.cells(row); ++column) {
        std::string kept = squeezed(sheet.cell(row, column).text);
        if (!kept.empty())
            out.push_back(std::move(kept));
    }
    return out;
}

std::string first_filled_cell(const sheets::Sheet& sheet, std::size_t row) {
    for (std::size_t column = 0; column < sheet.cells(row); ++column) {
        if (sheet.cell_id(row, column) == sheets::CellPool::blank)
            continue;
        std::string kept = squeezed(sheet.cell(row, column).text);
        if (!kept.empty())
            return kept;
    }
    return {};
}

/// “注：…”, “说明1：…”, “备注：…”.
bool is_note(std::string_view text) {
    static constexpr std::string_view words[] = {"备注", "说明", "注", "填表说明", "填报说明"};
    return std::any_of(std::begin(words), std::end(words), [&](std::string_view word) {
        std::string_view rest = text;
        if (!take_beginning(rest, word))
            return false;
        while (!rest.empty() && is_digit(rest.front()))
            rest.remove_prefix(1);
        return rest.starts_with(":");
    });
}

/// “制表人：张三”, “填表日期：2023年3月1日”.
bool is_signature(std::string_view text) {
    static constexpr std::string_view words[] = {
        "制表",   "填表",     "填报",     "审核", "复核",       "经办", "负责人", "单位负责人",
        "联系人", "联系电话", "报送日期", "日期", "财务负责人", "主管", "签章",   "盖章"};
    return text.find(':') != std::string_view::npos &&
           std::any_of(std::begin(words), std::end(words),
                       [&](std::string_view word) { return text.starts_with(word); });
}

} // namespace

bool is_blank_row(const sheets::Sheet& sheet, std::size_t row) {
    for (std::size_t column = 0; column < sheet.cells(row); ++column) {
        if (sheet.cell_id(row, column) != sheets::CellPool::blank &&
            !tidy(sheet.cell(row, column).text).empty())
            return false;
    }
    return true;
}

bool is_total_row(const sheets::Sheet& sheet, std::size_t row) {
    static constexpr std::string_view words[] = {"合计",     "总计",     "小计", "共计",
                                                 "本页合计", "本页小计", "total"};
    const std::string kept = first_filled_cell(sheet, row);
    std::string_view word = kept;
    take_ending(word, ":");
    return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

bool is_note_row(const sheets::Sheet& sheet, std::size_t row) {
    // A million rows are no notes, which their first cell shows.
    const std::string first = first_filled_cell(sheet, row);
    if (!is_note(first) && !is_signature(first))
        return false;
    const std::vector<std::string> filled = filled_cells(sheet, row);
    if (filled.size() == 1 && is_note(first))
        return true;
    // The name may stand in a cell of its own behind “制表人：”.
    const std::size_t cells = filled.size();
    const auto signs = static_cast<std::size_t>(std::count_if(
        filled.begin(), filled.end(), [](const std::string& text) { return is_signature(text); }));
    return is_signature(first) && signs * 2 >= cells;
}

std::string row_list(const std::vector<std::uint32_t>& numbers) {
    std::vector<std::string> parts;
    for (std::size_t at = 0; at < numbers.size() && at < rows_named; ++at)
        parts.push_back(std::to_string(numbers[at]));
    return joined(parts, "、") + (numbers.size() > rows_named ? "…" : "");
}

} // namespace tiaoli::data
