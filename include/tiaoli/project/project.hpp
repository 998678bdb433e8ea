// An immutable snapshot of a policy folder: sources, syntax, the checked policy and all messages.
#pragma once

#include "tiaoli/check/check.hpp"
#include "tiaoli/parse/parse.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace tiaoli::project {

struct PolicyFile {
    std::string path;
    std::string sha256; ///< of the file's bytes, hexadecimal
};

struct Project {
    source::Sources sources;
    std::vector<std::vector<syntax::Tree>> versions; ///< per version: its trees, the version file first
    model::Policy policy;
    diag::Diagnostics messages;
    std::vector<PolicyFile> files; ///< policy files and calendars, each once, by path
    /// Like `versions`: of each tree the readings of bodies that were taken for their meaning.
    std::vector<std::vector<std::set<syntax::NodeId>>> meant = {};
};

/// Loads a policy folder (every *.policy with a 版本 is a version of it; files that only others import are not) or one policy file.
/// A version marked 草案 is no part of its folder unless it is the version asked for by name. Imports stay inside the folder; a
/// cycle is an error that shows the way round. Fails only when the environment does.
base::Result<Project> load(const std::string& path, const std::string& asked_version = {});

/// A file that holds a version, by its head alone.
struct VersionFile {
    std::string name;
    std::string path;
    bool draft = false; ///< marked 草案
};
/// The versions in a policy folder, or the one in a policy file, by path; files that cannot be read are left to `load`.
std::vector<VersionFile> version_files(const std::string& path);

/// Bytes to be read in place of files, by their normal paths.
using Instead = std::map<std::string, std::string>;
/// The same, as if these files held other bytes already.
base::Result<Project> load(const std::string& path, const Instead& instead,
                           const std::string& asked_version = {});

} // namespace tiaoli::project
