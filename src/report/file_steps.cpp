// Changes of the file system by the calls of POSIX and Linux.
#include "file_steps.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string_view>
#include <vector>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

namespace tiaoli::report {

namespace {

/// A file descriptor that is closed with it.
struct Open {
    int descriptor;
    explicit Open(int opened) : descriptor(opened) {}
    ~Open() {
        if (descriptor >= 0)
            close(descriptor);
    }
    Open(const Open&) = delete;
    Open& operator=(const Open&) = delete;
};

bool write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

/// True where both have the same access list of that name, or neither has one.
bool copy_attribute(const Path& from, const Path& to, const char* name) {
    const ssize_t size = getxattr(from.c_str(), name, nullptr, 0);
    if (size < 0)
        return errno == ENODATA || errno == ENOTSUP;
    std::vector<char> bytes(static_cast<std::size_t>(size));
    const ssize_t read = getxattr(from.c_str(), name, bytes.data(), bytes.size());
    return read == size && setxattr(to.c_str(), name, bytes.data(), bytes.size(), 0) == 0;
}

} // namespace

Trouble trouble_at(const Path& path) { return base::Failure{path.string(), std::strerror(errno)}; }

Trouble write_new(const Path& path, const std::string& bytes) {
    const Open file{open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666)};
    if (file.descriptor < 0 || !write_all(file.descriptor, bytes) || fsync(file.descriptor) != 0)
        return trouble_at(path);
    return std::nullopt;
}

Trouble make_folder(const Path& path) {
    return mkdir(path.c_str(), 0777) == 0 ? std::nullopt : trouble_at(path);
}

Trouble move(const Path& from, const Path& to) {
    return rename(from.c_str(), to.c_str()) == 0 ? std::nullopt : trouble_at(to);
}

Trouble move_to_free_name(const Path& from, const Path& to) {
    if (renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0)
        return std::nullopt;
    if (errno != EINVAL && errno != ENOSYS && errno != ENOTSUP)
        return trouble_at(to);
    if (is_there(to)) { // a file system without that call: a look, and a moment in which another could come
        errno = EEXIST;
        return trouble_at(to);
    }
    return move(from, to);
}

Trouble exchange(const Path& one, const Path& other) {
    return renameat2(AT_FDCWD, one.c_str(), AT_FDCWD, other.c_str(), RENAME_EXCHANGE) == 0
               ? std::nullopt
               : trouble_at(other);
}

Trouble remove_file(const Path& path) {
    return unlink(path.c_str()) == 0 || errno == ENOENT ? std::nullopt : trouble_at(path);
}

Trouble remove_empty_folder(const Path& path) {
    return rmdir(path.c_str()) == 0 || errno == ENOENT ? std::nullopt : trouble_at(path);
}

void link_if_possible(const Path& from, const Path& to) {
    if (link(from.c_str(), to.c_str()) != 0)
        errno = 0;
}

void sync_folder(const Path& folder) {
    const Open opened{open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (opened.descriptor >= 0 && fsync(opened.descriptor) != 0)
        errno = 0;
}

bool is_there(const Path& path) {
    struct stat found {};
    return lstat(path.c_str(), &found) == 0;
}

bool is_folder(const Path& path) {
    struct stat found {};
    return lstat(path.c_str(), &found) == 0 && S_ISDIR(found.st_mode);
}

bool is_same_file(const Path& one, const Path& other) {
    struct stat first {};
    struct stat second {};
    return lstat(one.c_str(), &first) == 0 && lstat(other.c_str(), &second) == 0 &&
           first.st_dev == second.st_dev && first.st_ino == second.st_ino;
}

std::vector<std::string> names_in(const Path& folder) {
    std::vector<std::string> out;
    std::error_code error;
    for (std::filesystem::directory_iterator at{folder, error}, end; !error && at != end; at.increment(error))
        out.push_back(at->path().filename().string());
    std::sort(out.begin(), out.end());
    return out;
}

bool copy_rights(const Path& from, const Path& to) {
    constexpr std::array lists{"system.posix_acl_access", "system.posix_acl_default"};
    struct stat wanted {};
    struct stat given {};
    if (stat(from.c_str(), &wanted) != 0 || stat(to.c_str(), &given) != 0)
        return false;
    if ((wanted.st_uid != given.st_uid || wanted.st_gid != given.st_gid) &&
        chown(to.c_str(), wanted.st_uid, wanted.st_gid) != 0)
        return false;
    return chmod(to.c_str(), wanted.st_mode & 07777) == 0 &&
           std::all_of(lists.begin(), lists.end(),
                       [&](const char* name) { return copy_attribute(from, to, name); });
}

FolderLock::FolderLock(const Path& folder)
    : descriptor_(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
    while (descriptor_ >= 0 && flock(descriptor_, LOCK_EX) != 0) {
        if (errno != EINTR)
            break;
    }
}

FolderLock::~FolderLock() {
    if (descriptor_ >= 0)
        close(descriptor_);
}

} // namespace tiaoli::report
