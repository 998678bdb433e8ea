// A ZIP package in memory, the container of a .docx.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace tiaoli::letter {

struct Part {
    std::string name;
    std::string bytes;
};

/// Stored without compression and with one fixed time, so that the same parts always give the same bytes.
std::string package(const std::vector<Part>& parts);

} // namespace tiaoli::letter
