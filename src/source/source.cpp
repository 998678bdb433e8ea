// Keeps source texts, finds lines and columns in them, and reads files.
#include "tiaoli/source/source.hpp"

#include "tiaoli/source/characters.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

namespace tiaoli::source {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::vector<std::uint32_t> line_starts_of(std::string_view text) {
    std::vector<std::uint32_t> starts{0};
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool pair = text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n';
        if (pair)
            continue;
        if (text[at] == '\n' || text[at] == '\r')
            starts.push_back(static_cast<std::uint32_t>(at + 1));
    }
    return starts;
}

struct FileCloser {
    void operator()(std::FILE* file) const { std::fclose(file); }
};

} // namespace

Span join(Span a, Span b) {
    TIAOLI_CHECK(a.source == b.source, "only spans of one source can be joined");
    return {a.source, std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

SourceId Sources::add(std::string path, std::string text) {
    SourceFile file;
    file.path = std::move(path);
    if (text.compare(0, byte_order_mark.size(), byte_order_mark) == 0) {
        file.text = text.substr(byte_order_mark.size());
        file.bytes = std::move(text);
    } else {
        file.text = std::move(text);
    }
    file.line_starts = line_starts_of(file.text);
    return files_.add(std::move(file));
}

std::string_view Sources::text(Span span) const {
    const std::string& text = files_[span.source].text;
    TIAOLI_CHECK(span.begin <= span.end && span.end <= text.size(), "a span must lie inside its source");
    return std::string_view(text).substr(span.begin, span.end - span.begin);
}

LineColumn Sources::line_column(SourceId id, std::uint32_t offset) const {
    const SourceFile& file = files_[id];
    const auto after = std::upper_bound(file.line_starts.begin(), file.line_starts.end(), offset);
    const auto line = static_cast<std::uint32_t>(after - file.line_starts.begin());
    const std::size_t end = std::min<std::size_t>(offset, file.text.size());
    LineColumn place{line, 1};
    for (std::size_t at = file.line_starts[line - 1]; at < end; ++place.column)
        at += decode(file.text, at).length;
    return place;
}

std::string_view Sources::line_text(SourceId id, std::uint32_t line) const {
    const SourceFile& file = files_[id];
    TIAOLI_CHECK(line >= 1 && line <= file.line_starts.size(), "a line must lie inside its source");
    const std::size_t begin = file.line_starts[line - 1];
    std::size_t end = line < file.line_starts.size() ? file.line_starts[line] : file.text.size();
    while (end > begin && (file.text[end - 1] == '\n' || file.text[end - 1] == '\r'))
        --end;
    return std::string_view(file.text).substr(begin, end - begin);
}

base::Result<std::string> read_file(const std::string& path) {
    const std::unique_ptr<std::FILE, FileCloser> file(std::fopen(path.c_str(), "rb"));
    if (file == nullptr)
        return base::Failure{path, std::strerror(errno)};
    std::string bytes;
    std::array<char, 65536> block;
    for (;;) {
        errno = 0;
        const std::size_t got = std::fread(block.data(), 1, block.size(), file.get());
        bytes.append(block.data(), got);
        if (got == block.size())
            continue;
        if (std::ferror(file.get()) != 0)
            return base::Failure{path, std::strerror(errno)};
        return bytes;
    }
}

} // namespace tiaoli::source
