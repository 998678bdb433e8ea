// The text of a heading: what it names and the unit that it states.
#pragma once

#include "cell_value.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace tiaoli::data {

/// A heading, squeezed, taken apart into what it names and the unit in parentheses at its end.
struct Heading {
    std::string whole;
    std::string name;
    std::string unit; ///< empty: none
};
Heading taken_apart(std::string_view written);

/// The unit that the heading states for a field of this type; nothing when it is none of the type's.
std::optional<ColumnUnit> stated_unit(const model::Field& field, const std::string& word);
/// Whether the word is the unit of any type of field: 万元, %, 人 …
bool is_unit_word(std::string_view word);

} // namespace tiaoli::data
