// The files that a path of case data names: those of a folder, or the one file.
#pragma once

#include "tiaoli/base/result.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace tiaoli::data {

struct CaseFile {
    std::string path;
    std::string stem; ///< the name without its ending
    std::uint64_t size = 0;
    enum class Standing : std::uint8_t {
        Sound,
        Outside, ///< a link in the folder that leads out of it
        Folder,
        Device ///< or a pipe: reading it might never end
    } standing = Standing::Sound;
};

/// Sorted by path; what is hidden (`.x`) or an office program's lock file (`~$x`) is left out.
base::Result<std::vector<CaseFile>> case_files(const std::string& path);

} // namespace tiaoli::data
