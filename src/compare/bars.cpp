// Draws bars of exact amounts, in whole units of the drawing.
#include "bars.hpp"

#include "tiaoli/source/html.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tiaoli::compare {

namespace {

constexpr int label_width = 230;
constexpr int bar_width = 420;
constexpr int text_width = 210;
constexpr int row_height = 44;
constexpr int bar_height = 15;

/// How long a bar is, where `most` is as long as all there is room for.
int length_of(const value::Number& amount, const value::Number& most, int room) {
    if (most.is_zero())
        return 0;
    const value::Number units =
        (amount.absolute() * value::Number{room} / most).rounded_to(1, value::Rounding::HalfUp);
    return static_cast<int>(units.to_int64().value_or(0));
}

std::string bar_svg(int zero, int top, const value::Number& amount, int length, const std::string& text,
                    std::string_view css_class) {
    const int left = amount.is_negative() ? zero - length : zero;
    return fmt::format(R"(<rect class="{}" x="{}" y="{}" width="{}" height="{}"/>)"
                       R"(<text class="amount" x="{}" y="{}">{}</text>)"
                       "\n",
                       css_class, left, top, std::max(length, 1), bar_height,
                       std::max(left + std::max(length, 1), zero) + 6, top + bar_height - 3,
                       source::html_escaped(text));
}

} // namespace

std::string bars_svg(const std::vector<Bar>& bars, const std::string& title) {
    value::Number most = 0;
    bool negative = false;
    for (const Bar& bar : bars) {
        most = std::max({most, bar.before.absolute(), bar.after.absolute()});
        negative = negative || bar.before.is_negative() || bar.after.is_negative();
    }
    const int room = negative ? bar_width / 2 : bar_width;
    const int zero = label_width + (negative ? bar_width / 2 : 0);
    const int height = static_cast<int>(bars.size()) * row_height + 6;
    std::string out = fmt::format(R"(<svg class="bars" viewBox="0 0 {} {}" role="img" aria-label="{}">)"
                                  "\n",
                                  label_width + bar_width + text_width, height, source::html_escaped(title));
    int top = 4;
    for (const Bar& bar : bars) {
        out += fmt::format(R"(<text class="name" x="{}" y="{}">{}</text>)", label_width - 10, top + 22,
                           source::html_escaped(bar.label));
        out += bar_svg(zero, top, bar.before, length_of(bar.before, most, room), bar.before_text, "old");
        out += bar_svg(zero, top + bar_height + 2, bar.after, length_of(bar.after, most, room),
                       bar.after_text, "new");
        top += row_height;
    }
    out += fmt::format(R"(<line x1="{0}" y1="0" x2="{0}" y2="{1}"/></svg>)"
                       "\n",
                       zero, height);
    return out;
}

} // namespace tiaoli::compare
