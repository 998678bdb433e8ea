// How far a long run has come, for someone who sits before it.
#pragma once

#include "arguments.hpp"

#include <chrono>
#include <cstddef>

namespace tiaoli::cli {

/// One line on stderr that is written over and wiped out at the end. Only where stderr is a terminal and the arguments are not quiet,
/// and only once the work takes longer than a moment.
class ProgressLine {
  public:
    explicit ProgressLine(const Arguments& arguments);
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    void show(std::size_t done, std::size_t all);

  private:
    diag::Language language_;
    bool is_wanted_;
    bool is_shown_ = false;
    std::chrono::steady_clock::time_point next_;
};

} // namespace tiaoli::cli
