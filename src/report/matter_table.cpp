// The result table of one matter.
#include "tables.hpp"

#include "tiaoli/base/parallel.hpp"
#include "tiaoli/data/result_columns.hpp"
#include "tiaoli/explain/grounds.hpp"

#include <map>
#include <utility>

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

/// The output's text and value; empty where the decision has no value for it.
Cell output_cell(const explain::Scene& scene, const interp::Decision& decision, model::FieldId field) {
    for (const interp::OutputValue& output : decision.outputs) {
        if (output.field != field)
            continue;
        Cell cell{explain::plain_text(scene, scene.schema().fields[field].type, output.value)};
        const auto* scalar = std::get_if<model::Scalar>(&output.value);
        if (scalar != nullptr &&
            (std::holds_alternative<bool>(*scalar) || std::holds_alternative<value::Number>(*scalar) ||
             std::holds_alternative<value::Date>(*scalar)))
            cell.value = *scalar;
        return cell;
    }
    return {};
}

/// The cells 待释: decisions that rest on the same readings have the same text, and thousands do.
class UnsettledCells {
  public:
    UnsettledCells(const explain::Scene& scene, std::span<const interp::Decision> decisions) {
        for (const interp::Decision& decision : decisions) {
            const auto [place, is_new] = texts_.try_emplace(key_of(decision));
            for (const std::string& reading :
                 is_new ? explain::unsettled_readings(scene, decision) : std::vector<std::string>{})
                append(place->second, reading);
        }
    }
    const std::string& of(const interp::Decision& decision) const { return texts_.at(key_of(decision)); }

  private:
    using Key = std::pair<model::VersionId, const std::size_t*>;
    static Key key_of(const interp::Decision& decision) {
        return {decision.version, decision.readings.items().data()};
    }
    std::map<Key, std::string> texts_;
};

std::vector<Cell> decision_row(const explain::Scene& scene, const model::Matter& matter,
                               const interp::Decision& decision, const std::string& unsettled) {
    const GroundCells grounds = ground_cells(scene, decision);
    std::vector<Cell> cells{{scene.data.table(matter.record).key(decision.row)}};
    if (decision.period)
        cells.push_back({decision.period->to_text()});
    cells.push_back({std::string{model::verdict_name(decision.verdict)}});
    for (const std::string& text : {grounds.failed, grounds.wanting, grounds.hints, unsettled})
        cells.push_back({text});
    cells.push_back({decision.version.valid() ? scene.version(decision.version).name : std::string{}});
    for (const model::FieldId output : matter.outputs)
        cells.push_back(output_cell(scene, decision, output));
    return cells;
}

} // namespace

ResultTable matter_table(const explain::Scene& scene, const MatterDecisions& decided, std::size_t jobs) {
    const model::Matter& matter = scene.schema().matters[decided.matter];
    ResultTable table{matter.name, {{"键"}}, {}};
    if (matter.recurrence != model::Recurrence::Once)
        table.columns.push_back({"期间"});
    table.columns.push_back({"结论", model::TypeKind::Enumeration});
    for (const std::string_view heading : data::remark_columns)
        table.columns.push_back({std::string{heading}, model::TypeKind::Text, heading == "待释"});
    for (const model::FieldId output : matter.outputs) {
        const model::Field& field = scene.schema().fields[output];
        table.columns.push_back({field.name, field.type.kind});
    }
    table.rows.resize(decided.decisions.size());
    const UnsettledCells unsettled(scene, decided.decisions);
    base::in_parallel(jobs, table.rows.size(), [&](std::size_t row) {
        table.rows[row] =
            decision_row(scene, matter, decided.decisions[row], unsettled.of(decided.decisions[row]));
    });
    return table;
}

} // namespace tiaoli::report
