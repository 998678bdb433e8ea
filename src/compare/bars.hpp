// Paired bars, before and after, as a drawing inside a page.
#pragma once

#include "tiaoli/value/number.hpp"

#include <string>
#include <vector>

namespace tiaoli::compare {

struct Bar {
    std::string label;
    value::Number before;
    value::Number after;
    std::string before_text;
    std::string after_text;
};

/// An <svg> element that needs nothing but itself; negative amounts go to the left of the line. Its lengths are whole units, so that
/// the same amounts give the same bytes.
std::string bars_svg(const std::vector<Bar>& bars, const std::string& title);

} // namespace tiaoli::compare
