// Reads the numbers of headings.
#include "headings.hpp"

#include "tiaoli/value/literal.hpp"

#include <utility>

namespace tiaoli::check {

namespace {

constexpr std::pair<std::string_view, HeadingLevel> units[] = {{"编", HeadingLevel::Part},
                                                               {"章", HeadingLevel::Chapter},
                                                               {"节", HeadingLevel::Section},
                                                               {"条", HeadingLevel::Article}};

std::optional<int> read_number(std::string_view text) {
    std::optional<value::Number> number = value::Number::parse_decimal(text);
    if (!number) {
        number = value::parse_chinese_numeral(text);
    }
    const auto whole = number ? number->to_int64() : std::nullopt;
    return whole && *whole > 0 && *whole < 10000 ? std::optional{static_cast<int>(*whole)} : std::nullopt;
}

/// The longest number at the beginning; its length goes to `length`.
int leading_number(std::string_view text, std::size_t& length) {
    int found = 0;
    length = 0;
    for (std::size_t end = 1; end <= text.size(); ++end) {
        if (const auto number = read_number(text.substr(0, end))) {
            found = *number;
            length = end;
        }
    }
    return found;
}

std::optional<HeadingNumber> read_numbered(std::string_view text, std::string_view& rest) {
    for (const auto& [unit, level] : units) {
        const std::size_t at = text.find(unit);
        const auto number = at == std::string_view::npos ? std::nullopt : read_number(text.substr(0, at));
        if (!number) {
            continue;
        }
        HeadingNumber found{level, *number, 0};
        rest = text.substr(at + unit.size());
        if (rest.starts_with("之")) {
            std::size_t length = 0;
            found.insertion = leading_number(rest.substr(std::string_view("之").size()), length);
            rest.remove_prefix(length == 0 ? 0 : std::string_view("之").size() + length);
        }
        return found;
    }
    return std::nullopt;
}

} // namespace

std::optional<HeadingNumber> read_heading(std::string_view canonical, std::string_view& rest) {
    rest = {};
    if (canonical == "附则") {
        return HeadingNumber{HeadingLevel::Chapter, 0, 0};
    }
    if (canonical.starts_with("第")) {
        return read_numbered(canonical.substr(std::string_view("第").size()), rest);
    }
    constexpr std::string_view english = "article";
    if (canonical.starts_with(english)) {
        std::size_t length = 0;
        const int number = leading_number(canonical.substr(english.size()), length);
        rest = canonical.substr(english.size() + length);
        return length == 0 ? std::nullopt : std::optional{HeadingNumber{HeadingLevel::Article, number, 0}};
    }
    return std::nullopt;
}

std::string article_label(const HeadingNumber& number) {
    std::string label = "第" + value::chinese_numeral(number.number) + "条";
    if (number.insertion > 0) {
        label += "之" + value::chinese_numeral(number.insertion);
    }
    return label;
}

} // namespace tiaoli::check
