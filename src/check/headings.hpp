// Headings of a regulation: 第…编/章/节/条, 附则.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tiaoli::check {

enum class HeadingLevel : std::uint8_t { Part, Chapter, Section, Article };

struct HeadingNumber {
    HeadingLevel level = HeadingLevel::Article;
    int number = 0; ///< 0: 附则, which has none
    int insertion = 0;
    auto operator<=>(const HeadingNumber&) const = default;
};

/// Reads 第十五条之一, article15, 附则; a following 第…款 is left in `rest`. Nothing for any other text.
std::optional<HeadingNumber> read_heading(std::string_view canonical, std::string_view& rest);

/// 第十五条之一: one form for articles however their number was written.
std::string article_label(const HeadingNumber& number);

} // namespace tiaoli::check
