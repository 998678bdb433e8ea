// Decides all rows, and names the files of a run.
#include "tiaoli/report/report.hpp"

#include "csv.hpp"
#include "results_json.hpp"
#include "results_page.hpp"
#include "results_workbook.hpp"
#include "tables.hpp"

#include "tiaoli/base/parallel.hpp"

#include <iterator>

namespace tiaoli::report {

namespace {

std::vector<ResultTable> result_tables(const Outcome& outcome);
/// The files of one format; fails where the workbook could not be built.
base::Result<std::vector<OutputFile>> files_of(const Outcome& outcome, const std::vector<ResultTable>& tables,
                                               TableFormat format);

} // namespace

std::vector<MatterDecisions> decide_all(interp::Evaluator& evaluator,
                                        const std::vector<model::MatterId>& matters,
                                        const interp::Progress& progress) {
    evaluator.settle(progress);
    std::vector<MatterDecisions> out;
    for (const model::MatterId matter : matters)
        out.push_back({matter, evaluator.decisions(matter)});
    return out;
}

base::Result<std::vector<OutputFile>> files(const Outcome& outcome) {
    const std::vector<ResultTable> tables = result_tables(outcome);
    std::vector<base::Result<std::vector<OutputFile>>> of_formats(outcome.formats.size(),
                                                                  std::vector<OutputFile>{});
    base::in_parallel(outcome.jobs, of_formats.size(), [&](std::size_t at) {
        of_formats[at] = files_of(outcome, tables, outcome.formats[at]);
    });
    std::vector<OutputFile> out;
    for (base::Result<std::vector<OutputFile>>& made : of_formats) {
        if (!made.ok())
            return made.failure();
        std::vector<OutputFile> of_format = std::move(made).value();
        std::move(of_format.begin(), of_format.end(), std::back_inserter(out));
    }
    out.push_back({"清单.json", manifest(outcome, out)});
    return out;
}

namespace {

std::vector<ResultTable> result_tables(const Outcome& outcome) {
    const explain::Scene chinese{outcome.scene.project, outcome.scene.data, diag::Language::Chinese};
    std::vector<ResultTable> tables;
    for (const MatterDecisions& matter : outcome.matters)
        tables.push_back(matter_table(chinese, matter, outcome.jobs));
    tables.push_back(turned_back_table(chinese));
    return tables;
}

base::Result<std::vector<OutputFile>> files_of(const Outcome& outcome, const std::vector<ResultTable>& tables,
                                               TableFormat format) {
    std::vector<OutputFile> out;
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
    return out;
}

} // namespace

} // namespace tiaoli::report
