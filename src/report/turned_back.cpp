// The rows that could not be taken, whole, so that nothing is lost.
#include "tables.hpp"

#include <algorithm>

namespace tiaoli::report {

namespace {

/// A heading and its how-manieth occurrence in a row: headings may stand twice.
struct OriginalColumn {
    std::string heading;
    std::size_t occurrence = 0;
    auto operator<=>(const OriginalColumn&) const = default;
};

std::vector<OriginalColumn> columns_of(const data::TurnedBackRow& row) {
    std::vector<OriginalColumn> out;
    for (std::size_t at = 0; at < row.cells.size() || at < row.headings.size(); ++at) {
        const std::string heading = at < row.headings.size() ? row.headings[at] : std::string{};
        const auto same = [&](const OriginalColumn& column) { return column.heading == heading; };
        out.push_back({heading, static_cast<std::size_t>(std::count_if(out.begin(), out.end(), same))});
    }
    return out;
}

std::vector<OriginalColumn> all_columns(const std::vector<data::TurnedBackRow>& rows) {
    std::vector<OriginalColumn> all;
    for (const data::TurnedBackRow& row : rows) {
        for (const OriginalColumn& column : columns_of(row)) {
            if (std::find(all.begin(), all.end(), column) == all.end())
                all.push_back(column);
        }
    }
    return all;
}

/// “单位栏” and so on: where in the row each reason lies, with its words.
std::string reasons_of(const explain::Scene& scene, const data::TurnedBackRow& row) {
    std::string out;
    for (const std::size_t index : row.reasons) {
        const diag::Diagnostic& reason = scene.data.messages.all().at(index);
        if (!out.empty())
            out += "；";
        out += std::string{diag::code(reason.message)} + " ";
        const auto* place = std::get_if<source::CellPlace>(&reason.place);
        if (place != nullptr && place->column != 0 && !place->heading.empty())
            out += "“" + place->heading + "”：";
        out += diag::words(reason.message, reason.args, scene.language);
    }
    return out;
}

std::vector<Cell> cells_of(const explain::Scene& scene, const data::TurnedBackRow& row,
                           const std::vector<OriginalColumn>& all) {
    std::string record;
    if (row.matter.valid())
        record = scene.schema().matters[row.matter].name;
    else if (row.record.valid())
        record = scene.schema().records[row.record].name;
    const std::string& sheet = row.place.sheet;
    const std::string file = sheet.empty() ? row.place.file : row.place.file + "[" + sheet + "]";
    std::vector<Cell> cells{{record},
                            {file},
                            {std::to_string(row.place.row), value::Number{row.place.row}},
                            {row.key},
                            {reasons_of(scene, row)}};
    const std::size_t fixed = cells.size();
    cells.resize(fixed + all.size());
    const std::vector<OriginalColumn> columns = columns_of(row);
    for (std::size_t at = 0; at < columns.size() && at < row.cells.size(); ++at) {
        const auto place = std::find(all.begin(), all.end(), columns[at]) - all.begin();
        cells[fixed + static_cast<std::size_t>(place)].text = row.cells[at];
    }
    return cells;
}

} // namespace

ResultTable turned_back_table(const explain::Scene& scene) {
    const std::vector<OriginalColumn> all = all_columns(scene.data.turned_back);
    ResultTable table{"退回", {{"记录"}, {"文件"}, {"行", model::TypeKind::Integer}, {"键"}, {"原因"}}, {}};
    for (const OriginalColumn& column : all)
        table.columns.push_back({column.heading});
    for (const data::TurnedBackRow& row : scene.data.turned_back)
        table.rows.push_back(cells_of(scene, row, all));
    return table;
}

} // namespace tiaoli::report
