// Reads the files of a policy folder.
#include "files.hpp"

#include "tiaoli/source/checksum.hpp"
#include "tiaoli/source/encoding.hpp"

#include <algorithm>

namespace tiaoli::project {

namespace fs = std::filesystem;
using diag::Message;

std::optional<fs::path> Files::inside(const std::string& name, source::Span at) {
    std::error_code error;
    const fs::path folder = fs::weakly_canonical(folder_, error);
    const fs::path target = fs::weakly_canonical(folder_ / name, error);
    const auto rest = std::mismatch(folder.begin(), folder.end(), target.begin(), target.end());
    if (name.empty() || rest.first != folder.end()) {
        project_.messages.add(Message::ImportOutside, at, {name});
        return std::nullopt;
    }
    if (!fs::is_regular_file(target, error)) {
        project_.messages.add(Message::ImportMissing, at, {name});
        return std::nullopt;
    }
    return (folder_ / name).lexically_normal();
}

std::optional<std::string> Files::bytes(const fs::path& path) {
    const std::string name = path.string();
    if (const auto known = bytes_.find(name); known != bytes_.end()) {
        return known->second;
    }
    const auto other = instead_.find(name);
    const base::Result<std::string> read =
        other != instead_.end() ? base::Result<std::string>(other->second) : source::read_file(name);
    if (!read.ok()) {
        failure_ = read.failure();
        return std::nullopt;
    }
    project_.files.push_back({name, source::sha256(read.value())});
    bytes_[name] = read.value();
    return read.value();
}

void Files::leave_out(const fs::path& path) {
    std::erase_if(project_.files, [&](const PolicyFile& file) { return file.path == path.string(); });
}

std::optional<source::SourceId> Files::policy(const fs::path& path) {
    const std::string name = path.string();
    if (const auto known = read_.find(name); known != read_.end()) {
        return known->second;
    }
    const std::optional<std::string> content = bytes(path);
    if (!content) {
        return std::nullopt;
    }
    const source::DecodedText decoded = source::decode_bytes(*content);
    const bool utf8 =
        decoded.encoding == source::Encoding::Utf8 || decoded.encoding == source::Encoding::Utf8Bom;
    const bool readable = decoded.encoding != source::Encoding::Unknown;
    const source::SourceId source =
        project_.sources.add(name, utf8 || !readable ? decoded.text : std::string());
    read_[name] = utf8 ? std::optional(source) : std::nullopt;
    if (!readable) {
        const auto at =
            static_cast<std::uint32_t>(std::min(decoded.bad_byte.value_or(0), decoded.text.size()));
        const std::uint32_t line = project_.sources.line_column(source, at).line;
        project_.messages.add(Message::PolicyBytes, source::Span{source, at, at}, {std::to_string(line)});
    } else if (!utf8) {
        project_.messages.add(Message::PolicyEncoding, source::Span{source, 0, 0},
                              {std::string(source::encoding_name(decoded.encoding))});
    }
    return read_[name];
}

} // namespace tiaoli::project
