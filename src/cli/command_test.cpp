// test: runs the examples of a policy.
#include "command.hpp"

#include "tiaoli/suite/suite.hpp"

#include <fmt/format.h>

namespace tiaoli::cli {

Exit command_test(const Arguments& arguments) {
    if (!has_words(arguments, 1, 1))
        return Exit::Usage;
    Exit exit = Exit::Done;
    const auto project = load_sound_policy(arguments.words[0], arguments, exit);
    if (!project)
        return exit;
    const suite::Results results = suite::run(*project, arguments.language);
    const bool passed = results.passed() == results.examples.size();
    if (!arguments.quiet || !passed)
        fmt::print("{}", suite::render(*project, results, arguments.language, arguments.coverage));
    return passed ? Exit::Done : Exit::PolicyErrors;
}

} // namespace tiaoli::cli
