// A folder of its own for one test.
#pragma once

#include "tiaoli/source/source.hpp"

#include <filesystem>
#include <random>
#include <string>

namespace tiaoli::report::testing {

struct Folder {
    std::filesystem::path path =
        std::filesystem::temp_directory_path() / ("tiaoli-report-" + std::to_string(std::random_device{}()));
    Folder() {
        std::filesystem::remove_all(path);
        std::filesystem::create_directories(path);
    }
    ~Folder() { std::filesystem::remove_all(path); }
    std::string in(const std::string& name) const { return (path / name).string(); }
};

/// The bytes of a file; “(none)” where it cannot be read.
inline std::string bytes_of(const std::string& path) {
    const auto bytes = source::read_file(path);
    return bytes.ok() ? bytes.value() : "(none)";
}

} // namespace tiaoli::report::testing
