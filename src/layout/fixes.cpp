// A message with exactly one fix is a mistake that the program can repair; whether it did is told by checking again.
#include "fixes.hpp"

#include <algorithm>
#include <set>

namespace tiaoli::layout {

namespace {

using diag::Severity;

struct Found {
    std::string path;
    diag::Fix fix;
    diag::Message message;
    std::string place; ///< path:line:column
    std::string words; ///< what stands there
};

std::size_t mistakes(const project::Project& project) {
    return project.messages.count(Severity::Error) + project.messages.count(Severity::Warning);
}

/// What tells one fix from another, wherever earlier ones have moved it.
std::string mark(const Found& found) {
    return found.path + "\n" + found.words + "\n" + found.fix.replacement + "\n" + found.place;
}

std::optional<Found> next_fix(const project::Project& project, const std::vector<std::string>& paths,
                              const std::set<std::string>& tried) {
    for (const diag::Diagnostic& each : project.messages.all()) {
        if (!each.fix || diag::severity(each.message) == Severity::Notice) {
            continue;
        }
        const source::Span span = each.fix->span;
        const std::string& path = project.sources[span.source].path;
        const source::LineColumn at = project.sources.line_column(span.source, span.begin);
        Found found{path, *each.fix, each.message,
                    path + ":" + std::to_string(at.line) + ":" + std::to_string(at.column),
                    std::string(project.sources.text(span))};
        const bool asked = std::find(paths.begin(), paths.end(), path) != paths.end();
        if (asked && !tried.contains(mark(found))) {
            return found;
        }
    }
    return std::nullopt;
}

std::string with_fix(const project::Project& project, const Found& found) {
    const source::Span span = found.fix.span;
    std::string text = project.sources[span.source].text;
    return text.replace(span.begin, span.end - span.begin, found.fix.replacement);
}

} // namespace

std::optional<base::Failure> apply_fixes(const std::string& folder, const std::vector<std::string>& paths,
                                         project::Instead& instead, diag::Diagnostics& messages) {
    std::set<std::string> tried;
    diag::Diagnostics said;
    project::Instead texts = instead;
    base::Result<project::Project> now = project::load(folder, texts);
    std::size_t fewest = now.ok() ? mistakes(now.value()) : 0;
    while (now.ok()) {
        const std::optional<Found> found = next_fix(now.value(), paths, tried);
        if (!found) {
            return std::nullopt;
        }
        tried.insert(mark(*found));
        project::Instead next = texts;
        next[found->path] = with_fix(now.value(), *found);
        base::Result<project::Project> after = project::load(folder, next);
        if (!after.ok() || mistakes(after.value()) > mistakes(now.value())) {
            continue;
        }
        said.add(
            diag::Message::FixApplied, std::monostate{},
            {found->place, found->words, found->fix.replacement, std::string(diag::code(found->message))});
        texts = std::move(next);
        now = std::move(after);
        if (mistakes(now.value()) < fewest) { // a mistake behind a mistake shows only when the first is gone
            fewest = mistakes(now.value());
            instead = texts;
            messages.append(said);
            said = {};
        }
    }
    return now.failure();
}

} // namespace tiaoli::layout
