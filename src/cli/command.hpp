// The commands of the program. Each prints what it found and gives the exit status.
#pragma once

#include "arguments.hpp"

#include "tiaoli/base/result.hpp"
#include "tiaoli/data/tables.hpp"
#include "tiaoli/interp/evaluator.hpp"
#include "tiaoli/project/project.hpp"

#include <optional>
#include <string>

namespace tiaoli::cli {

enum class Exit : std::uint8_t {
    Done = 0,
    PolicyErrors = 1, ///< the policy has errors, or its examples do not come true
    Usage = 2,
    TurnedBack = 3, ///< some records were turned back
    Files = 4       ///< a file could not be read or written
};

inline constexpr std::string_view program_version = "0.1.0";

Exit command_check(const Arguments& arguments);
Exit command_run(const Arguments& arguments);
Exit command_explain(const Arguments& arguments);
Exit command_test(const Arguments& arguments);
Exit command_template(const Arguments& arguments);
Exit command_letter(const Arguments& arguments);
Exit command_diff(const Arguments& arguments);
Exit command_fmt(const Arguments& arguments);

/// Help for the verb, or for the program.
std::string help_text(std::optional<Verb> verb, diag::Language language);

/// Prints the messages on stderr; notices and warnings only where the arguments are not quiet.
void print_messages(const diag::Diagnostics& messages, const source::Sources& sources,
                    const Arguments& arguments);
/// The system's reason in words of an officer, where it is one of those that they meet.
std::string reason_in(diag::Language language, const std::string& reason);
/// Says on stderr that a file could not be read or written, and gives Exit::Files.
Exit say_failure(const base::Failure& failure, diag::Language language);
/// Says on stderr what is wrong with the command line, and gives Exit::Usage.
Exit say_usage(const diag::Diagnostics& messages, diag::Language language);
/// True when there are from `least` to `most` words; else says which are missing or too many.
bool has_words(const Arguments& arguments, std::size_t least, std::size_t most);

/// A policy without errors; otherwise what is wrong has been printed, and `exit` set.
std::optional<project::Project> load_sound_policy(const std::string& path, const Arguments& arguments,
                                                  Exit& exit);

/// How a run is asked for, by the policy's own names; mistakes are messages.
interp::Options read_options(const Arguments& arguments, const project::Project& project,
                             diag::Diagnostics& messages);

/// The matters named by --matter, or all; mistakes are messages.
std::vector<model::MatterId> matters_asked(const Arguments& arguments, const model::Schema& schema,
                                           diag::Diagnostics& messages);

} // namespace tiaoli::cli
