// Reads the heads of policy files, without anything else of them.
#include "version_heads.hpp"

#include "tiaoli/source/encoding.hpp"

#include <algorithm>

namespace tiaoli::project {

namespace fs = std::filesystem;
using syntax::Kind;
using syntax::NodeId;

VersionHead version_head(const syntax::Tree& tree) {
    const NodeId version = tree.child(tree.root(), Kind::version_decl);
    if (!version.valid()) {
        return {};
    }
    const NodeId name = tree.child(version, Kind::string);
    return {true, tree.child(tree.root(), Kind::draft_decl).valid(),
            name.valid() ? std::string(tree.verbatim(name)) : std::string{}};
}

std::vector<fs::path> policy_files(const fs::path& folder) {
    std::vector<fs::path> found;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder, error)) {
        if (entry.path().extension() == ".policy" && entry.is_regular_file(error)) {
            found.push_back(entry.path().lexically_normal());
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

std::vector<VersionFile> version_files(const std::string& path) {
    std::error_code error;
    std::vector<VersionFile> found;
    const bool is_folder = fs::is_directory(path, error);
    for (const fs::path& each :
         is_folder ? policy_files(path) : std::vector{fs::path(path).lexically_normal()}) {
        const base::Result<std::string> bytes = source::read_file(each.string());
        if (!bytes.ok()) {
            continue;
        }
        source::Sources sources;
        const source::SourceId source = sources.add(each.string(), source::decode_bytes(bytes.value()).text);
        diag::Diagnostics unused;
        const VersionHead head = version_head(parse::parse_structure(sources, source, unused));
        if (head.version) {
            found.push_back({head.name, each.string(), head.draft});
        }
    }
    return found;
}

} // namespace tiaoli::project
