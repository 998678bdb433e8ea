// Work that falls into many independent pieces, on several threads.
#pragma once

#include <cstddef>
#include <functional>

namespace tiaoli::base {

/// More threads than this are never begun.
inline constexpr std::size_t most_jobs = 64;
/// As many as the machine runs at once; at least 1.
std::size_t usual_jobs();

/// Calls `work` with every number below `count`, on up to `jobs` threads; in no order, so each piece writes to a place of its own.
/// Returns when all are done. Where the system gives no further thread, those that there are do it all.
void in_parallel(std::size_t jobs, std::size_t count, const std::function<void(std::size_t)>& work);

} // namespace tiaoli::base
