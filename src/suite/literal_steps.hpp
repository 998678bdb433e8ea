// The neighbours of a number, a length of time or a day, one step of its own unit away.
#pragma once

#include "tiaoli/model/scalar.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tiaoli::suite {

struct Neighbour {
    model::Scalar value;
    std::string words; ///< as it would be written in its place
};

/// One step up, then one down: 40% → 41%, 39%; 20.5% → 20.6%; 400万元 → 401万元; 五日 → 六日; 2023年3月1日 → 2023年3月2日. `written` is
/// how the value stands in the text; empty: it does not. Values of other kinds have no neighbours.
std::vector<Neighbour> neighbours(std::string_view written, const model::Scalar& value,
                                  const model::Type& type);

/// 5日 → 5个工作日, 10个工作日 → 10日; nothing for lengths with months.
std::vector<Neighbour> other_calendar(const model::Scalar& value);

/// The step that `neighbours` takes.
value::Number step_of(std::string_view written, const value::Number& number, const model::Type& type);

} // namespace tiaoli::suite
