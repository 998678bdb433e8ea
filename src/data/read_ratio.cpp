// Ratios: percent, per mille and tenths (成), never a guess between 40 and 0.4.
#include "cell_text.hpp"
#include "cell_value.hpp"
#include "numeral.hpp"

#include <array>

namespace tiaoli::data {

namespace {

using value::Number;

struct Scale {
    std::string_view word;
    std::int64_t parts;
};
constexpr std::array<Scale, 3> endings = {{{"%", 100}, {"‰", 1000}, {"‱", 10000}}};
constexpr std::array<Scale, 3> beginnings = {{{"百分之", 100}, {"千分之", 1000}, {"万分之", 10000}}};

/// 四成, 四成五, 4成5.
std::optional<Number> read_tenths(std::string_view text) {
    constexpr std::string_view word = "成";
    const std::size_t at = text.find(word);
    if (at == std::string_view::npos)
        return std::nullopt;
    const auto tenths = read_numeral(text.substr(0, at));
    if (!tenths)
        return std::nullopt;
    const std::string_view rest = text.substr(at + word.size());
    if (rest.empty())
        return *tenths / Number(10);
    const auto hundredths = read_numeral(rest);
    const bool one_digit = hundredths && hundredths->is_integer() && *hundredths < Number(10);
    if (!one_digit || !tenths->is_integer())
        return std::nullopt;
    return *tenths / Number(10) + *hundredths / Number(100);
}

std::optional<Number> read_scaled(std::string_view text) {
    for (const Scale& scale : endings) {
        if (take_ending(text, scale.word)) {
            while (take_ending(text, " ")) {
            }
            const auto number = read_numeral(text);
            return number ? std::optional<Number>(*number / Number(scale.parts)) : std::nullopt;
        }
    }
    for (const Scale& scale : beginnings) {
        if (take_beginning(text, scale.word)) {
            const auto number = read_numeral(text);
            return number ? std::optional<Number>(*number / Number(scale.parts)) : std::nullopt;
        }
    }
    return read_tenths(text);
}

/// 4:6, 40/60: both shares, of which one is meant.
bool is_proportion(std::string_view text) {
    const std::size_t mark = text.find_first_of(":/");
    return mark != std::string_view::npos && read_numeral(text.substr(0, mark)) &&
           read_numeral(text.substr(mark + 1));
}

} // namespace

Reading<Number> read_ratio(std::string_view text, const ColumnUnit& unit) {
    std::string_view rest = text;
    const bool negative = take_beginning(rest, "-") || take_beginning(rest, "−");
    const auto with_sign = [negative](const Number& number) { return negative ? -number : number; };
    if (const auto scaled = read_scaled(rest))
        return with_sign(*scaled);
    const auto bare = read_numeral(rest);
    if (!bare)
        return Mistake{is_proportion(rest) ? diag::Message::RatioOfTwo : diag::Message::RatioBad,
                       {std::string(text)}};
    if (!unit.name.empty())
        return with_sign(*bare * unit.factor);
    if (bare->is_zero())
        return Number(0);
    return Mistake{diag::Message::RatioBare, {std::string(text)}};
}

} // namespace tiaoli::data
