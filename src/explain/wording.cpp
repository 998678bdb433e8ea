// Names of records, verdicts, consequences and articles, and the words of the policy file in one line.
#include "tiaoli/explain/wording.hpp"

#include "tiaoli/base/match.hpp"
#include "tiaoli/source/characters.hpp"

#include <fmt/format.h>

namespace tiaoli::explain {

namespace {

/// Drops a comment's text, from `//` to the end of its line, outside quotation marks.
std::string without_comments(std::string_view text);
bool joins_without_space(char32_t code);

} // namespace

std::string row_text(const Scene& scene, const model::RowRef& row) {
    if (!row.record.valid())
        return {};
    const data::Table& table = scene.data.table(row.record);
    const model::Record& record = scene.schema().records[row.record];
    if (!table.key(row.row).empty())
        return fmt::format("{} {}", record.name, table.key(row.row));
    const std::uint32_t number = table.place(row.row, record.fields.front()).row;
    if (number == 0)
        return fmt::format(fmt::runtime(in(scene.language, "{}（键读不出）", "{} (key unreadable)")),
                           record.name);
    return fmt::format(fmt::runtime(in(scene.language, "{}（第{}行）", "{} (row {})")), record.name, number);
}

std::string verdict_text(const Scene& scene, model::Verdict verdict) {
    const std::string name{model::verdict_name(verdict)};
    if (scene.language == diag::Language::Chinese)
        return name;
    switch (verdict) {
    case model::Verdict::Pass:
        return "passed (" + name + ")";
    case model::Verdict::Manual:
        return "to be decided by a person (" + name + ")";
    case model::Verdict::Defer:
        return "deferred (" + name + ")";
    case model::Verdict::Return:
        return "returned for papers (" + name + ")";
    case model::Verdict::Fail:
        return "not passed (" + name + ")";
    case model::Verdict::NotApplicable:
        return "not applicable (" + name + ")";
    }
    return name;
}

std::string consequence_text(const Scene& scene, model::Consequence consequence) {
    switch (consequence) {
    case model::Consequence::Fail:
        return verdict_text(scene, model::Verdict::Fail);
    case model::Consequence::Return:
        return verdict_text(scene, model::Verdict::Return);
    case model::Consequence::Defer:
        return verdict_text(scene, model::Verdict::Defer);
    case model::Consequence::Manual:
        return verdict_text(scene, model::Verdict::Manual);
    case model::Consequence::Hint:
        return std::string{in(scene.language, "提示", "hint (提示)")};
    }
    return {};
}

std::string quoted(const Scene& scene, const source::Span& span) {
    if (!span.source.valid())
        return {};
    const std::string text = without_comments(scene.project.sources.text(span));
    std::string out;
    char32_t before = 0;
    bool blank = false;
    for (std::size_t at = 0; at < text.size();) {
        const source::Character next = source::decode(text, at);
        if (source::is_blank(next.code) || next.code == '\n' || next.code == '\r') {
            blank = true;
        } else {
            if (blank && before != 0 && !joins_without_space(before) && !joins_without_space(next.code))
                out += ' ';
            out.append(text, at, next.length);
            before = next.code;
            blank = false;
        }
        at += next.length;
    }
    return out;
}

std::string article_label(const model::Version& version, model::ArticleId article) {
    return article.valid() ? version.articles[article].label : std::string{};
}

std::string lifted_text(const Scene& scene, const model::Version& version, const model::Rule& rule) {
    const std::string label = article_label(version, rule.article);
    return scene.language == diag::Language::Chinese ? "不受" + label + "限制"
                                                     : "lifted, notwithstanding " + label;
}

namespace {

std::string without_comments(std::string_view text) {
    std::string out;
    bool inside_quotes = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text.substr(at, 3) == "“")
            inside_quotes = true;
        else if (text.substr(at, 3) == "”")
            inside_quotes = false;
        if (!inside_quotes && text.substr(at, 2) == "//") {
            at = text.find('\n', at);
            if (at == std::string_view::npos)
                break;
        }
        out += text[at];
    }
    return out;
}

bool joins_without_space(char32_t code) { return source::display_width(code) == 2; }

} // namespace

} // namespace tiaoli::explain
