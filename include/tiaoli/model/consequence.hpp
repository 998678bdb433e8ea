// What follows where a rule does not hold, or an obligation is not met.
#pragma once

#include <cstdint>

namespace tiaoli::model {

enum class Consequence : std::uint8_t { Fail, Return, Defer, Manual, Hint };

} // namespace tiaoli::model
