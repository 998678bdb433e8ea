// Threads that take pieces of work from a common counter.
#include "tiaoli/base/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <system_error>
#include <thread>
#include <vector>

namespace tiaoli::base {

std::size_t usual_jobs() {
    return std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, most_jobs);
}

void in_parallel(std::size_t jobs, std::size_t count, const std::function<void(std::size_t)>& work) {
    std::atomic<std::size_t> next{0};
    const auto take = [&] {
        for (std::size_t at = next++; at < count; at = next++)
            work(at);
    };
    std::vector<std::jthread> others;
    const std::size_t wanted = std::min({jobs, count, most_jobs});
    try {
        while (others.size() + 1 < wanted)
            others.emplace_back(take);
    } catch (const std::system_error&) {
        // No further thread is to be had: this one and those begun do the work.
    }
    take();
}

} // namespace tiaoli::base
