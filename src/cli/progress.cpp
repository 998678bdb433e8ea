// Writes the line of progress, seldom.
#include "progress.hpp"

#include <fmt/format.h>

#include <cstdio>

#include <unistd.h>

namespace tiaoli::cli {

namespace {

/// Back to the beginning of the line, and wipe it out (ECMA-48: CR, EL).
constexpr std::string_view wipe = "\r\x1b[K";

} // namespace

ProgressLine::ProgressLine(const Arguments& arguments, Work work, Pace pace)
    : language_(arguments.language), work_(work), is_wanted_(!arguments.quiet && isatty(STDERR_FILENO) == 1),
      wait_(pace.next), next_(std::chrono::steady_clock::now() + pace.first) {}

ProgressLine::~ProgressLine() {
    if (is_shown_)
        fmt::print(stderr, "{}", wipe);
}

void ProgressLine::show(std::uint64_t done, std::uint64_t all) {
    if (!is_wanted_ || all == 0)
        return;
    const auto now = std::chrono::steady_clock::now();
    if (now < next_)
        return;
    next_ = now + wait_;
    is_shown_ = true;
    const bool is_chinese = language_ == diag::Language::Chinese;
    const std::uint64_t percent = done * 100 / all;
    if (work_ == Work::Reading)
        fmt::print(stderr, fmt::runtime(is_chinese ? "{}正在读案卷：{}%" : "{}reading the case files: {}%"),
                   wipe, percent);
    else if (work_ == Work::Changing)
        fmt::print(
            stderr,
            fmt::runtime(is_chinese ? "{}正在试改动：{} / {}（{}%）" : "{}trying changes: {} of {} ({}%)"),
            wipe, done, all, percent);
    else
        fmt::print(stderr,
                   fmt::runtime(is_chinese ? "{}正在办理：{} / {}（{}%）" : "{}deciding: {} of {} ({}%)"),
                   wipe, done, all, percent);
    std::fflush(stderr);
}

} // namespace tiaoli::cli
