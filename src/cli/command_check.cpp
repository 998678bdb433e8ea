// check: all errors and notices of one or more policies, in one run.
#include "command.hpp"

#include "tiaoli/diag/sarif.hpp"

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

/// What is found, in the form asked for.
class Report {
  public:
    explicit Report(const Arguments& arguments)
        : arguments_(arguments), sarif_(program_version, arguments.language) {}

    void add(project::Project project) {
        project.messages.sort();
        counts_.errors += project.messages.count(diag::Severity::Error);
        counts_.warnings += project.messages.count(diag::Severity::Warning);
        counts_.notices += project.messages.count(diag::Severity::Notice);
        if (arguments_.format == Format::Sarif) {
            sarif_.add(project.messages, project.sources);
        } else if (arguments_.format == Format::Json) {
            const std::string more =
                members(diag::render_json(project.messages, project.sources, arguments_.language));
            json_ += json_.empty() || more.empty() ? more : ",\n " + more;
        } else {
            print(project);
        }
    }

    Exit finish() const {
        if (arguments_.format == Format::Sarif)
            fmt::print("{}", sarif_.text());
        else if (arguments_.format == Format::Json)
            fmt::print("{}", json_.empty() ? "[]\n" : "[\n " + json_ + "\n]\n");
        else if (!arguments_.quiet)
            fmt::print("{}", count_text(counts_, arguments_.language));
        return counts_.errors > 0 ? Exit::PolicyErrors : Exit::Done;
    }

  private:
    const Arguments& arguments_;
    Counts counts_;
    std::string json_;
    diag::SarifLog sarif_;

    void print(const project::Project& project) const {
        for (const diag::Diagnostic& each : project.messages.all()) {
            if (!arguments_.quiet || diag::severity(each.message) == diag::Severity::Error)
                fmt::print("{}", diag::render_text(each, project.sources, arguments_.language));
        }
    }
};

} // namespace

Exit command_check(const Arguments& arguments) {
    if (!has_words(arguments, 1, std::numeric_limits<std::size_t>::max()))
        return Exit::Usage;
    Report report{arguments};
    for (const std::string& path : arguments.words) {
        base::Result<project::Project> loaded = project::load(path);
        if (!loaded.ok())
            return say_failure(loaded.failure(), arguments.language);
        report.add(std::move(loaded).value());
    }
    return report.finish();
}

} // namespace tiaoli::cli
