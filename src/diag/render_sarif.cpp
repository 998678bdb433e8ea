// Messages as a SARIF 2.1.0 log.
#include "tiaoli/diag/sarif.hpp"

#include "tiaoli/base/match.hpp"
#include "tiaoli/source/json.hpp"

#include <fmt/format.h>

namespace tiaoli::diag {

namespace {

using source::json_text;

std::string_view level(Severity severity) {
    switch (severity) {
    case Severity::Error:
        return "error";
    case Severity::Warning:
        return "warning";
    case Severity::Notice:
        return "note";
    }
    return "none";
}

/// A path as a URI: what is not plain ASCII is written as %XX.
std::string uri(std::string_view path) {
    constexpr std::string_view plain = "-._~/";
    std::string out = path.starts_with('/') ? "file://" : "";
    for (const char byte : path) {
        const bool is_plain = (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
                              (byte >= 'A' && byte <= 'Z') || plain.find(byte) != std::string_view::npos;
        out += is_plain ? std::string(1, byte) : fmt::format("%{:02X}", static_cast<unsigned char>(byte));
    }
    return out;
}

std::string artifact(std::string_view path) {
    return fmt::format(R"("artifactLocation": {{"uri": {}}})", json_text(uri(path)));
}

std::string region(const source::Span& span, const source::Sources& sources) {
    const source::LineColumn begin = sources.line_column(span.source, span.begin);
    const source::LineColumn end = sources.line_column(span.source, span.end);
    return fmt::format(R"({{"startLine": {}, "startColumn": {}, "endLine": {}, "endColumn": {}}})",
                       begin.line, begin.column, end.line, end.column);
}

/// `{"artifactLocation": …, "region": …}`, or nothing where the message has no place.
std::string physical(const Place& place, const source::Sources& sources) {
    return base::match(
        place, [](std::monostate) { return std::string{}; },
        [&](const source::Span& span) {
            if (!span.source.valid())
                return std::string{};
            return fmt::format(R"({{{}, "region": {}}})", artifact(sources[span.source].path),
                               region(span, sources));
        },
        [](const source::CellPlace& cell) {
            // Only a text has lines: a row of a workbook is none.
            const bool has_line = cell.grid == source::Grid::Lines && cell.row > 0;
            return fmt::format(R"({{{}{}}})", artifact(cell.file),
                               has_line ? fmt::format(R"(, "region": {{"startLine": {}}})", cell.row) : "");
        });
}

std::string locations(const Place& place, const source::Sources& sources) {
    const std::string where = physical(place, sources);
    return where.empty() ? "[]" : fmt::format(R"([{{"physicalLocation": {}}}])", where);
}

/// The second places of a message. One without a place joins the message's own words.
std::string related(const std::vector<Note>& notes, const source::Sources& sources, Language language) {
    std::string out;
    for (const Note& note : notes) {
        const std::string where = physical(note.place, sources);
        if (!where.empty())
            out += fmt::format(R"({}{{"physicalLocation": {}, "message": {{"text": {}}}}})",
                               out.empty() ? "" : ", ", where,
                               json_text(words(note.message, note.args, language)));
    }
    return out;
}

std::string message_text(const Diagnostic& each, const source::Sources& sources, Language language) {
    std::string text = words(each.message, each.args, language);
    for (const Note& note : each.notes) {
        if (physical(note.place, sources).empty())
            text += "\n" + words(note.message, note.args, language);
    }
    return text;
}

std::string fix_member(const std::optional<Fix>& fix, const source::Sources& sources) {
    if (!fix)
        return {};
    return fmt::format(
        R"(, "fixes": [{{"artifactChanges": [{{{}, "replacements": [{{"deletedRegion": {}, "insertedContent": {{"text": {}}}}}]}}]}}])",
        artifact(sources[fix->span.source].path), region(fix->span, sources), json_text(fix->replacement));
}

std::string result(const Diagnostic& each, const source::Sources& sources, Language language) {
    return fmt::format(
        R"({{"ruleId": {}, "level": {}, "message": {{"text": {}}}, "locations": {}, "relatedLocations": [{}]{}}})",
        json_text(code(each.message)), json_text(level(severity(each.message))),
        json_text(message_text(each, sources, language)), locations(each.place, sources),
        related(each.notes, sources, language), fix_member(each.fix, sources));
}

} // namespace

void SarifLog::add(const Diagnostics& diagnostics, const source::Sources& sources) {
    for (const Diagnostic& each : diagnostics.all()) {
        rules_.emplace(code(each.message), each.message);
        results_ += (results_.empty() ? "\n  " : ",\n  ") + result(each, sources, language_);
    }
}

std::string SarifLog::text() const {
    std::string rules;
    for (const auto& [id, message] : rules_) {
        rules += fmt::format(
            R"({}    {{"id": {}, "shortDescription": {{"text": {}}}, "defaultConfiguration": {{"level": {}}}}})",
            rules.empty() ? "\n" : ",\n", json_text(id),
            json_text(words(message, {"…", "…", "…", "…", "…", "…"}, language_)),
            json_text(level(severity(message))));
    }
    return fmt::format(R"({{
 "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
 "version": "2.1.0",
 "runs": [{{
  "tool": {{"driver": {{"name": "tiaoli", "version": {}, "rules": [{}]}}}},
  "columnKind": "unicodeCodePoints",
  "results": [{}]
 }}]
}}
)",
                       json_text(program_version_), rules, results_);
}

} // namespace tiaoli::diag
