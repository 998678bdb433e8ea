// Amounts in the formal numerals that cheques and decisions use (正确填写票据和结算凭证的基本规定).
#include "tiaoli/letter/letter.hpp"

#include <array>

namespace tiaoli::letter {

namespace {

constexpr std::array<std::string_view, 10> digits{"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"};
constexpr std::array<std::string_view, 4> places{"仟", "佰", "拾", ""};
constexpr std::int64_t most_fen = 100000000000000;

/// 1 to 9999, with one 零 for zeros between digits.
std::string section(std::int64_t number) {
    std::string out;
    bool gap = false;
    std::int64_t unit = 1000;
    for (const std::string_view place : places) {
        const auto digit = static_cast<std::size_t>(number / unit % 10);
        unit /= 10;
        if (digit == 0) {
            gap = !out.empty();
            continue;
        }
        out += std::string{gap ? "零" : ""} + std::string{digits[digit]} + std::string{place};
        gap = false;
    }
    return out;
}

std::string whole_yuan(std::int64_t yuan) {
    if (yuan == 0)
        return "零";
    std::string out;
    const std::array<std::pair<std::int64_t, std::string_view>, 3> sections{
        {{100000000, "亿"}, {10000, "万"}, {1, ""}}};
    for (const auto& [size, word] : sections) {
        const std::int64_t part = yuan / size % 10000;
        if (part == 0)
            continue;
        const bool gap = !out.empty() && part < 1000;
        out += std::string{gap ? "零" : ""} + section(part) + std::string{word};
    }
    return out;
}

} // namespace

std::optional<std::string> amount_in_words(const value::Number& yuan) {
    const auto fen = (yuan.absolute() * value::Number{100}).to_int64();
    if (!fen || *fen >= most_fen)
        return std::nullopt;
    std::string out = (yuan.is_negative() ? "负" : "") + whole_yuan(*fen / 100) + "元";
    const auto jiao = static_cast<std::size_t>(*fen / 10 % 10);
    const auto cents = static_cast<std::size_t>(*fen % 10);
    if (jiao == 0 && cents == 0)
        return out + "整";
    if (jiao != 0)
        out += std::string{digits[jiao]} + "角";
    else
        out += "零";
    if (cents == 0)
        return out + "整";
    return out + std::string{digits[cents]} + "分";
}

} // namespace tiaoli::letter
