// Two ways to put a result set in the place of another: docs/decisions/0013-result-files.md.
#pragma once

#include "file_steps.hpp"

#include "tiaoli/report/report.hpp"

namespace tiaoli::report {

/// Said of a way that cannot be gone here; nothing has been changed then.
enum class Way : std::uint8_t { Done, NotHere };

/// Builds the whole folder beside its place and swaps the two at once: at every moment the old results or the new ones. Not where
/// the folder is one that the program works in, a mount point, or on a file system that cannot swap.
base::Result<Way> replace_by_swap(const Path& folder, const std::vector<OutputFile>& files);

/// Builds the files inside the folder and moves them one by one, the manifest away first and in last: a folder with a manifest
/// holds one run's results. What a killed run left undone, the next one finishes first.
Trouble replace_in_place(const Path& folder, const std::vector<OutputFile>& files);

} // namespace tiaoli::report
