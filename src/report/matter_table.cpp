// The result table of one matter.
#include "tables.hpp"

#include "csv.hpp"
#include "tiaoli/data/result_columns.hpp"
#include "tiaoli/explain/grounds.hpp"

namespace tiaoli::report {

namespace {

void append(std::string& cell, const std::string& text) { cell += (cell.empty() ? "" : "；") + text; }

struct GroundCells {
    std::string failed;
    std::string wanting;
    std::string hints;
};

GroundCells ground_cells(const explain::Scene& scene, const interp::Decision& decision) {
    GroundCells cells;
    for (const explain::Ground& ground : explain::grounds(scene, decision)) {
        const std::string text =
            decision.version.valid() ? ground.cited(scene.version(decision.version)) : ground.text;
        switch (ground.kind) {
        case explain::GroundKind::Failed:
            append(cells.failed, text);
            break;
        case explain::GroundKind::Wanting:
            append(cells.wanting, text);
            break;
        case explain::GroundKind::Undefined:
        case explain::GroundKind::Hint:
        case explain::GroundKind::Remark:
            append(cells.hints, text);
            break;
        }
    }
    return cells;
}

/// The output's text; empty where the decision has no value for it.
std::string output_cell(const explain::Scene& scene, const interp::Decision& decision, model::FieldId field) {
    for (const interp::OutputValue& output : decision.outputs) {
        if (output.field == field)
            return explain::plain_text(scene, scene.schema().fields[field].type, output.value);
    }
    return {};
}

std::string decision_line(const explain::Scene& scene, const model::Matter& matter,
                          const interp::Decision& decision) {
    const GroundCells grounds = ground_cells(scene, decision);
    std::string unsettled;
    for (const std::string& reading : explain::unsettled_readings(scene, decision))
        append(unsettled, reading);
    std::vector<std::string> cells{scene.data.table(matter.record).key(decision.row),
                                   std::string{model::verdict_name(decision.verdict)},
                                   grounds.failed,
                                   grounds.wanting,
                                   grounds.hints,
                                   unsettled,
                                   decision.version.valid() ? scene.version(decision.version).name
                                                            : std::string{}};
    if (decision.period)
        cells.insert(cells.begin() + 1, decision.period->to_text());
    for (const model::FieldId output : matter.outputs)
        cells.push_back(output_cell(scene, decision, output));
    return csv_line(cells);
}

} // namespace

std::string matter_table(const explain::Scene& scene, const MatterDecisions& decided) {
    const model::Matter& matter = scene.schema().matters[decided.matter];
    std::vector<std::string> headings{"键", "结论"};
    headings.insert(headings.end(), data::remark_columns.begin(), data::remark_columns.end());
    if (matter.recurrence != model::Recurrence::Once)
        headings.insert(headings.begin() + 1, "期间");
    for (const model::FieldId output : matter.outputs)
        headings.push_back(scene.schema().fields[output].name);
    std::string out = std::string{byte_order_mark} + csv_line(headings);
    for (const interp::Decision& decision : decided.decisions)
        out += decision_line(scene, matter, decision);
    return out;
}

} // namespace tiaoli::report
