// Reads, rounds and writes decimal numbers by their digits.
#include "decimal.hpp"

#include <algorithm>

namespace tiaoli::sheets {

namespace {

constexpr std::size_t significant = 15;
constexpr int longest_plain = 40;
constexpr int largest_exponent = 400;

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

std::string_view take_digits(std::string_view& text) {
    std::size_t end = 0;
    while (end < text.size() && is_digit(text[end]))
        ++end;
    const std::string_view digits = text.substr(0, end);
    text.remove_prefix(end);
    return digits;
}

bool take(std::string_view& text, char byte) {
    if (text.empty() || text.front() != byte)
        return false;
    text.remove_prefix(1);
    return true;
}

void trim(Decimal& number) {
    const std::size_t first = number.digits.find_first_not_of('0');
    if (first == std::string::npos) {
        number = {};
        return;
    }
    number.digits.erase(0, first);
    number.point -= static_cast<int>(first);
    number.digits.erase(number.digits.find_last_not_of('0') + 1);
}

/// The exponent behind E; nothing where it is none or absurd.
std::optional<int> read_exponent(std::string_view text) {
    const bool negative = take(text, '-');
    if (!negative)
        take(text, '+');
    const std::string_view digits = take_digits(text);
    if (digits.empty() || digits.size() > 3 || !text.empty())
        return std::nullopt;
    const int exponent = std::stoi(std::string(digits));
    if (exponent > largest_exponent)
        return std::nullopt;
    return negative ? -exponent : exponent;
}

} // namespace

std::optional<Decimal> Decimal::read(std::string_view text) {
    constexpr std::size_t longest = 400;
    Decimal number;
    if (text.size() > longest)
        return std::nullopt;
    number.negative = take(text, '-');
    if (!number.negative)
        take(text, '+');
    const std::string_view whole = take_digits(text);
    number.digits = whole;
    number.point = static_cast<int>(whole.size());
    if (take(text, '.'))
        number.digits += take_digits(text);
    if (number.digits.empty())
        return std::nullopt;
    if (take(text, 'E') || take(text, 'e')) {
        const auto exponent = read_exponent(text);
        if (!exponent)
            return std::nullopt;
        number.point += *exponent;
    } else if (!text.empty()) {
        return std::nullopt;
    }
    trim(number);
    return number;
}

Decimal Decimal::as_shown() const {
    if (digits.size() <= significant)
        return *this;
    Decimal out = *this;
    const bool up = digits[significant] >= '5';
    out.digits.resize(significant);
    std::size_t at = significant;
    while (up && at > 0) {
        char& digit = out.digits[--at];
        digit = digit == '9' ? '0' : static_cast<char>(digit + 1);
        if (digit != '0')
            break;
    }
    if (up && out.digits.front() == '0') { // 99…9 has become 100…0
        out.digits.insert(out.digits.begin(), '1');
        out.point += 1;
    }
    trim(out);
    return out;
}

Decimal Decimal::times_power_of_ten(int exponent) const {
    Decimal out = *this;
    if (!digits.empty())
        out.point += exponent;
    return out;
}

std::string Decimal::text() const {
    if (digits.empty())
        return "0";
    const std::string sign = negative ? "-" : "";
    const int count = static_cast<int>(digits.size());
    if (point > longest_plain || point < -longest_plain) {
        const int exponent = point - 1;
        const std::string rest = count > 1 ? "." + digits.substr(1) : "";
        return sign + digits.substr(0, 1) + rest + (exponent < 0 ? "E-" : "E+") +
               std::to_string(exponent < 0 ? -exponent : exponent);
    }
    if (point <= 0)
        return sign + "0." + std::string(static_cast<std::size_t>(-point), '0') + digits;
    if (point >= count)
        return sign + digits + std::string(static_cast<std::size_t>(point - count), '0');
    const auto split = static_cast<std::size_t>(point);
    return sign + digits.substr(0, split) + "." + digits.substr(split);
}

std::optional<std::int64_t> Decimal::whole(std::int64_t most) const {
    constexpr int safe = 17;
    if (negative || point > safe)
        return std::nullopt;
    std::int64_t value = 0;
    for (int at = 0; at < point; ++at) {
        const auto place = static_cast<std::size_t>(at);
        value = value * 10 + (place < digits.size() ? digits[place] - '0' : 0);
    }
    return value <= most ? std::optional(value) : std::nullopt;
}

std::int64_t Decimal::billionths() const {
    std::int64_t value = 0;
    for (int at = point; at < point + 9; ++at) {
        const bool held = at >= 0 && static_cast<std::size_t>(at) < digits.size();
        value = value * 10 + (held ? digits[static_cast<std::size_t>(at)] - '0' : 0);
    }
    return value;
}

} // namespace tiaoli::sheets
