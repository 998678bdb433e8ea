// The words of a command line, told apart: the verb, its options and the rest.
#pragma once

#include "tiaoli/diag/diagnostic.hpp"
#include "tiaoli/suite/suite.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tiaoli::cli {

enum class Verb : std::uint8_t { Check, Run, Explain, Test, Template, Letter };

/// The English word of a verb, which its messages and help use.
std::string_view verb_name(Verb verb);

enum class Format : std::uint8_t { Text, Json, Csv, Xlsx, Html, Junit };

struct Arguments {
    std::optional<Verb> verb;
    std::vector<std::string> words;              ///< what is neither the verb nor an option
    std::optional<std::string> output;           ///< -o
    std::optional<std::string> matter;           ///< --matter
    std::optional<std::string> version;          ///< --version
    std::optional<std::string> as_of;            ///< --as-of
    std::map<std::string, std::string> settings; ///< --set
    std::map<std::string, std::string> readings; ///< --reading
    diag::Language language = diag::Language::Chinese;
    Format format = Format::Text;
    std::vector<Format> formats; ///< --format of run: each once, in the order given
    suite::CoverageDetail coverage = suite::CoverageDetail::Full;
    bool quiet = false;
    bool no_readings = false;     ///< --no-readings
    bool mutate = false;          ///< --mutate
    bool help = false;            ///< --help, or no verb at all
    bool program_version = false; ///< --version without a verb
};

/// Reads the words after the program's name. With errors in `messages` nothing should be run.
Arguments read_arguments(const std::vector<std::string>& words, diag::Diagnostics& messages);

} // namespace tiaoli::cli
