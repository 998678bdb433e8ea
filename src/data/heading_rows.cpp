// Finds the rows that hold the headings and joins what heads each column.
#include "heading_rows.hpp"

#include "cell_text.hpp"
#include "heading_text.hpp"
#include "headings.hpp"
#include "passed_rows.hpp"

#include <algorithm>
#include <set>

namespace tiaoli::data {

namespace {

using sheets::MergedArea;
using sheets::Sheet;

// Headings are looked for in so many rows that are not blank.
constexpr std::size_t rows_tried = 20;
// A longer text is a sentence above the table.
constexpr std::size_t longest_group = 90;

/// 万元 for “（万元）”, “单位：万元”, “万元”; empty where the text is more than a unit.
std::string unit_alone(std::string_view written) {
    const std::string kept = squeezed(written);
    std::string_view word = kept;
    if (word.size() > 2 && word.front() == '(' && word.back() == ')')
        word = word.substr(1, word.size() - 2);
    take_beginning(word, "单位:");
    return is_unit_word(word) ? std::string(word) : std::string{};
}

/// The unit that a line above the table gives for its money: 单位：万元, 金额单位：元.
std::string unit_for_all(std::string_view written) {
    const std::string kept = squeezed(written);
    constexpr std::string_view word = "单位:";
    const std::size_t at = kept.find(word);
    if (at == std::string::npos)
        return {};
    const std::string_view before = std::string_view(kept).substr(0, at);
    const bool of_amounts = before.empty() || before.ends_with("金额") || before.ends_with("货币") ||
                            before.ends_with("(") || before.ends_with(",") || before.ends_with(";");
    std::string_view rest = std::string_view(kept).substr(at + word.size());
    take_beginning(rest, "人民币");
    for (const std::string_view unit : {"百万元", "万元", "千元", "亿元", "元"}) {
        std::string_view behind = rest;
        if (of_amounts && take_beginning(behind, unit) &&
            (behind.empty() || std::string_view(")],;").find(behind.front()) != std::string_view::npos ||
             behind.starts_with("、")))
            return std::string(unit);
    }
    return {};
}

class Finder {
  public:
    Finder(const model::Schema& schema, model::RecordId record, const Sheet& sheet)
        : schema_(schema), record_(record), sheet_(sheet) {
        for (std::size_t row = 0; row < sheet.rows() && tried_.size() < rows_tried; ++row) {
            if (!is_blank_row(sheet, row))
                tried_.push_back(row);
        }
        TIAOLI_CHECK(!tried_.empty(), "headings are looked for where something stands");
        const std::uint32_t lowest = sheet.number(tried_.back());
        for (const MergedArea& area : sheet.merged) {
            if (area.first_row <= lowest)
                areas_.push_back(area);
        }
    }

    HeadingBlock run() {
        HeadingBlock block;
        block.first = block.last = best_row();
        while (block.first > 0 && heads(block.first - 1, block.first))
            --block.first;
        while (block.last + 1 < sheet_.rows() && continues(block.last, block.last + 1))
            ++block.last;
        block.data_from = block.last + 1;
        block.row = sheet_.number(block.last);
        take_unit_above(block);
        block.parts.resize(width(block));
        for (std::size_t column = 0; column < block.parts.size(); ++column)
            block.parts[column] = parts_of(block, column);
        return block;
    }

  private:
    const model::Schema& schema_;
    model::RecordId record_;
    const Sheet& sheet_;
    std::vector<std::size_t> tried_;
    std::vector<MergedArea> areas_;

    const MergedArea* area_at(std::size_t row, std::size_t column) const {
        const std::uint32_t number = sheet_.number(row);
        const auto found = std::find_if(areas_.begin(), areas_.end(), [&](const MergedArea& area) {
            return area.first_row <= number && number <= area.last_row && area.first_column <= column + 1 &&
                   column + 1 <= area.last_column;
        });
        return found == areas_.end() ? nullptr : &*found;
    }

    /// The text that a reader sees over this place: a merged one's stands in its first cell.
    std::string_view text_at(std::size_t row, std::size_t column) const {
        const MergedArea* area = area_at(row, column);
        if (area == nullptr)
            return sheet_.cell(row, column).text;
        while (row > 0 && sheet_.number(row - 1) >= area->first_row)
            --row;
        return sheet_.cell(row, area->first_column - 1).text;
    }

    bool is_filled(std::size_t row, std::size_t column) const { return !tidy(text_at(row, column)).empty(); }

    std::vector<std::string> texts(std::size_t row) const {
        std::vector<std::string> out;
        for (std::size_t column = 0; column < sheet_.columns(); ++column) {
            if (is_filled(row, column))
                out.emplace_back(text_at(row, column));
        }
        return out;
    }

    /// The row that names the most fields, of several the first; the first row of all where none names any.
    std::size_t best_row() const {
        std::size_t best = tried_.front();
        std::size_t most = 0;
        for (const std::size_t row : tried_) {
            const std::size_t named = fields_named(schema_, record_, texts(row));
            if (named > most) {
                most = named;
                best = row;
            }
        }
        return best;
    }

