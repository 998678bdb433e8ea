// Messages as text for a terminal.
#include "tiaoli/diag/diagnostic.hpp"

#include "excerpt.hpp"
#include "tiaoli/base/match.hpp"

#include <fmt/format.h>

namespace tiaoli::diag {

namespace {

std::string_view severity_word(Severity severity, Language language) {
    const bool chinese = language == Language::Chinese;
    switch (severity) {
    case Severity::Error:
        return chinese ? "错误" : "error";
    case Severity::Warning:
        return chinese ? "警告" : "warning";
    case Severity::Notice:
        return chinese ? "提示" : "notice";
    }
    return "";
}

std::string cell_text(const source::CellPlace& cell, Language language) {
    std::string text = cell.file;
    if (!cell.sheet.empty())
        text += fmt::format("[{}]", cell.sheet);
    if (cell.row > 0)
        text += ":" + source::position_text(cell);
    if (!cell.heading.empty())
        text += language == Language::Chinese ? fmt::format("（{}）", cell.heading)
                                              : fmt::format(" ({})", cell.heading);
    return text;
}

/// `path:line:column: `, or nothing.
std::string place_text(const Place& place, const source::Sources& sources, Language language) {
    return base::match(
        place, [](std::monostate) { return std::string{}; },
        [&](const source::Span& span) {
            if (!span.source.valid())
                return std::string{};
            const source::LineColumn at = sources.line_column(span.source, span.begin);
            return fmt::format("{}:{}:{}: ", sources[span.source].path, at.line, at.column);
        },
        [&](const source::CellPlace& cell) { return cell_text(cell, language) + ": "; });
}

std::string excerpt_text(const Place& place, const source::Sources& sources) {
    const auto* span = std::get_if<source::Span>(&place);
    return span != nullptr && span->source.valid() ? excerpt(sources, *span) : std::string{};
}

std::string fix_text(const Fix& fix, const source::Sources& sources, Language language) {
    const std::string old(sources.text(fix.span));
    const bool chinese = language == Language::Chinese;
    if (old.empty())
        return fmt::format(fmt::runtime(chinese ? "  改法：在此处加上“{}”\n" : "  fix: insert \"{}\" here\n"),
                           fix.replacement);
    if (fix.replacement.empty())
        return fmt::format(fmt::runtime(chinese ? "  改法：删去“{}”\n" : "  fix: delete \"{}\"\n"), old);
    return fmt::format(
        fmt::runtime(chinese ? "  改法：把“{}”改为“{}”\n" : "  fix: replace \"{}\" with \"{}\"\n"), old,
        fix.replacement);
}

} // namespace

std::string render_text(const Diagnostic& diagnostic, const source::Sources& sources, Language language) {
    std::string out = place_text(diagnostic.place, sources, language);
    out += fmt::format("{} {}: {}\n", severity_word(severity(diagnostic.message), language),
                       code(diagnostic.message), words(diagnostic.message, diagnostic.args, language));
    out += excerpt_text(diagnostic.place, sources);
    for (const Note& note : diagnostic.notes) {
        out += fmt::format(
            "  {}{}{}\n", place_text(note.place, sources, language),
            language == Language::Chinese ? "说明: " : "note: ", words(note.message, note.args, language));
        out += excerpt_text(note.place, sources);
    }
    if (diagnostic.fix)
        out += fix_text(*diagnostic.fix, sources, language);
    return out;
}

std::string render_text(const Diagnostics& diagnostics, const source::Sources& sources, Language language) {
    std::string out;
    for (const Diagnostic& each : diagnostics.all())
        out += render_text(each, sources, language);
    return out;
}

} // namespace tiaoli::diag
