// Puts new bytes in the place of a file at once.
#include "replace_file.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tiaoli::cli {

namespace {

using Trouble = std::optional<base::Failure>;

Trouble trouble(const std::string& path) { return base::Failure{path, std::strerror(errno)}; }

bool write_all(int descriptor, const std::string& bytes) {
    for (std::size_t at = 0; at < bytes.size();) {
        const ssize_t written = ::write(descriptor, bytes.data() + at, bytes.size() - at);
        if (written < 0 && errno != EINTR) {
            return false;
        }
        at += written > 0 ? static_cast<std::size_t>(written) : 0;
    }
    return true;
}

} // namespace

Trouble replace_file(const std::string& path, const std::string& bytes) {
    struct stat status {};
    if (::lstat(path.c_str(), &status) != 0) {
        return trouble(path);
    }
    if (!S_ISREG(status.st_mode) || (status.st_mode & (S_IWUSR | S_IWGRP | S_IWOTH)) == 0) {
        errno = S_ISLNK(status.st_mode) ? ELOOP : S_ISREG(status.st_mode) ? EACCES : EINVAL;
        return trouble(path);
    }
    const std::string unfinished = path + ".part";
    const int descriptor = ::open(unfinished.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor < 0) {
        return trouble(errno == EEXIST ? unfinished : path);
    }
    const bool written = write_all(descriptor, bytes) && ::fchmod(descriptor, status.st_mode & 07777U) == 0 &&
                         ::fsync(descriptor) == 0;
    const int reason = errno;
    const bool closed = ::close(descriptor) == 0;
    if (written && closed && ::rename(unfinished.c_str(), path.c_str()) == 0) {
        return std::nullopt;
    }
    errno = written ? errno : reason;
    const Trouble why = trouble(path);
    ::unlink(unfinished.c_str());
    return why;
}

} // namespace tiaoli::cli
