// Single changes of the file system, each of which is done or not done when the program is killed.
#pragma once

#include "tiaoli/base/result.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace tiaoli::report {

using Path = std::filesystem::path;
using Trouble = std::optional<base::Failure>; ///< nothing: it went well

/// The system's reason (errno) why the path could not be had.
Trouble trouble_at(const Path& path);

/// A new file with these bytes, which are on the disk on return.
Trouble write_new(const Path& path, const std::string& bytes);
Trouble make_folder(const Path& path);
Trouble move(const Path& from, const Path& to);
/// Not over a file that is there already.
Trouble move_to_free_name(const Path& from, const Path& to);
/// Both names swap what they stand for, at once. Not every file system can.
Trouble exchange(const Path& one, const Path& other);
/// Nothing to remove is no trouble.
Trouble remove_file(const Path& path);
Trouble remove_empty_folder(const Path& path);
/// The same file under a second name; where that cannot be, nothing happens.
void link_if_possible(const Path& from, const Path& to);
/// What was done in the folder is on the disk, where the system can say so.
void sync_folder(const Path& folder);

bool is_there(const Path& path);
bool is_folder(const Path& path);
bool is_same_file(const Path& one, const Path& other);
/// The names of what is in the folder, sorted; empty where it cannot be read.
std::vector<std::string> names_in(const Path& folder);

/// Mode, owner and access list of a folder are given to another. False where one of them cannot be: the other would then not be
/// open to the same people.
bool copy_rights(const Path& from, const Path& to);

/// Waits until no other run is writing in the folder. Where the file system knows no locks, there is none.
class FolderLock {
  public:
    explicit FolderLock(const Path& folder);
    ~FolderLock();
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;

  private:
    int descriptor_;
};

} // namespace tiaoli::report
