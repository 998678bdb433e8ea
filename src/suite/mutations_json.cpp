// The outcome of the changes for other programs.
#include "mutation_words.hpp"

#include "tiaoli/explain/wording.hpp"
#include "tiaoli/source/json.hpp"

#include <fmt/format.h>

namespace tiaoli::suite {

std::string render_json(const project::Project& project, const Mutations& mutations,
                        diag::Language language) {
    std::string out = fmt::format("{{\n  \"changes\": {},\n  \"noticed\": {},\n  \"explained\": {},\n  "
                                  "\"not_noticed\": {},\n  \"list\": [",
                                  mutations.changes.size(), mutations.count(Fate::Caught),
                                  mutations.count(Fate::Explained), mutations.unexplained());
    std::string_view separator = "\n";
    for (const MutantResult& change : mutations.changes) {
        const source::LineColumn at = project.sources.line_column(change.place.source, change.place.begin);
        const auto text = [](std::string_view words) { return source::json_text(words); };
        out +=
            fmt::format("{}    {{\"file\": {}, \"line\": {}, \"column\": {}, \"article\": {}, \"kind\": {}, "
                        "\"change\": {}, "
                        "\"outcome\": {}, \"by\": {}}}",
                        separator, text(project.sources[change.place.source].path), at.line, at.column,
                        text(explain::article_label(project.policy.versions[change.version], change.article)),
                        text(kind_word(change.kind)), text(change_words(change, language)),
                        text(fate_word(change.fate)), text(change.told_by));
        separator = ",\n";
    }
    return out + "\n  ]\n}\n";
}

} // namespace tiaoli::suite
