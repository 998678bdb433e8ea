// How far a Chinese numeral reaches in a text.
#pragma once

#include <cstddef>
#include <string_view>

namespace tiaoli::value {

/// Bytes of `text` that are Chinese digits or units, from its beginning; whether they form a number is not said.
std::size_t chinese_numeral_length(std::string_view text);

} // namespace tiaoli::value
