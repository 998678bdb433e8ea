// What the texts of one column were read as: each distinct text is read once and kept once.
#pragma once

#include "cell_value.hpp"

#include "tiaoli/sheets/cell_pool.hpp"

#include <algorithm>
#include <functional>
#include <vector>

namespace tiaoli::data {

class ColumnReadings {
  public:
    /// The reading of the cell with this number among its column's; `read` gives it at the first time.
    const CellReading& of(std::uint32_t id, const std::function<CellReading()>& read) {
        if (id >= places_.size())
            places_.resize(std::max<std::size_t>(id + 1, places_.size() * 2), 0);
        if (places_[id] == 0) {
            readings_.push_back(read());
            places_[id] = static_cast<std::uint32_t>(readings_.size());
        }
        return readings_[places_[id] - 1];
    }
    /// One that was read before.
    const CellReading& known(std::uint32_t id) const { return readings_[place(id)]; }
    /// Its number among the column's readings.
    std::uint32_t place(std::uint32_t id) const {
        TIAOLI_CHECK(id < places_.size() && places_[id] != 0, "a cell is read before it is asked for");
        return places_[id] - 1;
    }
    void spoil(std::uint32_t id, Mistake mistake) {
        readings_[place(id)].mistake = std::make_unique<Mistake>(std::move(mistake));
    }
    std::size_t size() const { return readings_.size(); }
    const CellReading& operator[](std::size_t place) const { return readings_[place]; }

  private:
    std::vector<std::uint32_t>
        places_; ///< by the cell's number: 1 and its place in `readings_`; 0: not yet read
    std::vector<CellReading> readings_;
};

} // namespace tiaoli::data