    bool shares_area(std::size_t upper, std::size_t lower) const {
        return std::any_of(areas_.begin(), areas_.end(), [&](const MergedArea& area) {
            return area.first_row <= sheet_.number(upper) && sheet_.number(upper) <= area.last_row &&
                   sheet_.number(lower) <= area.last_row;
        });
    }

    bool is_next(std::size_t upper, std::size_t lower) const {
        return sheet_.number(upper) + 1 == sheet_.number(lower);
    }

    /// Whether the upper row heads groups of the lower row's columns: a title is one text, a line with a colon states something.
    bool heads(std::size_t upper, std::size_t lower) const {
        if (!is_next(upper, lower))
            return false;
        if (shares_area(upper, lower))
            return true;
        const std::vector<std::string> found = texts(upper);
        const bool plain = std::all_of(found.begin(), found.end(), [](const std::string& text) {
            return text.size() <= longest_group && squeezed(text).find(':') == std::string::npos;
        });
        return plain && std::set<std::string>(found.begin(), found.end()).size() > 1;
    }

    /// Whether the lower row still belongs to the headings: a merged cell reaches into it, or it holds units alone.
    bool continues(std::size_t upper, std::size_t lower) const {
        if (!is_next(upper, lower))
            return false;
        if (shares_area(upper, lower))
            return true;
        const std::vector<std::string> found = texts(lower);
        return !found.empty() && std::all_of(found.begin(), found.end(), [](const std::string& text) {
            return !unit_alone(text).empty();
        });
    }

    void take_unit_above(HeadingBlock& block) const {
        for (std::size_t row = 0; row < block.first; ++row) {
            for (const std::string& text : texts(row)) {
                const std::string unit = unit_for_all(text);
                if (unit.empty())
                    continue;
                block.unit_above = unit;
                block.line_above = tidy(text);
            }
        }
    }

    std::size_t width(const HeadingBlock& block) const {
        std::size_t out = 0;
        for (std::size_t row = block.first; row <= block.last; ++row) {
            out = std::max(out, sheet_.cells(row));
            for (const MergedArea& area : areas_) {
                if (area.first_row <= sheet_.number(row) && sheet_.number(row) <= area.last_row)
                    out =
                        std::max<std::size_t>(out, std::min<std::size_t>(area.last_column, sheet_.columns()));
            }
        }
        return out;
    }

    bool is_filled_below(const HeadingBlock& block, std::size_t row, std::size_t column) const {
        for (std::size_t lower = row + 1; lower <= block.last; ++lower) {
            if (!sheet_.cell(lower, column).text.empty())
                return true;
        }
        return false;
    }

    /// Text files lose what was merged: a group stands over its first column, the other columns of it are blank there.
    std::string_view group_left_of(const HeadingBlock& block, std::size_t row, std::size_t column) const {
        if (!is_filled_below(block, row, column))
            return {};
        while (column > 0) {
            --column;
            if (area_at(row, column) != nullptr)
                return {};
            if (is_filled(row, column))
                return is_filled_below(block, row, column) ? text_at(row, column) : std::string_view{};
        }
        return {};
    }

    std::vector<std::string> parts_of(const HeadingBlock& block, std::size_t column) const {
        std::vector<std::string> parts;
        for (std::size_t row = block.first; row <= block.last; ++row) {
            std::string_view text = text_at(row, column);
            if (tidy(text).empty() && row < block.last && area_at(row, column) == nullptr)
                text = group_left_of(block, row, column);
            if (!tidy(text).empty() && (parts.empty() || parts.back() != text))
                parts.emplace_back(text);
        }
        return parts;
    }
};

} // namespace

std::string HeadingBlock::shown(std::size_t column) const {
    if (parts[column].size() < 2)
        return parts[column].empty() ? std::string{} : parts[column].front();
    std::vector<std::string> tidied;
    for (const std::string& part : parts[column])
        tidied.push_back(tidy(part));
    return joined(tidied, "/");
}

std::vector<std::string> HeadingBlock::readings_of(std::size_t column) const {
    if (parts[column].size() < 2)
        return parts[column];
    std::string unit;
    std::string all;
    std::string lowest;
    for (const std::string& part : parts[column]) {
        if (const std::string alone = unit_alone(part); !alone.empty()) {
            unit = alone;
            continue;
        }
        const Heading heading = taken_apart(part);
        const bool states = is_unit_word(heading.unit);
        if (states)
            unit = heading.unit;
        lowest = states ? heading.name : heading.whole;
        all += lowest;
    }
    if (unit.empty())
        return {all, lowest};
    const std::string ending = "(" + unit + ")";
    return {all + ending, lowest + ending, all, lowest};
}

HeadingBlock find_headings(const model::Schema& schema, model::RecordId record, const Sheet& sheet) {
    if (sheet.grid() != source::Grid::Elements)
        return Finder(schema, record, sheet).run();
    HeadingBlock block;
    for (const std::string& name : sheet.fields)
        block.parts.push_back({name});
    return block;
}

} // namespace tiaoli::data
