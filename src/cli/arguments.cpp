// A small reader of command lines: Chinese and English verbs, options of each verb, nearest names for what is unknown.
#include "arguments.hpp"

#include "tiaoli/diag/nearest.hpp"

#include <algorithm>
#include <array>

namespace tiaoli::cli {

namespace {

struct VerbWord {
    Verb verb;
    std::string_view chinese;
    std::string_view english;
};
constexpr std::array verb_words{
    VerbWord{Verb::Check, "检查", "check"},       VerbWord{Verb::Run, "办理", "run"},
    VerbWord{Verb::Explain, "说明", "explain"},   VerbWord{Verb::Test, "测试", "test"},
    VerbWord{Verb::Template, "模板", "template"}, VerbWord{Verb::Letter, "文书", "letter"}};

enum class Option : std::uint8_t {
    Output,
    Matter,
    Version,
    AsOf,
    Set,
    Reading,
    Language,
    Format,
    Formats,
    Coverage,
    Quiet,
    NoReadings,
    Mutate,
    Help
};

/// What an option is called, and with which verbs it can stand.
struct OptionWord {
    Option option;
    std::string_view name;
    bool takes_value;
    std::vector<Verb> verbs; ///< empty: all
};
const std::vector<OptionWord>& option_words();

class Reader {
  public:
    Reader(const std::vector<std::string>& words, diag::Diagnostics& messages)
        : words_(words), messages_(messages) {}

    Arguments read();

  private:
    void read_verb(const std::string& word);
    void read_option(const std::string& word);
    const OptionWord* find(const std::string& name) const;
    std::vector<std::string> names() const;
    void apply(const OptionWord& option, const std::string& value);
    void raise(Option option);
    void read_setting(std::string_view option, const std::string& text,
                      std::map<std::string, std::string>& into);
    void read_language(const std::string& value);
    void read_format(const std::string& value);
    void read_formats(std::string_view value);
    void read_coverage(const std::string& value);
    std::string verb_text() const;

