// Reads the files of a policy folder, each once, and keeps to the folder.
#pragma once

#include "tiaoli/project/project.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>

namespace tiaoli::project {

/// Hands out each file of one folder once.
class Files {
  public:
    Files(std::filesystem::path folder, Project& project, const Instead& instead)
        : folder_(std::move(folder)), project_(project), instead_(instead) {}

    const std::filesystem::path& folder() const { return folder_; }
    /// The path inside the folder that an import or calendar names; nothing (reported at `at`) when it leaves the folder or is not there.
    std::optional<std::filesystem::path> inside(const std::string& name, source::Span at);
    /// Reads a policy file as text; nothing (reported) when it is not UTF-8 or has NUL in it. Environment failures go to `failure`.
    std::optional<source::SourceId> policy(const std::filesystem::path& path);
    /// Reads any file's bytes and notes its checksum.
    std::optional<std::string> bytes(const std::filesystem::path& path);
    /// Takes a file that was read off the list: nothing rests on it.
    void leave_out(const std::filesystem::path& path);
    const std::optional<base::Failure>& failure() const { return failure_; }

  private:
    std::filesystem::path folder_;
    Project& project_;
    const Instead& instead_;
    std::map<std::string, std::optional<source::SourceId>> read_;
    std::map<std::string, std::string> bytes_;
    std::optional<base::Failure> failure_;
};

} // namespace tiaoli::project
