// check: all errors and notices of one or more policies, in one run.
#include "command.hpp"

#include <fmt/format.h>

#include <limits>

namespace tiaoli::cli {

namespace {

struct Counts {
    std::size_t errors = 0;
    std::size_t warnings = 0;
    std::size_t notices = 0;
};

std::string count_text(const Counts& counts, diag::Language language) {
    return fmt::format(fmt::runtime(language == diag::Language::Chinese
                                        ? "错误 {} 处，警告 {} 处，提示 {} 处\n"
                                        : "{} errors, {} warnings, {} notices\n"),
                       counts.errors, counts.warnings, counts.notices);
}

/// The members of a rendered array, without its brackets.
std::string members(const std::string& array) {
    const std::size_t first = array.find_first_not_of("[\n ");
    const std::size_t last = array.find_last_not_of("]\n ");
    return last < first || first == std::string::npos || array[first] == ']'
               ? std::string{}
               : array.substr(first, last - first + 1);
}

} // namespace

Exit command_check(const Arguments& arguments) {
    if (!has_words(arguments, 1, std::numeric_limits<std::size_t>::max()))
        return Exit::Usage;
    Counts counts;
    std::string json;
    for (const std::string& path : arguments.words) {
        base::Result<project::Project> loaded = project::load(path);
        if (!loaded.ok())
            return say_failure(loaded.failure(), arguments.language);
        project::Project project = std::move(loaded).value();
        project.messages.sort();
        counts.errors += project.messages.count(diag::Severity::Error);
        counts.warnings += project.messages.count(diag::Severity::Warning);
        counts.notices += project.messages.count(diag::Severity::Notice);
        if (arguments.format == Format::Json) {
            const std::string more =
                members(diag::render_json(project.messages, project.sources, arguments.language));
            json += json.empty() || more.empty() ? more : ",\n " + more;
            continue;
        }
        for (const diag::Diagnostic& each : project.messages.all()) {
            if (!arguments.quiet || diag::severity(each.message) == diag::Severity::Error)
                fmt::print("{}", diag::render_text(each, project.sources, arguments.language));
        }
    }
    if (arguments.format == Format::Json)
        fmt::print("{}", json.empty() ? "[]\n" : "[\n " + json + "\n]\n");
    else if (!arguments.quiet)
        fmt::print("{}", count_text(counts, arguments.language));
    return counts.errors > 0 ? Exit::PolicyErrors : Exit::Done;
}

} // namespace tiaoli::cli
