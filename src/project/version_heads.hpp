// What a policy file says of itself at its head: whether it holds a version, its name, whether that is a draft.
#pragma once

#include "tiaoli/project/project.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace tiaoli::project {

struct VersionHead {
    bool version = false; ///< has a 版本
    bool draft = false;   ///< has a 版本 and a 草案
    std::string name = {};
};

VersionHead version_head(const syntax::Tree& tree);

/// The *.policy files of a folder, by path.
std::vector<std::filesystem::path> policy_files(const std::filesystem::path& folder);

} // namespace tiaoli::project
