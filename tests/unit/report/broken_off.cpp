// The calls by which the program changes the file system stand here once more, in front of the system's own, and count.
#include "broken_off.hpp"

#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdlib>

#include <fcntl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

using namespace tiaoli::report::testing;

bool is_counting = false;
Plan plan;
int changes = 0;

enum class Kind { Space, Other };

/// False when this change fails because the disk is full; does not come back when the program ends here.
bool may_go_on(Kind kind) {
    if (!is_counting)
        return true;
    ++changes;
    if (plan.at == 0 || changes < plan.at)
        return true;
    if (plan.accident == Accident::Kill)
        raise(SIGKILL);
    if (kind == Kind::Other)
        return true;
    errno = ENOSPC;
    return false;
}

} // namespace

extern "C" {

int mkdir(const char* path, mode_t mode) {
    return may_go_on(Kind::Space) ? static_cast<int>(syscall(SYS_mkdir, path, mode)) : -1;
}

int open(const char* path, int flags, ...) {
    mode_t mode = 0;
    if ((flags & O_CREAT) != 0) {
        va_list more;
        va_start(more, flags);
        mode = va_arg(more, mode_t);
        va_end(more);
        if (!may_go_on(Kind::Space))
            return -1;
    }
    return static_cast<int>(syscall(SYS_openat, AT_FDCWD, path, flags, mode));
}

ssize_t write(int descriptor, const void* bytes, size_t count) {
    return may_go_on(Kind::Space) ? static_cast<ssize_t>(syscall(SYS_write, descriptor, bytes, count)) : -1;
}

int fsync(int descriptor) {
    return descriptor >= 0 && may_go_on(Kind::Space) ? 0 : -1; // nobody pulls the plug in a test
}

int link(const char* from, const char* to) noexcept {
    return may_go_on(Kind::Space) ? static_cast<int>(syscall(SYS_link, from, to)) : -1;
}

int unlink(const char* path) noexcept {
    return may_go_on(Kind::Other) ? static_cast<int>(syscall(SYS_unlink, path)) : -1;
}

int rmdir(const char* path) noexcept {
    return may_go_on(Kind::Other) ? static_cast<int>(syscall(SYS_rmdir, path)) : -1;
}

int rename(const char* from, const char* to) noexcept {
    return may_go_on(Kind::Other) ? static_cast<int>(syscall(SYS_rename, from, to)) : -1;
}

int renameat2(int from_folder, const char* from, int to_folder, const char* to, unsigned flags) noexcept {
    if (is_counting && !plan.can_exchange) {
        errno = EINVAL;
        return -1;
    }
    return may_go_on(Kind::Other)
               ? static_cast<int>(syscall(SYS_renameat2, from_folder, from, to_folder, to, flags))
               : -1;
}
}

namespace tiaoli::report::testing {

End run_with(const Plan& wanted, const std::function<bool()>& work) {
    const pid_t child = fork();
    if (child == 0) {
        plan = wanted;
        changes = 0;
        is_counting = true;
        const bool succeeded = work();
        _exit(succeeded ? 0 : 1);
    }
    int status = 0;
    waitpid(child, &status, 0);
    if (WIFSIGNALED(status))
        return End::Killed;
    return WEXITSTATUS(status) == 0 ? End::Succeeded : End::Failed;
}

} // namespace tiaoli::report::testing
