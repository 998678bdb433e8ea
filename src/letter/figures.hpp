// Which cells of a letter's table are figures, which stand to the right.
#pragma once

#include <string_view>

namespace tiaoli::letter {

/// An amount, a ratio or a number: begins with a digit or a sign and ends with a digit, 元 or %.
inline bool is_figure(std::string_view cell) {
    if (cell.empty())
        return false;
    const auto digit = [](char sign) { return sign >= '0' && sign <= '9'; };
    const bool begins = digit(cell.front()) || (cell.front() == '-' && cell.size() > 1);
    return begins && (digit(cell.back()) || cell.ends_with("元") || cell.back() == '%');
}

} // namespace tiaoli::letter
