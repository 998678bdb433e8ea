// Reads the places of cells.
#include "cell_place.hpp"

#include "xml.hpp"

#include <algorithm>

namespace tiaoli::sheets {

CellAddress address_of(std::string_view written) {
    CellAddress address;
    while (!written.empty() && written.front() >= 'A' && written.front() <= 'Z') {
        address.column = address.column * 26 + static_cast<std::uint32_t>(written.front() - 'A' + 1);
        if (address.column > most_columns)
            return {};
        written.remove_prefix(1);
    }
    const auto row = whole_number(written);
    if (address.column == 0 || !row || *row > most_rows)
        return {};
    address.row = *row;
    return address;
}

std::optional<MergedArea> area_of(std::string_view written) {
    const std::size_t colon = written.find(':');
    const CellAddress first = address_of(written.substr(0, colon));
    const CellAddress last = colon == std::string_view::npos ? first : address_of(written.substr(colon + 1));
    if (first.row == 0 || last.row == 0)
        return std::nullopt;
    return MergedArea{std::min(first.row, last.row), std::max(first.row, last.row),
                      std::min(first.column, last.column), std::max(first.column, last.column)};
}

} // namespace tiaoli::sheets
