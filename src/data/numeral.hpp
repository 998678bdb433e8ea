// Numerals without sign and unit: digits with thousands commas, scientific notation, Chinese numerals.
#pragma once

#include "tiaoli/value/number.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace tiaoli::data {

/// 1234.50, 1,234,567.89, 3.00E+06, 三百, 叁佰万; nothing for any other form.
std::optional<value::Number> read_numeral(std::string_view text);
/// Puts the digits of a whole number, whose commas must stand at each third digit, into `digits`.
bool take_grouped(std::string_view whole, std::string& digits);

} // namespace tiaoli::data
