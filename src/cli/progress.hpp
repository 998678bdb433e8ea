// How far a long run has come, for someone who sits before it.
#pragma once

#include "arguments.hpp"

#include <chrono>
#include <cstdint>

namespace tiaoli::cli {

enum class Work : std::uint8_t { Reading, Deciding, Changing };

/// How long the work goes on before the line is shown, and how long a line stands.
struct Pace {
    std::chrono::milliseconds first{400};
    std::chrono::milliseconds next{100};
};

/// One line on stderr that is written over and wiped out at the end. Only where stderr is a terminal and the arguments are not quiet,
/// and only once the work takes longer than a moment.
class ProgressLine {
  public:
    ProgressLine(const Arguments& arguments, Work work, Pace pace = {});
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    /// Of reading: in bytes; of deciding: in decisions; of changing: in changes tried.
    void show(std::uint64_t done, std::uint64_t all);

  private:
    diag::Language language_;
    Work work_;
    bool is_wanted_;
    bool is_shown_ = false;
    std::chrono::milliseconds wait_;
    std::chrono::steady_clock::time_point next_;
};

} // namespace tiaoli::cli
