// Lists case files; a link may not bring in what lies outside of the folder that was asked for.
#include "case_files.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace tiaoli::data {

namespace {

namespace fs = std::filesystem;

CaseFile described(const fs::path& path) {
    std::error_code error;
    const auto size = fs::file_size(path, error);
    return {path.string(), path.stem().string(), error ? 0 : size, CaseFile::Standing::Sound};
}

bool leads_out(const fs::path& file, const fs::path& folder) {
    std::error_code error;
    const fs::path target = fs::canonical(file, error);
    if (error)
        return false; // it leads nowhere: reading it will say why
    const fs::path home = fs::canonical(folder, error);
    if (error)
        return false;
    const auto [here, there] = std::mismatch(home.begin(), home.end(), target.begin(), target.end());
    return here != home.end() || there == target.end();
}

bool is_hidden(const fs::path& path) {
    const std::string name = path.filename().string();
    return name.starts_with(".") || name.starts_with("~$");
}

/// A link that leads nowhere is kept, so that reading it says so.
CaseFile::Standing standing_of(const fs::directory_entry& entry, const fs::path& folder) {
    std::error_code error;
    if (entry.is_symlink(error) && leads_out(entry.path(), folder))
        return CaseFile::Standing::Outside;
    if (entry.is_regular_file(error) || !entry.exists(error))
        return CaseFile::Standing::Sound;
    return entry.is_directory(error) ? CaseFile::Standing::Folder : CaseFile::Standing::Device;
}

} // namespace

base::Result<std::vector<CaseFile>> case_files(const std::string& path) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (fs::is_regular_file(status))
        return std::vector<CaseFile>{described(path)};
    error.clear();
    std::vector<CaseFile> files;
    fs::directory_iterator each(path, error);
    for (; !error && each != fs::directory_iterator(); each.increment(error)) {
        if (is_hidden(each->path()))
            continue;
        files.push_back(described(each->path()));
        files.back().standing = standing_of(*each, path);
    }
    if (error)
        return base::Failure{path, error.message()};
    std::sort(files.begin(), files.end(),
              [](const CaseFile& a, const CaseFile& b) { return a.path < b.path; });
    return files;
}

} // namespace tiaoli::data
