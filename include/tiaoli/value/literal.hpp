// Literals as people write them in rules: amounts, ratios, dates, durations, counts, in digits or Chinese numerals.
#pragma once

#include "tiaoli/value/date.hpp"
#include "tiaoli/value/number.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace tiaoli::value {

struct MoneyLiteral {
    Number yuan;
};
struct RatioLiteral {
    Number ratio;
};
struct PointsLiteral {
    Number ratio;
}; ///< 15个百分点 = 0.15, only for adding to a ratio
struct NumberLiteral {
    Number number;
}; ///< a bare number, or a count with 人/笔/户/家/次/件/项/个
struct DateLiteral {
    Date date;
};
struct DurationLiteral {
    Duration duration;
};
/// A date that does not exist (2023年2月29日): recognised, so that the message can say so.
struct BadDateLiteral {
    std::string text;
};

using Literal = std::variant<MoneyLiteral, RatioLiteral, PointsLiteral, NumberLiteral, DateLiteral,
                             DurationLiteral, BadDateLiteral>;

struct ScannedLiteral {
    Literal literal;
    std::uint32_t length = 0; ///< bytes of the folded text
};

/// All literals that begin at `offset` of a width-folded text without blanks, longest first, at most one per length.
/// Forms: 400万元 四百万元 0.01元 3.5亿元 300万美元(no) · 40% 百分之四十 四成 四成五 千分之三 15个百分点 · 2023年3月1日 2023-03-01 2023/3/1 ·
/// 1年 一年 6个月 十二个月 5日 5天 五日 10个工作日 一年六个月 · 1234.50 三百 20人 3笔.
/// Four digits and 年 (with or without 月日) are a year, else a duration. A negative sign is not part of a literal.
/// A four-digit year without month and day, or a month without day, is no literal.
std::vector<ScannedLiteral> scan_literals(std::string_view folded, std::size_t offset);

/// The value of a Chinese numeral (零〇一二两三四五六七八九十百千万亿, also formal 壹贰叁肆伍陆柒捌玖拾佰仟, digit strings 二〇二三); nothing when
/// `text` is not one as a whole. "一百二" is ambiguous and gives nothing.
std::optional<Number> parse_chinese_numeral(std::string_view text);
/// 1 → 一, 15 → 十五, 400 → 四百: for article numbers. Whole numbers from 0 to 9999.
std::string chinese_numeral(int number);

} // namespace tiaoli::value
