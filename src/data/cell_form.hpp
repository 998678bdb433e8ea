// What a cell's form says before its text is read: an error, a formula without value, one of several merged cells …
#pragma once

#include "cell_value.hpp"

#include "tiaoli/sheets/cell_pool.hpp"

namespace tiaoli::data {

/// Why nothing can be taken from a cell of this form for the field; nothing where its text says its value.
std::optional<Mistake> form_mistake(const model::Field& field, const sheets::Cell& cell);

/// The text, cut where a message would be flooded with it.
std::string for_message(std::string_view text);

} // namespace tiaoli::data
