// Numbers and amounts of money, as people write them in tables.
#include "cell_text.hpp"
#include "cell_value.hpp"
#include "numeral.hpp"

#include "tiaoli/value/literal.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tiaoli::data {

namespace {

using value::Number;

constexpr std::size_t longest_numeral = 60;
constexpr std::size_t longest_exponent = 2;

/// What an amount consists of, before the column's unit.
struct Amount {
    Number number = 0;
    bool multiplied = false; ///< 万, 亿 …
    bool in_yuan = false;    ///< 元 is written
    bool currency = false;   ///< ￥ is written
};

struct Multiplier {
    std::string_view word;
    std::int64_t factor;
};
constexpr Multiplier multipliers[] = {
    {"万亿", 1000000000000}, {"千亿", 100000000000}, {"百亿", 10000000000}, {"十亿", 1000000000},
    {"亿", 100000000},       {"千万", 10000000},     {"百万", 1000000},     {"十万", 100000},
    {"万", 10000},           {"千", 1000},
};

/// Blanks between digits would hide a slip; those beside a unit or a sign mean nothing.
std::string without_loose_blanks(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool blank = text[at] == ' ' || text[at] == '\t';
        const bool between_digits =
            at > 0 && at + 1 < text.size() && is_digit(text[at - 1]) && is_digit(text[at + 1]);
        if (!blank || between_digits)
            out += text[at];
    }
    return out;
}

enum class Sign : std::uint8_t { Plus, Minus };

/// Takes a sign, accountants' parentheses and the currency off.
Sign take_sign(std::string_view& text, Amount& amount) {
    Sign sign = Sign::Plus;
    bool signed_already = false;
    if (text.size() > 2 && text.front() == '(' && text.back() == ')') {
        text = text.substr(1, text.size() - 2);
        sign = Sign::Minus;
        signed_already = true;
    }
    for (;;) {
        if (!amount.currency && (take_beginning(text, "￥") || take_beginning(text, "¥") ||
                                 take_beginning(text, "人民币") || take_beginning(text, "RMB"))) {
            amount.currency = true;
        } else if (!signed_already &&
                   (take_beginning(text, "-") || take_beginning(text, "−") || take_beginning(text, "负"))) {
            sign = Sign::Minus;
            signed_already = true;
        } else if (!signed_already && take_beginning(text, "+")) {
            signed_already = true;
        } else {
            return sign;
        }
    }
}

/// 叁角肆分, 三角, 四分: what follows 元.
std::optional<Number> read_small_change(std::string_view text) {
    Number sum = 0;
    const struct {
        std::string_view word;
        std::int64_t parts;
    } coins[] = {{"角", 10}, {"分", 100}};
    for (const auto& coin : coins) {
        const std::size_t at = text.find(coin.word);
        if (at == std::string_view::npos)
            continue;
        std::string_view digit = text.substr(0, at);
        if (coin.parts == 100 && !take_beginning(digit, "零"))
            take_beginning(digit, "〇");
        const auto count = read_numeral(digit);
        if (!count || !count->is_integer() || *count > Number(9))
            return std::nullopt;
        sum = sum + *count / Number(coin.parts);
        text.remove_prefix(at + coin.word.size());
    }
    return text.empty() ? std::optional<Number>(sum) : std::nullopt;
}

/// 300, 300万, 三百万.
bool read_multiplied(std::string_view text, Amount& amount) {
    if (!text.empty() && (is_digit(text.front()))) {
        for (const Multiplier& each : multipliers) {
            if (take_ending(text, each.word)) {
                amount.multiplied = true;
                const auto number = read_numeral(text);
                if (number)
                    amount.number = *number * Number(each.factor);
                return number.has_value();
            }
        }
    }
    const auto number = read_numeral(text);
    if (!number)
        return false;
    amount.number = *number;
    amount.multiplied =
        text.find("万") != std::string_view::npos || text.find("亿") != std::string_view::npos;
    return true;
}

