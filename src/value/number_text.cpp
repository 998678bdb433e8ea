// How amounts and ratios are shown.
#include "tiaoli/value/number.hpp"

#include <fmt/format.h>

namespace tiaoli::value {

std::string money_plain(const Number& yuan) {
    return (yuan * Number(100)).is_integer() ? yuan.to_fixed(2) : yuan.to_text();
}

std::string money_text(const Number& yuan) {
    std::string text = money_plain(yuan);
    const std::size_t first = text.front() == '-' ? 1 : 0;
    const std::size_t stop = std::min(text.find_first_of("./"), text.size());
    for (std::size_t at = stop; text.find('/') == std::string::npos && at > first + 3;) {
        at -= 3;
        text.insert(at, ",");
    }
    return text;
}

std::string ratio_text(const Number& ratio) {
    const Number percent = ratio * Number(100);
    return percent.decimals() ? percent.to_text() + "%"
                              : fmt::format("{}（约{}%）", ratio.to_text(), percent.to_fixed(4));
}

} // namespace tiaoli::value
