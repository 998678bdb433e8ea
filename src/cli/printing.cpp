// What every command says in the same way: messages, failures, mistakes in the command line.
#include "command.hpp"

#include <fmt/format.h>

#include <array>
#include <cstdio>

namespace tiaoli::cli {

void print_messages(const diag::Diagnostics& messages, const source::Sources& sources,
                    const Arguments& arguments) {
    diag::Diagnostics sorted = messages;
    sorted.sort();
    for (const diag::Diagnostic& each : sorted.all()) {
        if (!arguments.quiet || diag::severity(each.message) == diag::Severity::Error)
            fmt::print(stderr, "{}", diag::render_text(each, sources, arguments.language));
    }
}

Exit say_failure(const base::Failure& failure, diag::Language language) {
    diag::Diagnostics messages;
    messages.add(diag::Message::FileTrouble, std::monostate{},
                 {failure.what, reason_in(language, failure.reason)});
    say_usage(messages, language);
    return Exit::Files;
}

Exit say_usage(const diag::Diagnostics& messages, diag::Language language) {
    const source::Sources none;
    fmt::print(stderr, "{}", diag::render_text(messages, none, language));
    return Exit::Usage;
}

bool has_words(const Arguments& arguments, std::size_t least, std::size_t most) {
    constexpr std::array<std::string_view, 4> chinese{"政策文件夹", "案卷文件夹", "记录或事项的名称",
                                                      "记录的键"};
    constexpr std::array<std::string_view, 4> english{"a policy folder", "a case folder",
                                                      "the name of a record or matter", "the record's key"};
    const auto& names = arguments.language == diag::Language::Chinese ? chinese : english;
    const std::string verb{verb_name(*arguments.verb)};
    diag::Diagnostics messages;
    if (arguments.words.size() < least)
        messages.add(diag::Message::MissingWord, std::monostate{},
                     {verb, std::string{names[arguments.words.size()]}});
    else if (arguments.words.size() > most)
        messages.add(diag::Message::ExtraWord, std::monostate{}, {arguments.words[most], verb});
    if (messages.has_errors())
        say_usage(messages, arguments.language);
    return !messages.has_errors();
}

std::optional<project::Project> load_sound_policy(const std::string& path, const Arguments& arguments,
                                                  Exit& exit) {
    base::Result<project::Project> loaded = project::load(path, arguments.version.value_or(""));
    if (!loaded.ok()) {
        exit = say_failure(loaded.failure(), arguments.language);
        return std::nullopt;
    }
    project::Project project = std::move(loaded).value();
    if (!project.messages.has_errors())
        return project;
    diag::Diagnostics errors;
    for (const diag::Diagnostic& each : project.messages.all()) {
        if (diag::severity(each.message) == diag::Severity::Error)
            errors.add(each.message, each.place) = each;
    }
    print_messages(errors, project.sources, arguments);
    diag::Diagnostics last;
    last.add(diag::Message::PolicyNotSound, std::monostate{},
             {std::to_string(project.messages.count(diag::Severity::Error))});
    say_usage(last, arguments.language);
    exit = Exit::PolicyErrors;
    return std::nullopt;
}

} // namespace tiaoli::cli
