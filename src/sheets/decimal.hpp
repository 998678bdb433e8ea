// A number as a file writes it, kept as its decimal digits: no binary fraction ever comes in between.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tiaoli::sheets {

/// 0.digits times ten to the power of `point`.
struct Decimal {
    bool negative = false;
    std::string digits = {}; ///< neither first nor last is 0; empty for zero
    int point = 0;

    /// Reads 12, -0.5, 1.5E+3; nothing for any other text.
    static std::optional<Decimal> read(std::string_view text);
    /// Rounded half up to the 15 significant digits that spreadsheets show: 0.10000000000000001 is 0.1.
    Decimal as_shown() const;
    Decimal times_power_of_ten(int exponent) const;
    /// 1234.5, without exponent unless the number is beyond 10 to the power of 40.
    std::string text() const;
    /// The digits before the point, up to `most`; nothing beyond or below zero.
    std::optional<std::int64_t> whole(std::int64_t most) const;
    /// What stands behind the point, in units of ten to the power of minus nine.
    std::int64_t billionths() const;
};

} // namespace tiaoli::sheets
