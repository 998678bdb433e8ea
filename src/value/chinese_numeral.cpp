// Chinese numerals: 四百, 二〇二三, 叁佰万, and back for article numbers.
#include "tiaoli/value/literal.hpp"

#include "chinese_numeral.hpp"

#include <algorithm>

namespace tiaoli::value {

namespace {

struct Digit {
    std::string_view text;
    int value;
};
constexpr Digit digits[] = {{"零", 0}, {"〇", 0}, {"一", 1}, {"二", 2}, {"两", 2}, {"三", 3}, {"四", 4},
                            {"五", 5}, {"六", 6}, {"七", 7}, {"八", 8}, {"九", 9}, {"壹", 1}, {"贰", 2},
                            {"叁", 3}, {"肆", 4}, {"伍", 5}, {"陆", 6}, {"柒", 7}, {"捌", 8}, {"玖", 9}};
constexpr Digit units[] = {{"十", 10},   {"拾", 10},   {"百", 100},   {"佰", 100},
                           {"千", 1000}, {"仟", 1000}, {"万", 10000}, {"亿", 100000000}};
constexpr std::size_t character = 3; ///< bytes of each of them

template <std::size_t size> std::optional<int> find(const Digit (&table)[size], std::string_view text) {
    for (const Digit& entry : table) {
        if (text.starts_with(entry.text)) {
            return entry.value;
        }
    }
    return std::nullopt;
}

/// 二〇二三: two digits or more without any unit.
std::optional<Number> digit_string(std::string_view text) {
    std::string decimal;
    for (; !text.empty(); text.remove_prefix(character)) {
        const auto digit = find(digits, text);
        if (!digit) {
            return std::nullopt;
        }
        decimal += static_cast<char>('0' + *digit);
    }
    return Number::parse_decimal(decimal);
}

/// Reads a numeral with units, keeping the sections of 万 and 亿 apart. Units must fall within a section.
class UnitReader {
  public:
    std::optional<Number> read(std::string_view text) {
        for (; !text.empty(); text.remove_prefix(character)) {
            const auto digit = find(digits, text);
            const auto unit = find(units, text);
            if (!(digit ? take_digit(*digit) : unit ? take_unit(*unit) : false)) {
                return std::nullopt;
            }
        }
        const bool bare_after_unit =
            pending_ && *pending_ != 0 && last_unit_ > 10 && !zero_before_; // 一百二: 102 or 120?
        if (bare_after_unit || (zero_before_ && !pending_)) {
            return std::nullopt;
        }
        return total_ + section_ + Number(pending_.value_or(0));
    }

  private:
    Number total_ = 0;
    Number section_ = 0;
    std::optional<int> pending_;
    int last_unit_ = 100000000;     ///< of the section
    int last_section_ = 1000000000; ///< the 万 or 亿 closed last
    bool zero_before_ = false;
    bool any_ = false;

    bool take_digit(int digit) {
        any_ = true;
        if (digit == 0) {
            const bool first = !pending_ && !zero_before_ && (total_ + section_) != Number(0);
            zero_before_ = true;
            return first;
        }
        if (pending_) {
            return false;
        }
        pending_ = digit;
        return true;
    }

    bool take_unit(int unit) {
        if (unit >= 10000) {
            return take_section(unit);
        }
        const bool bare_ten = unit == 10 && !pending_ && !any_;
        if (unit >= last_unit_ || (!pending_ && !bare_ten)) {
            return false;
        }
        section_ = section_ + Number(static_cast<std::int64_t>(pending_.value_or(1)) * unit);
        return settle(unit);
    }

    bool take_section(int unit) {
        const Number section = section_ + Number(pending_.value_or(0));
        if (section == Number(0) || unit >= last_section_) {
            return false;
        }
        total_ = total_ + section * Number(unit);
        section_ = 0;
        last_section_ = unit;
        settle(unit);
        return true;
    }

    bool settle(int unit) {
        pending_.reset();
        zero_before_ = false;
        any_ = true;
        last_unit_ = unit;
        return true;
    }
};

} // namespace

std::size_t chinese_numeral_length(std::string_view text) {
    std::size_t length = 0;
    while (length + character <= text.size() &&
           (find(digits, text.substr(length)) || find(units, text.substr(length)))) {
        length += character;
    }
    return length;
}

std::optional<Number> parse_chinese_numeral(std::string_view text) {
    if (text.empty() || text.size() % character != 0) {
        return std::nullopt;
    }
    if (text.size() == character) {
        const auto digit = find(digits, text);
        return digit                          ? std::optional(Number(*digit))
               : text == "十" || text == "拾" ? std::optional(Number(10))
                                              : std::nullopt;
    }
    if (const auto plain = digit_string(text)) {
        return plain;
    }
    return UnitReader().read(text);
}

std::string chinese_numeral(int number) {
    static constexpr std::string_view names[] = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
    static constexpr Digit places[] = {{"千", 1000}, {"百", 100}, {"十", 10}, {"", 1}};
    if (number == 0) {
        return std::string(names[0]);
    }
    std::string text;
    bool gap = false;
    for (const Digit& place : places) {
        const int digit = number / place.value % 10;
        if (digit == 0) {
            gap = !text.empty();
            continue;
        }
        text += gap ? names[0] : std::string_view();
        const bool leading_ten = place.value == 10 && digit == 1 && text.empty();
        text += leading_ten ? std::string_view() : names[digit];
        text += place.text;
        gap = false;
    }
    return text;
}

} // namespace tiaoli::value
