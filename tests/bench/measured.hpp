// One piece of work in a process of its own: its time and its peak memory, apart from all that ran before.
#pragma once

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tiaoli::bench {

struct Measured {
    std::chrono::microseconds processor{0}; ///< of all its threads
    std::size_t peak_bytes = 0;             ///< resident
};

inline Measured measured(const std::function<void()>& work) {
    std::fflush(nullptr);
    const pid_t child = fork();
    if (child == 0) {
        work();
        _exit(0);
    }
    int status = 0;
    rusage used = {};
    if (child < 0 || wait4(child, &status, 0, &used) != child || status != 0) {
        std::fputs("a measured process failed\n", stderr);
        std::exit(1);
    }
    const auto time = [](const timeval& t) {
        return std::chrono::microseconds(t.tv_usec) + std::chrono::seconds(t.tv_sec);
    };
    return {time(used.ru_utime) + time(used.ru_stime), static_cast<std::size_t>(used.ru_maxrss) * 1024};
}

} // namespace tiaoli::bench
