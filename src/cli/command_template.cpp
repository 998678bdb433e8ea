// template: an empty case workbook for a policy.
#include "command.hpp"

#include "tiaoli/report/case_template.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>

namespace tiaoli::cli {

namespace {

bool is_workbook_name(const std::string& path) { return path.ends_with(".xlsx") || path.ends_with(".XLSX"); }

/// The file's name, or nothing when it cannot be the name of a workbook; that has been said then.
std::optional<std::string> output_of(const Arguments& arguments) {
    const bool chinese = arguments.language == diag::Language::Chinese;
    diag::Diagnostics messages;
    if (!arguments.output)
        messages.add(diag::Message::MissingWord, std::monostate{},
                     {"template", chinese ? " -o 案卷.xlsx" : "-o and a file such as 案卷.xlsx"});
    else if (!is_workbook_name(*arguments.output))
        messages.add(diag::Message::TemplateNotWorkbook, std::monostate{}, {*arguments.output});
    if (!messages.has_errors())
        return arguments.output;
    say_usage(messages, arguments.language);
    return std::nullopt;
}

/// A file that is there may hold a day's work: it is never written over.
Exit say_not_written(const base::Failure& failure, diag::Language language) {
    if (failure.reason != std::strerror(EEXIST))
        return say_failure(failure, language);
    diag::Diagnostics messages;
    messages.add(diag::Message::TemplateExists, std::monostate{}, {failure.what});
    say_usage(messages, language);
    return Exit::Files;
}

} // namespace

Exit command_template(const Arguments& arguments) {
    if (!has_words(arguments, 1, 1))
        return Exit::Usage;
    const std::optional<std::string> output = output_of(arguments);
    if (!output)
        return Exit::Usage;
    Exit exit = Exit::Done;
    const auto project = load_sound_policy(arguments.words[0], arguments, exit);
    if (!project)
        return exit;
    const model::Schema& schema = project->policy.schema;
    const auto book = report::case_template(schema);
    if (!book.ok())
        return say_failure(book.failure(), arguments.language);
    const auto written = report::write_once(*output, book.value());
    if (!written.ok())
        return say_not_written(written.failure(), arguments.language);
    if (!arguments.quiet)
        fmt::print(
            fmt::runtime(arguments.language == diag::Language::Chinese
                             ? "{}：空白案卷，{} 种记录，填法见工作表“填表说明”\n"
                             : "{}: an empty case workbook for {} record types; the sheet 填表说明 says how "
                               "to fill it in\n"),
            *output, schema.records.size());
    return Exit::Done;
}

} // namespace tiaoli::cli
