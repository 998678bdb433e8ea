// Where a cell stands, in the words of the program that shows the file.
#include "tiaoli/source/source.hpp"

namespace tiaoli::source {

std::string position_text(const CellPlace& place) {
    if (place.row == 0)
        return {};
    const std::string row = std::to_string(place.row);
    if (place.column == 0 || place.grid == Grid::Elements)
        return row;
    return place.grid == Grid::Letters ? column_letters(place.column) + row
                                       : row + ":" + std::to_string(place.column);
}

std::string column_letters(std::uint32_t column) {
    std::string out;
    for (std::uint32_t rest = column; rest > 0; rest = (rest - 1) / 26)
        out.insert(out.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return out;
}

} // namespace tiaoli::source
