// Reads texts as values of a type: literals, defaults, bounds.
#pragma once

#include "tiaoli/model/schema.hpp"
#include "tiaoli/value/literal.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace tiaoli::check {

/// The literal that the whole text is; nothing when it is none.
std::optional<value::Literal> whole_literal(std::string_view canonical);
/// The type that a literal has on its own.
model::Type literal_type(const value::Literal& literal);
model::Scalar literal_scalar(const value::Literal& literal);
/// The text as a value of `type`, as a default would be written; nothing when it is not one.
std::optional<model::Scalar> read_scalar(const model::Schema& schema, const model::Type& type,
                                         std::string_view canonical);
std::optional<value::Date> read_day(std::string_view canonical);
/// Place of the value in the enumeration, by its canonical name.
std::optional<model::EnumerationValue>
find_value(const model::Schema& schema, model::EnumerationId enumeration, std::string_view canonical);

} // namespace tiaoli::check
