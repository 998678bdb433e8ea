// The words of changes, in Chinese, in English and for programs.
#include "mutation_words.hpp"

#include "tiaoli/explain/wording.hpp"

#include <fmt/format.h>

#include <array>

namespace tiaoli::suite {

namespace {

struct KindWord {
    std::string_view chinese;
    std::string_view english;
    std::string_view word;
};

const KindWord& words_of(ChangeKind kind) {
    static constexpr std::array<KindWord, 10> all{
        KindWord{"界限", "bounds", "bound"},
        KindWord{"数和期限", "numbers and lengths of time", "number"},
        KindWord{"日期", "days", "day"},
        KindWord{"自然日、工作日、顺延", "calendar and working days", "calendar"},
        KindWord{"且、或", "and, or", "logic"},
        KindWord{"非、有无", "negations", "negation"},
        KindWord{"例外", "exceptions", "exception"},
        KindWord{"列举", "lists", "choice"},
        KindWord{"结果", "results", "result"},
        KindWord{"取整", "rounding", "rounding"}};
    return all.at(static_cast<std::size_t>(kind));
}

bool is_set_in(std::string_view line) {
    return line.starts_with(' ') || line.starts_with('\t') || line.starts_with("　");
}

/// The lines from `line` to the place's end.
std::string joined(const source::Sources& sources, const source::Span& place, std::uint32_t line) {
    const std::uint32_t last =
        sources.line_column(place.source, place.end > place.begin ? place.end - 1 : place.end).line;
    std::string out;
    for (; line <= last; ++line) {
        std::string_view text = sources.line_text(place.source, line);
        while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
            text.remove_prefix(1);
        out += text;
    }
    return out;
}

} // namespace

std::string change_words(const MutantResult& change, diag::Language language) {
    return language == diag::Language::Chinese
               ? fmt::format("“{}”改成“{}”", change.before.chinese, change.after.chinese)
               : fmt::format("“{}” becomes “{}”", change.before.english, change.after.english);
}

std::string lines_of(const source::Sources& sources, const source::Span& place) {
    return joined(sources, place, sources.line_column(place.source, place.begin).line);
}

std::string statement_of(const source::Sources& sources, const source::Span& place) {
    std::uint32_t first = sources.line_column(place.source, place.begin).line;
    while (first > 1 && is_set_in(sources.line_text(place.source, first)))
        --first;
    return joined(sources, place, first);
}

std::string_view kind_words(ChangeKind kind, diag::Language language) {
    return explain::in(language, words_of(kind).chinese, words_of(kind).english);
}

std::string_view kind_word(ChangeKind kind) { return words_of(kind).word; }

std::string_view fate_word(Fate fate) {
    switch (fate) {
    case Fate::Caught:
        return "noticed";
    case Fate::Explained:
        return "explained";
    case Fate::Survived:
        return "survived";
    case Fate::NotReached:
        break;
    }
    return "not_reached";
}

} // namespace tiaoli::suite