std::optional<Amount> scan_amount(std::string_view written) {
    if (written.size() > longest_numeral * 3)
        return std::nullopt;
    const std::string kept = without_loose_blanks(written);
    std::string_view text = kept;
    Amount amount;
    const Sign sign = take_sign(text, amount);
    std::string_view change;
    const std::size_t yuan = std::min(text.find("元"), text.find("圆"));
    if (yuan != std::string_view::npos) {
        amount.in_yuan = true;
        change = text.substr(yuan + std::string_view("元").size());
        text = text.substr(0, yuan);
        if (!take_ending(change, "整"))
            take_ending(change, "正");
    }
    if (!read_multiplied(text, amount))
        return std::nullopt;
    const auto coins = read_small_change(change);
    if (!coins || (!coins->is_zero() && !amount.number.is_integer()))
        return std::nullopt;
    amount.number = amount.number + *coins;
    if (sign == Sign::Minus)
        amount.number = -amount.number;
    return amount;
}

Reading<Number> plain_number(std::string_view text, const ColumnUnit& unit, diag::Message otherwise) {
    static constexpr std::string_view counters[] = {"人", "笔", "户", "家", "次",
                                                    "件", "项", "个", "名", "年"};
    std::string_view counted = text;
    for (std::string_view counter : counters) {
        if (take_ending(counted, counter))
            break;
    }
    const auto amount = scan_amount(counted);
    if (!amount || amount->in_yuan || amount->currency)
        return Mistake{otherwise, {std::string(text)}};
    return amount->number * unit.factor;
}

} // namespace

Reading<Number> read_number(std::string_view text, const ColumnUnit& unit) {
    return plain_number(text, unit, diag::Message::NumberBad);
}

Reading<Number> read_integer(std::string_view text, const ColumnUnit& unit) {
    Reading<Number> read = plain_number(text, unit, diag::Message::IntegerBad);
    const auto* number = std::get_if<Number>(&read);
    if (number != nullptr && !number->is_integer())
        return Mistake{diag::Message::IntegerBad, {std::string(text)}};
    return read;
}

Reading<Number> read_money(std::string_view text, const ColumnUnit& unit) {
    const auto amount = scan_amount(text);
    if (!amount)
        return Mistake{diag::Message::MoneyBad, {std::string(text)}};
    const bool column_counts = unit.factor != Number(1);
    if (column_counts && !amount->in_yuan && (amount->multiplied || amount->currency)) {
        return Mistake{diag::Message::MoneyUnitTwice,
                       {std::string(text), unit.name, value::money_plain(amount->number) + "元"}};
    }
    const Number yuan = amount->in_yuan ? amount->number : amount->number * unit.factor;
    if (yuan.decimals().value_or(3) > 2)
        return Mistake{diag::Message::MoneyDecimals, {std::string(text), yuan.to_text()}};
    return yuan;
}

std::optional<Number> read_numeral(std::string_view text) {
    if (text.empty() || text.size() > longest_numeral)
        return std::nullopt;
    if (!is_digit(text.front()))
        return value::parse_chinese_numeral(text);
    const std::size_t mark = text.find_first_of("eE");
    if (mark != std::string_view::npos) {
        std::string_view exponent = text.substr(mark + 1);
        const bool negative = take_beginning(exponent, "-");
        if (!negative)
            take_beginning(exponent, "+");
        const auto mantissa = read_numeral(text.substr(0, mark));
        if (!mantissa || !all_digits(exponent) || exponent.size() > longest_exponent)
            return std::nullopt;
        const int power = std::stoi(std::string(exponent));
        return *mantissa * Number::power_of_ten(negative ? -power : power);
    }
    const std::size_t point = std::min(text.find('.'), text.size());
    std::string digits;
    if (!take_grouped(text.substr(0, point), digits))
        return std::nullopt;
    if (point < text.size()) {
        if (!all_digits(text.substr(point + 1)))
            return std::nullopt;
        digits += text.substr(point);
    }
    return Number::parse_decimal(digits);
}

bool take_grouped(std::string_view whole, std::string& digits) {
    if (whole.find(',') == std::string_view::npos) {
        digits = whole;
        return all_digits(whole);
    }
    const std::size_t first = whole.find(',');
    if (first == 0 || first > 3 || !all_digits(whole.substr(0, first)) || (whole.size() - first) % 4 != 0)
        return false;
    digits = whole.substr(0, first);
    for (std::size_t at = first; at < whole.size(); at += 4) {
        if (whole[at] != ',' || !all_digits(whole.substr(at + 1, 3)))
            return false;
        digits += whole.substr(at + 1, 3);
    }
    return true;
}

} // namespace tiaoli::data
