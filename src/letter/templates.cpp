// Finds the templates beside a policy and reads their first lines.
#include "tiaoli/letter/letter.hpp"

#include "words.hpp"

#include "tiaoli/diag/nearest.hpp"
#include "tiaoli/source/encoding.hpp"

#include <algorithm>
#include <filesystem>

namespace tiaoli::letter {

namespace {

class Reader {
  public:
    Reader(Templates& into, const model::Schema& schema) : into_(into), schema_(schema) {}

    void read(const std::string& path, std::string text);

  private:
    void read_head(Template& out, const Template::Line& line);
    void read_matters(Template& out, const Template::Line& line, std::string_view words);
    void read_verdicts(Template& out, const Template::Line& line, std::string_view words);

    Templates& into_;
    const model::Schema& schema_;
};

std::vector<Template::Line> lines_of(const source::Sources& sources, source::SourceId source);

} // namespace

base::Result<Templates> read_templates(const std::string& policy_path, const model::Schema& schema) {
    namespace files = std::filesystem;
    std::error_code error;
    const files::path policy{policy_path};
    const files::path folder =
        (files::is_directory(policy, error) ? policy : policy.parent_path()) / "letters";
    Templates out;
    out.folder = folder.string();
    if (!files::is_directory(folder, error))
        return out;
    std::vector<std::string> paths;
    for (files::directory_iterator at{folder, error}, end; !error && at != end; at.increment(error)) {
        if (at->path().extension() == ".txt")
            paths.push_back(at->path().string());
    }
    if (error)
        return base::Failure{out.folder, error.message()};
    std::sort(paths.begin(), paths.end());
    Reader reader{out, schema};
    for (const std::string& path : paths) {
        const auto bytes = source::read_file(path);
        if (!bytes.ok())
            return bytes.failure();
        const source::DecodedText decoded = source::decode_bytes(bytes.value());
        if (decoded.bad_byte)
            return base::Failure{path, "认不出这个文件的编码，请另存为 UTF-8 (encoding not recognised)"};
        reader.read(path, decoded.text);
    }
    return out;
}

namespace {

void Reader::read(const std::string& path, std::string text) {
    const source::SourceId source = into_.sources.add(path, std::move(text));
    Template out;
    out.name = std::filesystem::path{path}.stem().string();
    const std::size_t mistakes = into_.messages.all().size();
    bool in_head = true;
    for (Template::Line& line : lines_of(into_.sources, source)) {
        if (line.text.starts_with("//"))
            continue;
        if (!in_head) {
            if (!line.text.empty())
                out.lines.push_back(std::move(line));
        } else if (!line.text.empty()) {
            out.head = line.span;
            read_head(out, line);
        } else {
            in_head = out.matters.empty() && out.verdicts.empty();
        }
    }
    if (into_.messages.all().size() > mistakes)
        return;
    if (out.matters.empty() || out.verdicts.empty())
        into_.messages.add(diag::Message::LetterHead, source::Span{source, 0, 0});
    else
        into_.templates.push_back(std::move(out));
}

void Reader::read_head(Template& out, const Template::Line& line) {
    if (const auto matters = after_word(line.text, "事项"))
        read_matters(out, line, *matters);
    else if (const auto verdicts = after_word(line.text, "结论"))
        read_verdicts(out, line, *verdicts);
    else if (const auto name = after_word(line.text, "文书"))
        out.name = std::string{*name};
    else
        into_.messages.add(diag::Message::LetterHead, line.span);
}

void Reader::read_matters(Template& out, const Template::Line& line, std::string_view words) {
    std::vector<std::string> known;
    for (const model::Matter& matter : schema_.matters)
        known.push_back(matter.name);
    for (const std::string& name : listed(words)) {
        const auto found = std::find(known.begin(), known.end(), name);
        if (found != known.end())
            out.matters.push_back({static_cast<std::uint32_t>(found - known.begin())});
        else
            diag::add_with_nearest(into_.messages, diag::Message::LetterMatter, line.span, {name}, name,
                                   known);
    }
}

void Reader::read_verdicts(Template& out, const Template::Line& line, std::string_view words) {
    const std::vector<std::string>& known = schema_.enumerations[schema_.verdicts].values;
    for (const std::string& name : listed(words)) {
        const auto found = std::find(known.begin(), known.end(), name);
        if (found != known.end())
            out.verdicts.push_back(static_cast<model::Verdict>(found - known.begin()));
        else
            diag::add_with_nearest(into_.messages, diag::Message::LetterVerdict, line.span, {name}, name,
                                   known);
    }
}

/// Without blanks at both ends.
std::vector<Template::Line> lines_of(const source::Sources& sources, source::SourceId source) {
    std::vector<Template::Line> out;
    const source::SourceFile& file = sources[source];
    for (std::uint32_t line = 1; line <= file.line_starts.size(); ++line) {
        const std::string_view whole = sources.line_text(source, line);
        const std::string_view text = trimmed(whole);
        const auto begin = file.line_starts[line - 1] +
                           static_cast<std::uint32_t>(text.empty() ? 0 : text.data() - whole.data());
        out.push_back({std::string{text}, {source, begin, begin + static_cast<std::uint32_t>(text.size())}});
    }
    return out;
}

} // namespace

} // namespace tiaoli::letter
