// Decides all rows, and names the files of a run.
#include "tiaoli/report/report.hpp"

#include "csv.hpp"
#include "results_json.hpp"
#include "results_page.hpp"
#include "results_workbook.hpp"
#include "tables.hpp"

namespace tiaoli::report {

namespace {

std::vector<ResultTable> result_tables(const Outcome& outcome);
/// Appends the files of one format; a failure where the workbook could not be built.
std::optional<base::Failure> add_files(const Outcome& outcome, const std::vector<ResultTable>& tables,
                                       TableFormat format, std::vector<OutputFile>& out);

} // namespace

std::vector<MatterDecisions> decide_all(interp::Evaluator& evaluator,
                                        const std::vector<model::MatterId>& matters,
                                        const interp::Progress& progress) {
    evaluator.settle(progress);
    std::vector<MatterDecisions> out;
    for (const model::MatterId matter : matters) {
        MatterDecisions decided{matter, {}};
        const auto count = static_cast<std::uint32_t>(evaluator.instances(matter).size());
        decided.decisions.reserve(count);
        for (std::uint32_t instance = 0; instance < count; ++instance)
            decided.decisions.push_back(evaluator.decide(matter, instance));
        out.push_back(std::move(decided));
    }
    return out;
}

base::Result<std::vector<OutputFile>> files(const Outcome& outcome) {
    const std::vector<ResultTable> tables = result_tables(outcome);
    std::vector<OutputFile> out;
    for (const TableFormat format : outcome.formats) {
        if (const auto failure = add_files(outcome, tables, format, out))
            return *failure;
    }
    out.push_back({"清单.json", manifest(outcome, out)});
    return out;
}

namespace {

std::vector<ResultTable> result_tables(const Outcome& outcome) {
    const explain::Scene chinese{outcome.scene.project, outcome.scene.data, diag::Language::Chinese};
    std::vector<ResultTable> tables;
    for (const MatterDecisions& matter : outcome.matters)
        tables.push_back(matter_table(chinese, matter));
    tables.push_back(turned_back_table(chinese));
    return tables;
}

std::optional<base::Failure> add_files(const Outcome& outcome, const std::vector<ResultTable>& tables,
                                       TableFormat format, std::vector<OutputFile>& out) {
    switch (format) {
    case TableFormat::Csv:
        for (const ResultTable& table : tables)
            out.push_back({table.name + ".csv", csv(table)});
        break;
    case TableFormat::Xlsx: {
        base::Result<std::string> book = results_workbook(outcome, tables);
        if (!book.ok())
            return book.failure();
        out.push_back({"结果.xlsx", std::move(book).value()});
        break;
    }
    case TableFormat::Json:
        out.push_back({"结果.json", results_json(outcome, tables)});
        break;
    case TableFormat::Html:
        out.push_back({"结果.html", results_page(outcome, tables)});
        break;
    }
    return std::nullopt;
}

} // namespace

} // namespace tiaoli::report
