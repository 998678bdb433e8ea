// The values that an operand of a rule can have: a stretch of numbers or days, or some values of an enumeration.
#pragma once

#include "tiaoli/model/expression.hpp"

#include <optional>
#include <set>

namespace tiaoli::check {

/// Of numbers and days (as days since 1970-01-01). Narrowing only takes values away.
class ValueRange {
  public:
    ValueRange() = default;
    /// The values with the numbers 0 … count - 1: of an enumeration, or 否 and 是.
    static ValueRange of_choices(std::uint32_t count);

    void narrow(model::CompareOperator op, const value::Number& bound);
    void keep(const std::set<std::uint32_t>& choices);
    void take_away(const std::set<std::uint32_t>& choices);
    bool is_empty() const;

  private:
    struct End {
        value::Number at;
        bool is_included = true;
    };
    std::optional<End> low_;
    std::optional<End> high_;
    std::set<value::Number> without_;
    std::optional<std::set<std::uint32_t>> choices_;

    void raise(End end);
    void lower(End end);
};

} // namespace tiaoli::check
