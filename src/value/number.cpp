// Exact rational arithmetic: two 64-bit fields while they suffice, Boost's rationals beyond.
#include "tiaoli/value/number.hpp"

#include "tiaoli/base/check.hpp"

#include <algorithm>
#include <boost/multiprecision/cpp_int.hpp>
#include <numeric>

namespace tiaoli::value {

using Whole = boost::multiprecision::cpp_int;
using Rational = boost::multiprecision::cpp_rational;

struct Number::Large {
    Rational value;
};

namespace {

__extension__ using Wide = __int128;

constexpr std::int64_t greatest = std::numeric_limits<std::int64_t>::max();

bool fits(Wide value) { return value <= greatest && value >= -static_cast<Wide>(greatest); }

Wide common_divisor(Wide a, Wide b) {
    a = a < 0 ? -a : a;
    while (b != 0) {
        const Wide rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

bool fits(const Whole& value) { return value <= greatest && value >= -greatest; }

} // namespace

/// Builds numbers from wide or large parts, choosing the small form whenever it fits, so that equal numbers look alike.
struct NumberParts {
    static Number from_wide(Wide numerator, Wide denominator) {
        const Wide divisor = common_divisor(numerator, denominator);
        numerator /= divisor;
        denominator /= divisor;
        if (fits(numerator) && fits(denominator)) {
            Number number(static_cast<std::int64_t>(numerator));
            number.denominator_ = static_cast<std::int64_t>(denominator);
            return number;
        }
        return from_rational(Rational(Whole(numerator), Whole(denominator)));
    }

    static Number from_rational(Rational value) {
        const Whole numerator = boost::multiprecision::numerator(value);
        const Whole denominator = boost::multiprecision::denominator(value);
        Number number;
        if (fits(numerator) && fits(denominator)) {
            number.numerator_ = static_cast<std::int64_t>(numerator);
            number.denominator_ = static_cast<std::int64_t>(denominator);
        } else {
            number.large_ = std::make_unique<Number::Large>(Number::Large{std::move(value)});
        }
        return number;
    }

    static Rational rational(const Number& number) {
        return number.large_ ? number.large_->value : Rational(number.numerator_, number.denominator_);
    }
    static bool small(const Number& a, const Number& b) { return !a.large_ && !b.large_; }
    static Wide top(const Number& number) { return number.numerator_; }
    static Wide bottom(const Number& number) { return number.denominator_; }
};

namespace {

using Parts = NumberParts;

Whole rounded(const Rational& value, Rounding rounding) {
    const Whole denominator = boost::multiprecision::denominator(value);
    Whole numerator = boost::multiprecision::numerator(value);
    const bool negative = numerator < 0;
    numerator = negative ? Whole(-numerator) : numerator;
    Whole quotient;
    Whole rest;
    boost::multiprecision::divide_qr(numerator, denominator, quotient, rest);
    const Whole twice = rest * 2;
    const bool odd = (quotient & 1) != 0;
    const bool away =
        rest != 0 &&
        (rounding == Rounding::Up || (rounding == Rounding::HalfUp && twice >= denominator) ||
         (rounding == Rounding::HalfEven && (twice > denominator || (twice == denominator && odd))));
    quotient += away ? 1 : 0;
    return negative ? Whole(-quotient) : quotient;
}

/// 10^n as a whole number, n >= 0.
Whole ten_to(unsigned exponent) { return boost::multiprecision::pow(Whole(10), exponent); }

std::string fixed(const Rational& value, unsigned places) {
    Whole scaled = rounded(value * Rational(ten_to(places)), Rounding::HalfUp);
    const bool negative = scaled < 0;
    std::string digits = Whole(negative ? Whole(-scaled) : scaled).str();
    if (places > 0) {
        digits.insert(0, digits.size() <= places ? places + 1 - digits.size() : 0, '0');
        digits.insert(digits.size() - places, ".");
    }
    return (negative ? "-" : "") + digits;
}

} // namespace

Number::Number() = default;

Number::Number(std::int64_t whole) : numerator_(whole) {
    if (whole == std::numeric_limits<std::int64_t>::min()) { // its negation does not fit: kept large
        numerator_ = 0;
        large_ = std::make_unique<Large>(Large{Rational(whole)});
    }
}

Number Number::fraction(std::int64_t numerator, std::int64_t denominator) {
    TIAOLI_CHECK(denominator != 0, "a fraction needs a denominator other than 0");
    return denominator < 0 ? Parts::from_wide(-static_cast<Wide>(numerator), -static_cast<Wide>(denominator))
                           : Parts::from_wide(numerator, denominator);
}

std::optional<Number> Number::parse_decimal(std::string_view text) {
    const bool negative = !text.empty() && text.front() == '-';
    text.remove_prefix(negative ? 1 : 0);
    const std::size_t point = text.find('.');
    const std::string_view whole = text.substr(0, point);
    const std::string_view part =
        point == std::string_view::npos ? std::string_view() : text.substr(point + 1);
    const auto digits = [](std::string_view all) {
        return !all.empty() &&
               std::all_of(all.begin(), all.end(), [](char c) { return c >= '0' && c <= '9'; });
    };
    if (!digits(whole) || (point != std::string_view::npos && !digits(part))) {
        return std::nullopt;
    }
    std::string joined = std::string(whole) + std::string(part);
    joined.erase(0,
                 std::min(joined.find_first_not_of('0'), joined.size() - 1)); // a leading 0 would mean octal
    const Whole top(joined);
    return Parts::from_rational(
        Rational(negative ? Whole(-top) : top, ten_to(static_cast<unsigned>(part.size()))));
}

Number Number::power_of_ten(int exponent) {
    const Whole power = ten_to(static_cast<unsigned>(exponent < 0 ? -exponent : exponent));
    return Parts::from_rational(exponent < 0 ? Rational(Whole(1), power) : Rational(power));
}

Number::Number(const Number& other)
    : numerator_(other.numerator_), denominator_(other.denominator_),
      large_(other.large_ ? std::make_unique<Large>(*other.large_) : nullptr) {}
Number::Number(Number&&) noexcept = default;
Number& Number::operator=(const Number& other) {
    if (this != &other) {
        *this = Number(other);
    }
    return *this;
}
Number& Number::operator=(Number&&) noexcept = default;
Number::~Number() = default;

Number operator+(const Number& a, const Number& b) {
    if (Parts::small(a, b)) {
        if (a.denominator_ == 1 && b.denominator_ == 1) {
            return Parts::from_wide(Parts::top(a) + Parts::top(b), 1);
        }
        if (a.denominator_ <= (std::int64_t{1} << 61) && b.denominator_ <= (std::int64_t{1} << 61)) {
            Wide left;
            Wide right;
            Wide sum;
            if (!__builtin_mul_overflow(Parts::top(a), Parts::bottom(b), &left) &&
                !__builtin_mul_overflow(Parts::top(b), Parts::bottom(a), &right) &&
                !__builtin_add_overflow(left, right, &sum)) {
                return Parts::from_wide(sum, Parts::bottom(a) * Parts::bottom(b));
            }
        }
    }
    return Parts::from_rational(Parts::rational(a) + Parts::rational(b));
}

Number operator-(const Number& a, const Number& b) { return a + (-b); }

Number operator*(const Number& a, const Number& b) {
    if (Parts::small(a, b)) {
        return Parts::from_wide(Parts::top(a) * Parts::top(b), Parts::bottom(a) * Parts::bottom(b));
    }
    return Parts::from_rational(Parts::rational(a) * Parts::rational(b));
}

Number operator/(const Number& a, const Number& b) {
    TIAOLI_CHECK(!b.is_zero(), "the divisor must have been tested");
    if (Parts::small(a, b)) {
        const Wide sign = b.numerator_ < 0 ? -1 : 1;
        return Parts::from_wide(Parts::top(a) * Parts::bottom(b) * sign,
                                Parts::bottom(a) * Parts::top(b) * sign);
    }
    return Parts::from_rational(Parts::rational(a) / Parts::rational(b));
}

Number Number::operator-() const {
    if (large_) {
        return Parts::from_rational(-large_->value);
    }
    Number result(*this);
    result.numerator_ = -result.numerator_;
    return result;
}

std::strong_ordering operator<=>(const Number& a, const Number& b) {
    if (Parts::small(a, b)) {
        return Parts::top(a) * Parts::bottom(b) <=> Parts::top(b) * Parts::bottom(a);
    }
    const int order = Parts::rational(a).compare(Parts::rational(b));
    return order <=> 0;
}

bool operator==(const Number& a, const Number& b) { return (a <=> b) == std::strong_ordering::equal; }

bool Number::is_zero() const { return !large_ && numerator_ == 0; }
bool Number::is_negative() const { return large_ ? large_->value < 0 : numerator_ < 0; }
bool Number::is_integer() const {
    return large_ ? boost::multiprecision::denominator(large_->value) == 1 : denominator_ == 1;
}
Number Number::absolute() const { return is_negative() ? -*this : *this; }

Number Number::rounded_to(const Number& step, Rounding rounding) const {
    TIAOLI_CHECK(step > Number(0), "a rounding step is above 0");
    const Number steps = *this / step;
    return steps.is_integer()
               ? *this
               : Parts::from_rational(Rational(rounded(Parts::rational(steps), rounding))) * step;
}

std::optional<std::int64_t> Number::to_int64() const {
    return !large_ && denominator_ == 1 ? std::optional(numerator_) : std::nullopt;
}

std::optional<int> Number::decimals() const {
    Whole denominator = boost::multiprecision::denominator(Parts::rational(*this));
    int twos = 0;
    int fives = 0;
    for (; denominator % 2 == 0; ++twos) {
        denominator /= 2;
    }
    for (; denominator % 5 == 0; ++fives) {
        denominator /= 5;
    }
    return denominator == 1 ? std::optional(std::max(twos, fives)) : std::nullopt;
}

std::string Number::to_text() const {
    const Rational value = Parts::rational(*this);
    const std::optional<int> places = decimals();
    return places ? fixed(value, static_cast<unsigned>(*places)) : value.str();
}

std::string Number::to_fixed(int places) const {
    return fixed(Parts::rational(*this), static_cast<unsigned>(std::max(places, 0)));
}

std::size_t Number::hash() const {
    if (large_) {
        return std::hash<std::string>()(large_->value.str());
    }
    return std::hash<std::int64_t>()(numerator_) * 31 + std::hash<std::int64_t>()(denominator_);
}

} // namespace tiaoli::value
