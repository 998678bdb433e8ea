// What a cell's number format means for its value: a date, a percentage, a unit behind the number.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tiaoli::sheets {

struct NumberFormat {
    enum class Kind : std::uint8_t {
        Plain,
        Percent,  ///< shown a hundred times larger, with %
        Scaled,   ///< shown in thousands, by a comma behind the last digit or a point put among the digits
        Day,      ///< 2023-03-01
        Moment,   ///< a day with its time
        Time,     ///< a time without day
        Month,    ///< 2023年3月: the day of the month is not shown, and nobody has entered it
        Year,     ///< 2023年
        MonthDay, ///< 3月1日: the year is not shown, and a spreadsheet put that of the day of entry
    };
    Kind kind = Kind::Plain;
    std::string before =
        {}; ///< shown before the number: a foreign currency, or letters before a padded number
    std::string behind = {};      ///< a unit shown behind the number: 万元
    std::size_t least_digits = 0; ///< 0000: shown with so many digits at least
};

/// By the code of a custom format, such as `0.00%` or `yyyy"年"m"月"d"日"`; its first section counts.
NumberFormat format_of_code(std::string_view code);
/// By the number of a built-in format, as Chinese editions of spreadsheets show it (ECMA-376 part 1, 18.8.30).
NumberFormat built_in_format(std::uint32_t id);

} // namespace tiaoli::sheets
