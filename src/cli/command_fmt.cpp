// fmt: one layout for policy files.
#include "command.hpp"

#include "replace_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <limits>

namespace tiaoli::cli {

namespace {

namespace fs = std::filesystem;

/// The files asked for, by what they are read with: their folder, or a draft alone, for it is no part of its folder.
using Folders = std::map<std::string, std::vector<std::string>>;

void add_file(Folders& folders, const fs::path& path) {
    const fs::path file = path.lexically_normal();
    const std::vector<project::VersionFile> versions = project::version_files(file.string());
    const bool is_draft = std::any_of(versions.begin(), versions.end(),
                                      [](const project::VersionFile& version) { return version.draft; });
    const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path{"."};
    std::vector<std::string>& files = folders[(is_draft ? file : folder).string()];
    if (std::find(files.begin(), files.end(), file.string()) == files.end())
        files.push_back(file.string());
}

/// All policy files of a folder and below. One without any is a mistake of the one who asks.
void add_folder(Folders& folders, const std::string& path, diag::Diagnostics& messages) {
    std::error_code error;
    std::vector<fs::path> found;
    for (const auto& entry : fs::recursive_directory_iterator(path, error)) {
        if (entry.path().extension() == ".policy" && entry.is_regular_file(error))
            found.push_back(entry.path());
    }
    std::sort(found.begin(), found.end());
    for (const fs::path& file : found)
        add_file(folders, file);
    if (found.empty())
        messages.add(diag::Message::NoPolicyFiles, std::monostate{}, {path});
}

Exit say_not_replaced(const base::Failure& failure, const std::string& path, diag::Language language) {
    diag::Diagnostics messages;
    if (failure.reason == std::strerror(ELOOP) && failure.what == path)
        messages.add(diag::Message::LinkNotReplaced, std::monostate{}, {path});
    else if (failure.reason == std::strerror(EEXIST))
        messages.add(diag::Message::UnfinishedThere, std::monostate{}, {failure.what});
    else
        return say_failure(failure, language);
    say_usage(messages, language);
    return Exit::Files;
}

/// Writes or lists what has changed.
Exit finish(const Arguments& arguments, const layout::Outcome& outcome) {
    const bool chinese = arguments.language == diag::Language::Chinese;
    Exit exit = outcome.messages.has_errors() ? Exit::PolicyErrors : Exit::Done;
    for (const layout::Rewritten& file : outcome.files) {
        if (!file.after || *file.after == file.before)
            continue;
        if (arguments.only_check) {
            fmt::print(fmt::runtime(chinese ? "要整理：{}\n" : "would change: {}\n"), file.path);
            exit = Exit::PolicyErrors;
            continue;
        }
        if (const auto failure = replace_file(file.path, *file.after)) {
            exit = say_not_replaced(*failure, file.path, arguments.language);
            continue;
        }
        if (!arguments.quiet)
            fmt::print(fmt::runtime(chinese ? "已整理：{}\n" : "rewritten: {}\n"), file.path);
    }
    return exit;
}

} // namespace

Exit command_fmt(const Arguments& arguments) {
    if (!has_words(arguments, 1, std::numeric_limits<std::size_t>::max()))
        return Exit::Usage;
    Folders folders;
    diag::Diagnostics messages;
    for (const std::string& path : arguments.words) {
        std::error_code error;
        if (fs::is_directory(path, error))
            add_folder(folders, path, messages);
        else
            add_file(folders, path);
    }
    Exit exit = messages.has_errors() ? say_usage(messages, arguments.language) : Exit::Done;
    for (const auto& [folder, files] : folders) {
        const base::Result<layout::Outcome> outcome = layout::rewritten(folder, files, arguments.layout);
        if (!outcome.ok()) {
            exit = say_failure(outcome.failure(), arguments.language);
            continue;
        }
        print_messages(outcome.value().messages, outcome.value().sources, arguments);
        exit = std::max(exit, finish(arguments, outcome.value()));
    }
    return exit;
}

} // namespace tiaoli::cli
