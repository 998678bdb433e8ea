// Reads the values of options.
#include "option_words.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace tiaoli::cli {

namespace {

void refuse(const OptionUse& use, const std::string& value, const std::string& known) {
    use.messages.add(diag::Message::BadChoice, std::monostate{}, {std::string{use.name}, value, known});
}

template <auto member> void set_text(const OptionUse& use) { use.arguments.*member = use.value; }
template <auto member> void raise(const OptionUse& use) { use.arguments.*member = true; }

/// `名=值`; the sign may be full width, the value is kept as written.
template <auto member> void add_setting(const OptionUse& use) {
    constexpr std::string_view wide = "＝";
    const std::string& text = use.value;
    const std::size_t narrow_at = text.find('=');
    const std::size_t wide_at = text.find(wide);
    const std::size_t at = std::min(narrow_at, wide_at);
    const std::size_t length = at == narrow_at ? 1 : wide.size();
    if (at == std::string::npos || at == 0 || at + length >= text.size())
        use.messages.add(diag::Message::BadSetting, std::monostate{}, {std::string{use.name}, text});
    else
        (use.arguments.*member)[text.substr(0, at)] = text.substr(at + length);
}

/// A value that is one of a few words.
template <class T, std::size_t count>
void set_choice(const OptionUse& use, T& into,
                const std::array<std::pair<std::string_view, T>, count>& choices) {
    std::string known;
    for (const auto& [word, meaning] : choices) {
        if (use.value == word) {
            into = meaning;
            return;
        }
        known += (known.empty() ? "" : " ") + std::string{word};
    }
    refuse(use, use.value, known);
}

void set_language(const OptionUse& use) {
    set_choice(use, use.arguments.language,
               std::array{std::pair{std::string_view{"zh"}, diag::Language::Chinese},
                          std::pair{std::string_view{"en"}, diag::Language::English}});
}

void set_coverage(const OptionUse& use) {
    set_choice(use, use.arguments.coverage,
               std::array{std::pair{std::string_view{"brief"}, suite::CoverageDetail::Brief},
                          std::pair{std::string_view{"full"}, suite::CoverageDetail::Full}});
}

void set_keywords(const OptionUse& use) {
    set_choice(use, use.arguments.layout.keywords,
               std::array{std::pair{std::string_view{"zh"}, layout::Keywords::Chinese},
                          std::pair{std::string_view{"en"}, layout::Keywords::English}});
}

void set_fixes(const OptionUse& use) { use.arguments.layout.fixes = layout::Fixes::Certain; }

void set_jobs(const OptionUse& use) {
    std::size_t jobs = 0;
    const char* const end = use.value.data() + use.value.size();
    const auto [stop, error] = std::from_chars(use.value.data(), end, jobs);
    if (error == std::errc{} && stop == end && jobs >= 1 && jobs <= base::most_jobs)
        use.arguments.jobs = jobs;
    else
        refuse(use, use.value, "1–" + std::to_string(base::most_jobs));
}

struct FormatWord {
    std::string_view name;
    Format format;
    std::vector<Verb> verbs;
};

/// In the order in which messages list them.
const std::vector<FormatWord>& format_words() {
    static const std::vector<FormatWord> words{
        {"csv", Format::Csv, {Verb::Run, Verb::Diff}},
        {"xlsx", Format::Xlsx, {Verb::Run, Verb::Diff}},
        {"text", Format::Text, {Verb::Check, Verb::Explain, Verb::Test}},
        {"json", Format::Json, {Verb::Check, Verb::Run, Verb::Explain, Verb::Test, Verb::Diff}},
        {"html", Format::Html, {Verb::Explain, Verb::Run, Verb::Diff}},
        {"text", Format::Text, {Verb::Diff}},
        {"sarif", Format::Sarif, {Verb::Check}},
        {"junit", Format::Junit, {Verb::Test}}};
    return words;
}

std::optional<Format> read_format(const OptionUse& use, const std::string& word) {
    std::string known;
    for (const FormatWord& each : format_words()) {
        const std::optional<Verb> verb = use.arguments.verb;
        if (verb && std::find(each.verbs.begin(), each.verbs.end(), *verb) == each.verbs.end())
            continue;
        if (word == each.name)
            return each.format;
        known += (known.empty() ? "" : " ") + std::string{each.name};
    }
    refuse(use, word, known);
    return std::nullopt;
}

void set_format(const OptionUse& use) {
    if (const auto format = read_format(use, use.value))
        use.arguments.format = *format;
}

/// Several, separated by commas: csv,xlsx.
void add_formats(const OptionUse& use) {
    std::vector<Format>& formats = use.arguments.formats;
    for (std::size_t at = 0; at <= use.value.size();) {
        const std::size_t stop = std::min(use.value.find(',', at), use.value.size());
        const auto format = read_format(use, use.value.substr(at, stop - at));
        if (!format)
            return;
        if (std::find(formats.begin(), formats.end(), *format) == formats.end())
            formats.push_back(*format);
        at = stop + 1;
    }
}

} // namespace

bool OptionWord::stands_with(std::optional<Verb> verb) const {
    return verbs.empty() || !verb || std::find(verbs.begin(), verbs.end(), *verb) != verbs.end();
}

const std::vector<OptionWord>& option_words() {
    using enum OptionWord::Value;
    using enum Verb;
    static const std::vector<Verb> writing{Run, Explain, Template, Letter, Diff};
    static const std::vector<Verb> deciding{Run, Explain, Letter};
    static const std::vector<OptionWord> words{
        {"-o", Wanted, set_text<&Arguments::output>, writing},
        {"--output", Wanted, set_text<&Arguments::output>, writing},
        {"--matter", Wanted, set_text<&Arguments::matter>, deciding},
        {"--version", Wanted, set_text<&Arguments::version>, deciding},
        {"--as-of", Wanted, set_text<&Arguments::as_of>, {Run, Explain, Letter, Diff}},
        {"--set", Wanted, add_setting<&Arguments::settings>, deciding},
        {"--reading", Wanted, add_setting<&Arguments::readings>, deciding},
        {"--lang", Wanted, set_language},
        {"--format", Wanted, set_format, {Check, Explain, Test}},
        {"--format", Wanted, add_formats, {Run, Diff}},
        {"--cases", Wanted, set_text<&Arguments::cases>, {Diff}},
        {"--from", Wanted, set_text<&Arguments::from_version>, {Diff}},
        {"--to", Wanted, set_text<&Arguments::to_version>, {Diff}},
        {"--coverage", Wanted, set_coverage, {Test}},
        {"--mutate", None, raise<&Arguments::mutate>, {Test}},
        {"--jobs", Wanted, set_jobs, {Run}},
        {"--quiet", None, raise<&Arguments::quiet>},
        {"--no-readings", None, raise<&Arguments::no_readings>, {Explain}},
        {"--keywords", Wanted, set_keywords, {Fmt}},
        {"--check", None, raise<&Arguments::only_check>, {Fmt}},
        {"--fix", None, set_fixes, {Fmt}},
        {"--help", None, raise<&Arguments::help>}};
    return words;
}

} // namespace tiaoli::cli
