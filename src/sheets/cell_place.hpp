// Places as a workbook writes them: C5, A1:C3.
#pragma once

#include "tiaoli/sheets/sheet.hpp"

#include <optional>
#include <string_view>

namespace tiaoli::sheets {

/// The last row that a worksheet can have.
inline constexpr std::uint32_t most_rows = 1'048'576;

struct CellAddress {
    std::uint32_t row = 0; ///< 1-based; 0: not an address
    std::uint32_t column = 0;
};

CellAddress address_of(std::string_view written);
/// Nothing for what is no area within a worksheet.
std::optional<MergedArea> area_of(std::string_view written);

} // namespace tiaoli::sheets
