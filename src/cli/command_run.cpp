// run: decides every record of every matter and writes the result tables.
#include "command.hpp"
#include "progress.hpp"

#include "tiaoli/report/report.hpp"

#include <fmt/format.h>

namespace tiaoli::cli {

namespace {

bool has_output(const Arguments& arguments) {
    if (arguments.output)
        return true;
    diag::Diagnostics messages;
    messages.add(diag::Message::MissingWord, std::monostate{},
                 {"run", arguments.language == diag::Language::Chinese ? " -o 结果文件夹"
                                                                       : "-o and a folder for the results"});
    say_usage(messages, arguments.language);
    return false;
}

/// Settled results of periods that are not reviewed can only be told once it is known which are.
void say_unplaced(const Arguments& arguments, const project::Project& project, const data::CaseData& data,
                  interp::Evaluator& evaluator) {
    const model::Schema& schema = project.policy.schema;
    diag::Diagnostics messages;
    for (const std::size_t result : evaluator.unplaced()) {
        const data::SettledResult& stated = data.settled.at(result);
        const model::Matter& matter = schema.matters[stated.matter];
        const std::string period = stated.period ? " " + stated.period->to_text() : std::string{};
        messages.add(diag::Message::SettledUnplaced, stated.place,
                     {matter.name, data.table(matter.record).key(stated.row) + period});
    }
    print_messages(messages, project.sources, arguments);
}

/// The workbook that officers open, and CSV beside it, unless something else is asked for.
std::vector<report::TableFormat> formats_asked(const Arguments& arguments) {
    if (arguments.formats.empty())
        return {report::TableFormat::Csv, report::TableFormat::Xlsx};
    std::vector<report::TableFormat> out;
    for (const Format format : arguments.formats) {
        if (format == Format::Csv)
            out.push_back(report::TableFormat::Csv);
        else if (format == Format::Xlsx)
            out.push_back(report::TableFormat::Xlsx);
        else
            out.push_back(format == Format::Json ? report::TableFormat::Json : report::TableFormat::Html);
    }
    return out;
}

std::vector<report::MatterDecisions> decide_all(const Arguments& arguments, interp::Evaluator& evaluator,
                                                const std::vector<model::MatterId>& matters) {
    ProgressLine line{arguments, Work::Deciding};
    return report::decide_all(evaluator, matters,
                              [&](std::size_t done, std::size_t all) { line.show(done, all); });
}

base::Result<data::CaseData> read_cases(const Arguments& arguments, const model::Schema& schema) {
    ProgressLine line{arguments, Work::Reading};
    return data::read_cases(schema, arguments.words[1],
                            {[&](std::uint64_t done, std::uint64_t all) { line.show(done, all); }});
}

Exit decide(const Arguments& arguments, const project::Project& project, const data::CaseData& data,
            const interp::Options& options, const std::vector<model::MatterId>& matters) {
    const explain::Scene scene{project, data, arguments.language};
    interp::Evaluator evaluator{project.policy, data, options};
    const report::Outcome outcome{scene,
                                  options,
                                  std::string{program_version},
                                  arguments.settings,
                                  decide_all(arguments, evaluator, matters),
                                  formats_asked(arguments),
                                  arguments.jobs};
    say_unplaced(arguments, project, data, evaluator);
    const auto files = report::files(outcome);
    if (!files.ok())
        return say_failure(files.failure(), arguments.language);
    const auto written = report::write(*arguments.output, files.value());
    if (!written.ok())
        return say_failure(written.failure(), arguments.language);
    if (!arguments.quiet)
        fmt::print("{}", report::summary(outcome));
    return data.turned_back.empty() && !data.messages.has_errors() ? Exit::Done : Exit::TurnedBack;
}

} // namespace

Exit command_run(const Arguments& arguments) {
    if (!has_words(arguments, 2, 2) || !has_output(arguments))
        return Exit::Usage;
    Exit exit = Exit::Done;
    const auto project = load_sound_policy(arguments.words[0], arguments, exit);
    if (!project)
        return exit;
    diag::Diagnostics mistakes;
    const interp::Options options = read_options(arguments, *project, mistakes);
    const std::vector<model::MatterId> matters = matters_asked(arguments, project->policy.schema, mistakes);
    if (mistakes.has_errors())
        return say_usage(mistakes, arguments.language);
    const auto data = read_cases(arguments, project->policy.schema);
    if (!data.ok())
        return say_failure(data.failure(), arguments.language);
    print_messages(data.value().messages, project->sources, arguments);
    return decide(arguments, *project, data.value(), options, matters);
}

} // namespace tiaoli::cli
