// Messages as JSON for other programs.
#include "tiaoli/diag/diagnostic.hpp"

#include "tiaoli/base/match.hpp"
#include "tiaoli/source/json.hpp"

#include <fmt/format.h>

namespace tiaoli::diag {

namespace {

std::string_view severity_word(Severity severity) {
    switch (severity) {
    case Severity::Error:
        return "error";
    case Severity::Warning:
        return "warning";
    case Severity::Notice:
        return "notice";
    }
    return "";
}

std::string number_or_null(std::uint32_t number) { return number > 0 ? std::to_string(number) : "null"; }

/// The members file, line and column; null where the place has none. A cell's line is its row.
std::string place_members(const Place& place, const source::Sources& sources) {
    const std::string nowhere = R"("file": null, "line": null, "column": null)";
    return base::match(
        place, [&](std::monostate) { return nowhere; },
        [&](const source::Span& span) {
            if (!span.source.valid())
                return nowhere;
            const source::LineColumn at = sources.line_column(span.source, span.begin);
            return fmt::format(R"("file": {}, "line": {}, "column": {})",
                               source::json_text(sources[span.source].path), at.line, at.column);
        },
        [&](const source::CellPlace& cell) {
            std::string members =
                fmt::format(R"("file": {}, "line": {}, "column": {})", source::json_text(cell.file),
                            number_or_null(cell.row), number_or_null(cell.column));
            if (!cell.sheet.empty())
                members += fmt::format(R"(, "sheet": {})", source::json_text(cell.sheet));
            if (!cell.heading.empty())
                members += fmt::format(R"(, "heading": {})", source::json_text(cell.heading));
            return members;
        });
}

std::string fix_object(const std::optional<Fix>& fix, const source::Sources& sources) {
    if (!fix)
        return "null";
    const source::LineColumn begin = sources.line_column(fix->span.source, fix->span.begin);
    const source::LineColumn end = sources.line_column(fix->span.source, fix->span.end);
    return fmt::format(
        R"({{"file": {}, "line": {}, "column": {}, "end_line": {}, "end_column": {}, "replacement": {}}})",
        source::json_text(sources[fix->span.source].path), begin.line, begin.column, end.line, end.column,
        source::json_text(fix->replacement));
}

std::string notes_array(const std::vector<Note>& notes, const source::Sources& sources, Language language) {
    std::string out = "[";
    for (const Note& note : notes) {
        out += out.size() > 1 ? ", " : "";
        out += fmt::format(R"({{{}, "message": {}}})", place_members(note.place, sources),
                           source::json_text(words(note.message, note.args, language)));
    }
    return out + "]";
}

std::string object(const Diagnostic& each, const source::Sources& sources, Language language) {
    return fmt::format(
        R"({{"code": {}, "severity": {}, {}, "message": {}, "notes": {}, "fix": {}}})",
        source::json_text(code(each.message)), source::json_text(severity_word(severity(each.message))),
        place_members(each.place, sources), source::json_text(words(each.message, each.args, language)),
        notes_array(each.notes, sources, language), fix_object(each.fix, sources));
}

} // namespace

std::string render_json(const Diagnostics& diagnostics, const source::Sources& sources, Language language) {
    std::string out = "[";
    for (const Diagnostic& each : diagnostics.all()) {
        out += out.size() > 1 ? ",\n " : "\n ";
        out += object(each, sources, language);
    }
    return out + (out.size() > 1 ? "\n]\n" : "]\n");
}

} // namespace tiaoli::diag
