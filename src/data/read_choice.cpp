// Yes or no, values of enumerations, and plain text.
#include "cell_text.hpp"
#include "cell_value.hpp"

#include <algorithm>

namespace tiaoli::data {

namespace {

/// 9.12102E+17: what a spreadsheet makes of a long number.
bool is_scientific(std::string_view text) {
    const std::size_t mark = text.find_first_of("eE");
    if (mark == std::string_view::npos || mark == 0 || mark + 2 >= text.size() || text[mark + 1] != '+')
        return false;
    const std::string_view mantissa = text.substr(0, mark);
    const bool decimal = mantissa.size() == 1 || (mantissa.size() > 2 && mantissa[1] == '.');
    return decimal && is_digit(mantissa[0]) && (mantissa.size() == 1 || all_digits(mantissa.substr(2))) &&
           all_digits(text.substr(mark + 2));
}

} // namespace

Reading<bool> read_yes_no(std::string_view text) {
    static constexpr std::string_view yes[] = {"是", "有", "true", "yes", "y", "1"};
    static constexpr std::string_view no[] = {"否", "无", "false", "no", "n", "0"};
    const std::string wanted = squeezed(text);
    if (std::find(std::begin(yes), std::end(yes), wanted) != std::end(yes))
        return true;
    if (std::find(std::begin(no), std::end(no), wanted) != std::end(no))
        return false;
    return Mistake{diag::Message::YesNoBad, {std::string(text)}};
}

Reading<model::EnumerationValue> read_choice(const model::Schema& schema, model::EnumerationId enumeration,
                                             std::string_view text) {
    const std::vector<std::string>& values = schema.enumerations[enumeration].values;
    const auto same = std::find(values.begin(), values.end(), text);
    if (same != values.end())
        return model::EnumerationValue{enumeration, static_cast<std::uint32_t>(same - values.begin())};
    const std::string wanted = squeezed(text);
    for (std::uint32_t index = 0; index < values.size(); ++index) {
        if (squeezed(values[index]) == wanted)
            return model::EnumerationValue{enumeration, index};
    }
    const std::string all = joined(values, "、");
    if (const auto near = nearest(text, values))
        return Mistake{diag::Message::ChoiceBadNear, {std::string(text), all, *near}};
    return Mistake{diag::Message::ChoiceBad, {std::string(text), all}};
}

Reading<std::string> read_text(std::string_view text) {
    if (is_scientific(text))
        return Mistake{diag::Message::TextScientific, {std::string(text)}};
    return std::string(text);
}

} // namespace tiaoli::data
