// Stops the program at a chosen change of the file system, or lets the disk be full from there on.
#pragma once

#include <functional>

namespace tiaoli::report::testing {

enum class Accident { Kill, FullDisk };

struct Plan {
    Accident accident = Accident::Kill;
    int at = 0;               ///< the how-manieth change it happens at, from 1; 0: never
    bool can_exchange = true; ///< whether the file system can swap two names
};

/// What became of the work.
enum class End { Killed, Succeeded, Failed };

/// Does the work in a process of its own, which has the accident. The work says whether it succeeded.
End run_with(const Plan& plan, const std::function<bool()>& work);

} // namespace tiaoli::report::testing
