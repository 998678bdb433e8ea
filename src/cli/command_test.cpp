// test: runs the examples of a policy; with --mutate, sees which changes of the policy they notice.
#include "command.hpp"

#include "progress.hpp"
#include "tiaoli/suite/mutation.hpp"

#include <fmt/format.h>

namespace tiaoli::cli {

namespace {

std::string text_of(const project::Project& project, const suite::Results& results,
                    const Arguments& arguments) {
    if (arguments.format == Format::Json)
        return suite::render_json(project, results, arguments.language);
    if (arguments.format == Format::Junit)
        return suite::render_junit(project, results, arguments.language);
    return suite::render(project, results, arguments.language, arguments.coverage);
}

Exit mutate(const project::Project& project, const Arguments& arguments) {
    const auto known = suite::read_unnoticeable(arguments.words[0]);
    if (!known.ok())
        return say_failure(known.failure(), arguments.language);
    suite::Mutations mutations;
    {
        ProgressLine line{arguments, Work::Changing};
        mutations = suite::mutate(project, known.value(),
                                  [&](std::size_t done, std::size_t all) { line.show(done, all); });
    }
    if (arguments.format == Format::Json)
        fmt::print("{}", suite::render_json(project, mutations, arguments.language));
    else if (!arguments.quiet || !mutations.is_complete())
        fmt::print("{}", suite::render(project, mutations, arguments.language));
    return mutations.is_complete() ? Exit::Done : Exit::PolicyErrors;
}

} // namespace

Exit command_test(const Arguments& arguments) {
    if (!has_words(arguments, 1, 1))
        return Exit::Usage;
    if (arguments.mutate && arguments.format == Format::Junit) {
        diag::Diagnostics messages;
        messages.add(diag::Message::BadChoice, std::monostate{}, {"--format", "junit", "text json"});
        return say_usage(messages, arguments.language);
    }
    Exit exit = Exit::Done;
    const auto project = load_sound_policy(arguments.words[0], arguments, exit);
    if (!project)
        return exit;
    const suite::Results results = suite::run(*project, arguments.language);
    const bool passed = results.passed() == results.examples.size();
    if (arguments.mutate && passed)
        return mutate(*project, arguments);
    const bool is_for_programs = arguments.format != Format::Text;
    if (!arguments.quiet || !passed || is_for_programs)
        fmt::print("{}", text_of(*project, results, arguments));
    return passed ? Exit::Done : Exit::PolicyErrors;
}

} // namespace tiaoli::cli
