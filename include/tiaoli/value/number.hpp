// Exact rational numbers: money in yuan, ratios and plain numbers are all of them, never rounded unless asked.
#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace tiaoli::value {

/// How a number between two steps is brought to one (J01: half-up unless the policy names another).
enum class Rounding : std::uint8_t {
    HalfUp,   ///< 四舍五入: half away from zero
    HalfEven, ///< 四舍六入五成双
    Up,       ///< 进位: away from zero
    Down      ///< 舍去: toward zero
};

/// An exact rational number. Small ones (numerator and denominator within 63 bits) cost no allocation; larger ones are held
/// by Boost.Multiprecision. Value semantics, cheap to copy and move.
class Number {
  public:
    Number();
    Number(std::int64_t whole);
    /// `numerator / denominator`, reduced; the denominator must not be 0.
    static Number fraction(std::int64_t numerator, std::int64_t denominator);
    /// Reads `[-]digits[.digits]` (ASCII, any length); nothing for any other form.
    static std::optional<Number> parse_decimal(std::string_view text);
    /// 10 to the power of `exponent` (may be negative).
    static Number power_of_ten(int exponent);

    Number(const Number&);
    Number(Number&&) noexcept;
    Number& operator=(const Number&);
    Number& operator=(Number&&) noexcept;
    ~Number();

    friend Number operator+(const Number& a, const Number& b);
    friend Number operator-(const Number& a, const Number& b);
    friend Number operator*(const Number& a, const Number& b);
    /// The divisor must not be zero (test with is_zero first).
    friend Number operator/(const Number& a, const Number& b);
    Number operator-() const;
    friend std::strong_ordering operator<=>(const Number& a, const Number& b);
    friend bool operator==(const Number& a, const Number& b);

    bool is_zero() const;
    bool is_negative() const;
    bool is_integer() const;
    Number absolute() const;
    /// The nearest multiple of `step` (> 0) by `rounding`.
    Number rounded_to(const Number& step, Rounding rounding) const;
    /// The integer value when the number is whole and fits.
    std::optional<std::int64_t> to_int64() const;
    /// Number of decimals needed to write it exactly; nothing where no finite decimal is exact (1/3).
    std::optional<int> decimals() const;

    /// Exact decimal without trailing zeros ("1234.5", "-0.01"), or "numerator/denominator" where none exists ("1/3").
    std::string to_text() const;
    /// With exactly `places` decimals, half away from zero: for display only.
    std::string to_fixed(int places) const;
    std::size_t hash() const;

  private:
    friend struct NumberParts;
    struct Large;
    std::int64_t numerator_ = 0;
    std::int64_t denominator_ = 1;
    std::unique_ptr<Large> large_; ///< set when the value does not fit the two small fields
};

/// "1,234,567.89": money with exactly two decimals when whole fen, else its exact text.
std::string money_text(const Number& yuan);
/// "1234567.89", the form of result files: two decimals when whole fen, else its exact text.
std::string money_plain(const Number& yuan);
/// "40%", "20.5%"; a ratio without finite decimals is shown as a fraction and to four decimals of a percent ("1/3（约33.3333%）").
std::string ratio_text(const Number& ratio);

} // namespace tiaoli::value
