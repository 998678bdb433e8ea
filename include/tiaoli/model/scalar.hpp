// The values that fields, parameters and constants can hold when they are known.
#pragma once

#include "tiaoli/base/id.hpp"
#include "tiaoli/value/date.hpp"
#include "tiaoli/value/number.hpp"

#include <cstdint>
#include <string>
#include <variant>

namespace tiaoli::model {

using RecordId = base::Id<struct RecordTag>; ///< a record type
using FieldId = base::Id<struct FieldTag>;   ///< a field of a record type, stored or derived
using EnumerationId = base::Id<struct EnumerationTag>;
using MatterId = base::Id<struct MatterTag>;
using ParameterId = base::Id<struct ParameterTag>; ///< within one version
using ArticleId = base::Id<struct ArticleTag>;     ///< within one version
using ExprId = base::Id<struct ExprTag>;           ///< within one version
using RuleId = base::Id<struct RuleTag>;           ///< within one version
using VersionId = base::Id<struct VersionTag>;

enum class TypeKind : std::uint8_t {
    Text,
    Bool,
    Integer, ///< whole numbers, counts
    Number,  ///< exact decimals and fractions
    Money,   ///< yuan
    Ratio,
    Date,
    Duration,
    Period,
    Enumeration, ///< `enumeration` says which
    Reference,   ///< another record; `record` says of which type
    Unknown      ///< could not be determined; an error has been reported
};

struct Type {
    TypeKind kind = TypeKind::Unknown;
    EnumerationId enumeration = {};
    RecordId record = {};
    auto operator<=>(const Type&) const = default;
};

/// A value of an enumeration, by its place in the declaration.
struct EnumerationValue {
    EnumerationId enumeration;
    std::uint32_t index = 0;
    auto operator<=>(const EnumerationValue&) const = default;
};

/// A row of a record type's table.
struct RowRef {
    RecordId record;
    std::uint32_t row = 0;
    auto operator<=>(const RowRef&) const = default;
};

/// A known value. Integer, Number, Money (yuan) and Ratio are all `value::Number`.
using Scalar = std::variant<bool, value::Number, value::Date, value::Duration, value::Period, std::string,
                            EnumerationValue, RowRef>;

} // namespace tiaoli::model
