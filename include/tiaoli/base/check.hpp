// A check of our own invariants that stays on in release builds: a wrong decision must never leave the program.
#pragma once

namespace tiaoli::base {

/// Prints file, line and the reason on stderr and aborts.
[[noreturn]] void check_failed(const char* file, int line, const char* condition, const char* why);

} // namespace tiaoli::base

/// Aborts with a message when `condition` is false. `why` says what must hold, for a developer.
#define TIAOLI_CHECK(condition, why)                                                                         \
    ((condition) ? static_cast<void>(0) : ::tiaoli::base::check_failed(__FILE__, __LINE__, #condition, why))
