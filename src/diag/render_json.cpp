// Messages as JSON for other programs.
#include "tiaoli/diag/diagnostic.hpp"

#include "tiaoli/base/match.hpp"
#include "tiaoli/source/characters.hpp"

#include <fmt/format.h>

namespace tiaoli::diag {

namespace {

/// A JSON string (RFC 8259); bytes that are no UTF-8 become U+FFFD.
std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (std::size_t at = 0; at < text.size();) {
        const source::Character character = source::decode(text, at);
        if (character.code == U'"' || character.code == U'\\') {
            out += '\\';
            out += static_cast<char>(character.code);
        } else if (character.code < 0x20 || character.code == 0x7F) {
            out += fmt::format("\\u{:04x}", static_cast<std::uint32_t>(character.code));
        } else {
            source::append_utf8(out, character.code);
        }
        at += character.length;
    }
    return out + "\"";
}

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
            return fmt::format(R"("file": {}, "line": {}, "column": {})", quoted(sources[span.source].path),
                               at.line, at.column);
        },
        [&](const source::CellPlace& cell) {
            std::string members = fmt::format(R"("file": {}, "line": {}, "column": {})", quoted(cell.file),
                                              number_or_null(cell.row), number_or_null(cell.column));
            if (!cell.sheet.empty())
                members += fmt::format(R"(, "sheet": {})", quoted(cell.sheet));
            if (!cell.heading.empty())
                members += fmt::format(R"(, "heading": {})", quoted(cell.heading));
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
        quoted(sources[fix->span.source].path), begin.line, begin.column, end.line, end.column,
        quoted(fix->replacement));
}

std::string notes_array(const std::vector<Note>& notes, const source::Sources& sources, Language language) {
    std::string out = "[";
    for (const Note& note : notes) {
        out += out.size() > 1 ? ", " : "";
        out += fmt::format(R"({{{}, "message": {}}})", place_members(note.place, sources),
                           quoted(words(note.message, note.args, language)));
    }
    return out + "]";
}

std::string object(const Diagnostic& each, const source::Sources& sources, Language language) {
    return fmt::format(R"({{"code": {}, "severity": {}, {}, "message": {}, "notes": {}, "fix": {}}})",
                       quoted(code(each.message)), quoted(severity_word(severity(each.message))),
                       place_members(each.place, sources), quoted(words(each.message, each.args, language)),
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