    const std::vector<std::string>& words_;
    diag::Diagnostics& messages_;
    std::size_t at_ = 0;
    Arguments arguments_;
};

} // namespace

std::string_view verb_name(Verb verb) {
    const auto found = std::find_if(verb_words.begin(), verb_words.end(),
                                    [&](const VerbWord& word) { return word.verb == verb; });
    return found->english;
}

Arguments read_arguments(const std::vector<std::string>& words, diag::Diagnostics& messages) {
    return Reader{words, messages}.read();
}

namespace {

const std::vector<OptionWord>& option_words() {
    static const std::vector<Verb> deciding{Verb::Run, Verb::Explain, Verb::Letter};
    static const std::vector<OptionWord> words{
        {Option::Output, "-o", true, {Verb::Run, Verb::Explain, Verb::Template, Verb::Letter}},
        {Option::Output, "--output", true, {Verb::Run, Verb::Explain, Verb::Template, Verb::Letter}},
        {Option::Matter, "--matter", true, deciding},
        {Option::Version, "--version", true, deciding},
        {Option::AsOf, "--as-of", true, deciding},
        {Option::Set, "--set", true, deciding},
        {Option::Reading, "--reading", true, deciding},
        {Option::Language, "--lang", true, {}},
        {Option::Format, "--format", true, {Verb::Check, Verb::Explain, Verb::Test}},
        {Option::Formats, "--format", true, {Verb::Run}},
        {Option::Coverage, "--coverage", true, {Verb::Test}},
        {Option::Quiet, "--quiet", false, {}},
        {Option::NoReadings, "--no-readings", false, {Verb::Explain}},
        {Option::Mutate, "--mutate", false, {Verb::Test}},
        {Option::Help, "--help", false, {}}};
    return words;
}

Arguments Reader::read() {
    bool options_end = false;
    while (at_ < words_.size()) {
        const std::string& word = words_[at_++];
        if (!options_end && word == "--")
            options_end = true;
        else if (!options_end && word.size() > 1 && word.front() == '-')
            read_option(word);
        else if (!arguments_.verb && arguments_.words.empty())
            read_verb(word);
        else
            arguments_.words.push_back(word);
    }
    if (!arguments_.verb && !arguments_.program_version && !messages_.has_errors())
        arguments_.help = true;
    return std::move(arguments_);
}

void Reader::read_verb(const std::string& word) {
    std::vector<std::string> known;
    for (const VerbWord& verb : verb_words) {
        if (word == verb.chinese || word == verb.english)
            arguments_.verb = verb.verb;
        known.emplace_back(verb.chinese);
        known.emplace_back(verb.english);
    }
    if (arguments_.verb)
        return;
    if (word == "help" || word == "帮助") {
        arguments_.help = true;
        return;
    }
    diag::add_with_nearest(messages_, diag::Message::UnknownVerb, std::monostate{}, {word}, word, known);
    arguments_.words.push_back(word); // so that the next word is not taken for the verb
}

void Reader::read_option(const std::string& word) {
    const std::size_t equals = word.starts_with("--") ? word.find('=') : std::string::npos;
    const std::string name = word == "-h" ? "--help" : word.substr(0, equals);
    if (!arguments_.verb && name == "--version") {
        arguments_.program_version = true;
        return;
    }
    const OptionWord* option = find(name);
    if (option == nullptr) {
        diag::add_with_nearest(messages_, diag::Message::UnknownOption, std::monostate{}, {name, verb_text()},
                               name, names());
        return;
    }
    std::string value;
    if (option->takes_value) {
        if (equals != std::string::npos) {
            value = word.substr(equals + 1);
        } else if (at_ < words_.size()) {
            value = words_[at_++];
        } else {
            messages_.add(diag::Message::OptionWantsValue, std::monostate{}, {name});
            return;
        }
    }
    apply(*option, value);
}

const OptionWord* Reader::find(const std::string& name) const {
    for (const OptionWord& option : option_words()) {
        const bool here =
            option.verbs.empty() || !arguments_.verb ||
            std::find(option.verbs.begin(), option.verbs.end(), *arguments_.verb) != option.verbs.end();
        if (option.name == name && here)
            return &option;
    }
    return nullptr;
}

std::vector<std::string> Reader::names() const {
    std::vector<std::string> out;
    for (const OptionWord& option : option_words()) {
        if (find(std::string{option.name}) != nullptr)
            out.emplace_back(option.name);
    }
    return out;
}

void Reader::apply(const OptionWord& option, const std::string& value) {
    switch (option.option) {
    case Option::Output:
        arguments_.output = value;
        break;
    case Option::Matter:
        arguments_.matter = value;
        break;
    case Option::Version:
        arguments_.version = value;
        break;
    case Option::AsOf:
        arguments_.as_of = value;
        break;
    case Option::Set:
        read_setting(option.name, value, arguments_.settings);
        break;
    case Option::Reading:
        read_setting(option.name, value, arguments_.readings);
        break;
    case Option::Language:
        read_language(value);
        break;
    case Option::Format:
        read_format(value);
        break;
    case Option::Formats:
        read_formats(value);
        break;
    case Option::Coverage:
        read_coverage(value);
        break;
    case Option::Quiet:
    case Option::NoReadings:
    case Option::Mutate:
    case Option::Help:
        raise(option.option);
        break;
    }
}

/// Options without a value.
void Reader::raise(Option option) {
    arguments_.quiet = arguments_.quiet || option == Option::Quiet;
    arguments_.no_readings = arguments_.no_readings || option == Option::NoReadings;
    arguments_.mutate = arguments_.mutate || option == Option::Mutate;
    arguments_.help = arguments_.help || option == Option::Help;
}

/// `名=值`; the sign may be full width, the value is kept as written.
void Reader::read_setting(std::string_view option, const std::string& text,
                          std::map<std::string, std::string>& into) {
    constexpr std::string_view wide = "＝";
    const std::size_t narrow_at = text.find('=');
    const std::size_t wide_at = text.find(wide);
    const std::size_t at = std::min(narrow_at, wide_at);
    const std::size_t length = at == narrow_at ? 1 : wide.size();
    if (at == std::string::npos || at == 0 || at + length >= text.size()) {
        messages_.add(diag::Message::BadSetting, std::monostate{}, {std::string{option}, text});
        return;
    }
    into[text.substr(0, at)] = text.substr(at + length);
}

void Reader::read_language(const std::string& value) {
    if (value == "zh")
        arguments_.language = diag::Language::Chinese;
    else if (value == "en")
        arguments_.language = diag::Language::English;
    else
        messages_.add(diag::Message::BadChoice, std::monostate{}, {"--lang", value, "zh en"});
}

void Reader::read_format(const std::string& value) {
    struct FormatWord {
        std::string_view name;
        Format format;
        std::vector<Verb> verbs;
    };
    static const std::vector<FormatWord> words{
        {"text", Format::Text, {Verb::Check, Verb::Explain, Verb::Test}},
        {"json", Format::Json, {Verb::Check, Verb::Explain, Verb::Test}},
        {"html", Format::Html, {Verb::Explain}},
        {"junit", Format::Junit, {Verb::Test}}};
    std::string known;
    for (const FormatWord& word : words) {
        const bool here = !arguments_.verb || std::find(word.verbs.begin(), word.verbs.end(),
                                                        *arguments_.verb) != word.verbs.end();
        if (here && value == word.name) {
            arguments_.format = word.format;
            return;
        }
        if (here)
            known += (known.empty() ? "" : " ") + std::string{word.name};
    }
    messages_.add(diag::Message::BadChoice, std::monostate{}, {"--format", value, known});
}

/// Several, separated by commas: csv,xlsx.
void Reader::read_formats(std::string_view value) {
    static constexpr std::array known{
        std::pair{std::string_view{"csv"}, Format::Csv}, std::pair{std::string_view{"xlsx"}, Format::Xlsx},
        std::pair{std::string_view{"json"}, Format::Json}, std::pair{std::string_view{"html"}, Format::Html}};
    for (std::size_t at = 0; at <= value.size();) {
        const std::size_t stop = std::min(value.find(',', at), value.size());
        const std::string_view word = value.substr(at, stop - at);
        const auto* found =
            std::find_if(known.begin(), known.end(), [&](const auto& each) { return each.first == word; });
        if (found == known.end()) {
            messages_.add(diag::Message::BadChoice, std::monostate{},
                          {"--format", std::string{word}, "csv xlsx json html"});
            return;
        }
        std::vector<Format>& formats = arguments_.formats;
        if (std::find(formats.begin(), formats.end(), found->second) == formats.end())
            formats.push_back(found->second);
        at = stop + 1;
    }
}

void Reader::read_coverage(const std::string& value) {
    if (value == "brief")
        arguments_.coverage = suite::CoverageDetail::Brief;
    else if (value == "full")
        arguments_.coverage = suite::CoverageDetail::Full;
    else
        messages_.add(diag::Message::BadChoice, std::monostate{}, {"--coverage", value, "brief full"});
}

std::string Reader::verb_text() const {
    return arguments_.verb ? std::string{verb_name(*arguments_.verb)} : std::string{};
}

} // namespace

} // namespace tiaoli::cli
