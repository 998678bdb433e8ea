// The program: one verb, its exit status.
#include "command.hpp"

#include <fmt/format.h>

#include <csignal>

namespace {

using namespace tiaoli;

cli::Exit run_verb(const cli::Arguments& arguments) {
    switch (*arguments.verb) {
    case cli::Verb::Check:
        return cli::command_check(arguments);
    case cli::Verb::Run:
        return cli::command_run(arguments);
    case cli::Verb::Explain:
        return cli::command_explain(arguments);
    case cli::Verb::Test:
        return cli::command_test(arguments);
    case cli::Verb::Template:
        return cli::command_template(arguments);
    case cli::Verb::Letter:
        return cli::command_letter(arguments);
    case cli::Verb::Diff:
        return cli::command_diff(arguments);
    case cli::Verb::Fmt:
        return cli::command_fmt(arguments);
    }
    return cli::Exit::Usage;
}

cli::Exit run(const std::vector<std::string>& words) {
    diag::Diagnostics messages;
    const cli::Arguments arguments = cli::read_arguments(words, messages);
    if (messages.has_errors())
        return cli::say_usage(messages, arguments.language);
    if (arguments.program_version) {
        fmt::print("tiaoli {}\n", cli::program_version);
        return cli::Exit::Done;
    }
    if (arguments.help) {
        fmt::print("{}", cli::help_text(arguments.verb, arguments.language));
        return words.empty() ? cli::Exit::Usage : cli::Exit::Done;
    }
    return run_verb(arguments);
}

} // namespace

int main(int count, char** words) {
    std::signal(SIGXFSZ, SIG_IGN); // a limit of file size is then an error like a full disk
    return static_cast<int>(run({words + 1, words + count}));
}
