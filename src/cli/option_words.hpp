// The options of the command line: what each is called, with which verbs it can stand, and what it sets.
#pragma once

#include "arguments.hpp"

namespace tiaoli::cli {

/// An option as it was written.
struct OptionUse {
    std::string_view name;
    const std::string& value; ///< empty for options without one
    Arguments& arguments;     ///< where it goes
    diag::Diagnostics& messages;
};

struct OptionWord {
    std::string_view name;
    enum class Value : std::uint8_t { None, Wanted } value;
    void (*take)(const OptionUse&); ///< says in the messages what is wrong with the value
    std::vector<Verb> verbs = {};   ///< empty: all

    bool stands_with(std::optional<Verb> verb) const;
};

const std::vector<OptionWord>& option_words();

} // namespace tiaoli::cli
