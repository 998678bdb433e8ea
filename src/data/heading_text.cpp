// Takes headings apart and knows the units that they may state.
#include "heading_text.hpp"

#include "cell_text.hpp"

#include <algorithm>
#include <array>

namespace tiaoli::data {

namespace {

using model::TypeKind;
using value::Number;

struct Unit {
    std::string_view word;
    TypeKind kind;
    std::int64_t times;
    std::int64_t parts;
};
constexpr auto units = std::to_array<Unit>({
    {"元", TypeKind::Money, 1, 1},
    {"千元", TypeKind::Money, 1000, 1},
    {"万元", TypeKind::Money, 10000, 1},
    {"百万元", TypeKind::Money, 1000000, 1},
    {"亿元", TypeKind::Money, 100000000, 1},
    {"%", TypeKind::Ratio, 1, 100},
    {"‰", TypeKind::Ratio, 1, 1000},
});
constexpr std::array<std::string_view, 10> counters = {"人", "笔", "户", "家", "次",
                                                       "件", "项", "个", "名", "年"};

bool is_counter(std::string_view word) {
    return std::find(counters.begin(), counters.end(), word) != counters.end();
}

} // namespace

Heading taken_apart(std::string_view written) {
    Heading heading{squeezed(written), {}, {}};
    heading.name = heading.whole;
    const std::string& text = heading.whole;
    const bool round = text.ends_with(')');
    const std::size_t open = round                 ? text.rfind('(')
                             : text.ends_with(']') ? text.rfind('[')
                                                   : std::string::npos;
    if (open == std::string::npos || open == 0)
        return heading;
    std::string_view inside = std::string_view(text).substr(open + 1, text.size() - open - 2);
    take_beginning(inside, "单位:");
    heading.unit = inside;
    heading.name = text.substr(0, open);
    return heading;
}

std::optional<ColumnUnit> stated_unit(const model::Field& field, const std::string& word) {
    for (const Unit& unit : units) {
        if (unit.word == word && unit.kind == field.type.kind)
            return ColumnUnit{Number::fraction(unit.times, unit.parts), word};
    }
    const bool counts = field.type.kind == TypeKind::Integer || field.type.kind == TypeKind::Number;
    return counts && is_counter(word) ? std::optional<ColumnUnit>(ColumnUnit{}) : std::nullopt;
}

bool is_unit_word(std::string_view word) {
    return is_counter(word) ||
           std::any_of(units.begin(), units.end(), [&](const Unit& unit) { return unit.word == word; });
}

} // namespace tiaoli::data
