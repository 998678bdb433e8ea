// Ends the program when one of our own invariants is broken.
#include "tiaoli/base/check.hpp"

#include <cstdio>
#include <cstdlib>

namespace tiaoli::base {

void check_failed(const char* file, int line, const char* condition, const char* why) {
    std::fprintf(stderr, "tiaoli: internal error at %s:%d: %s (%s)\n", file, line, why, condition);
    std::abort();
}

} // namespace tiaoli::base
