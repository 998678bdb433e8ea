// Reads texts as values of a type: literals, defaults, bounds.
#include "literals.hpp"

#include "tiaoli/base/match.hpp"
#include "tiaoli/syntax/tree.hpp"

namespace tiaoli::check {

using model::TypeKind;

std::optional<value::Literal> whole_literal(std::string_view canonical) {
    for (const value::ScannedLiteral& scanned : value::scan_literals(canonical, 0)) {
        if (scanned.length == canonical.size() &&
            !std::holds_alternative<value::BadDateLiteral>(scanned.literal)) {
            return scanned.literal;
        }
    }
    return std::nullopt;
}

model::Type literal_type(const value::Literal& literal) {
    return base::match(
        literal, [](const value::MoneyLiteral&) { return model::Type{TypeKind::Money}; },
        [](const value::RatioLiteral&) { return model::Type{TypeKind::Ratio}; },
        [](const value::PointsLiteral&) { return model::Type{TypeKind::Ratio}; },
        [](const value::NumberLiteral& plain) {
            return model::Type{plain.number.is_integer() ? TypeKind::Integer : TypeKind::Number};
        },
        [](const value::DateLiteral&) { return model::Type{TypeKind::Date}; },
        [](const value::DurationLiteral&) { return model::Type{TypeKind::Duration}; },
        [](const value::BadDateLiteral&) { return model::Type{}; });
}

model::Scalar literal_scalar(const value::Literal& literal) {
    return base::match(
        literal, [](const value::MoneyLiteral& money) { return model::Scalar{money.yuan}; },
        [](const value::RatioLiteral& ratio) { return model::Scalar{ratio.ratio}; },
        [](const value::PointsLiteral& points) { return model::Scalar{points.ratio}; },
        [](const value::NumberLiteral& plain) { return model::Scalar{plain.number}; },
        [](const value::DateLiteral& day) { return model::Scalar{day.date}; },
        [](const value::DurationLiteral& length) { return model::Scalar{length.duration}; },
        [](const value::BadDateLiteral& bad) { return model::Scalar{bad.text}; });
}

std::optional<model::EnumerationValue>
find_value(const model::Schema& schema, model::EnumerationId enumeration, std::string_view canonical) {
    const std::vector<std::string>& values = schema.enumerations[enumeration].values;
    for (std::uint32_t index = 0; index < values.size(); ++index) {
        if (syntax::canonical(values[index]) == canonical) {
            return model::EnumerationValue{enumeration, index};
        }
    }
    return std::nullopt;
}

std::optional<model::Scalar> read_scalar(const model::Schema& schema, const model::Type& type,
                                         std::string_view canonical) {
    if (type.kind == TypeKind::Text) {
        return model::Scalar{std::string(canonical)};
    }
    if (type.kind == TypeKind::Bool) {
        const bool yes = canonical == "是" || canonical == "yes" || canonical == "true";
        const bool no = canonical == "否" || canonical == "no" || canonical == "false";
        return yes || no ? std::optional<model::Scalar>{yes} : std::nullopt;
    }
    if (type.kind == TypeKind::Enumeration) {
        const auto value = find_value(schema, type.enumeration, canonical);
        return value ? std::optional<model::Scalar>{*value} : std::nullopt;
    }
    const bool negative = canonical.starts_with("-");
    const auto literal = whole_literal(negative ? canonical.substr(1) : canonical);
    if (!literal) {
        return std::nullopt;
    }
    const TypeKind kind = literal_type(*literal).kind;
    if (kind != type.kind && !(kind == TypeKind::Integer && type.kind == TypeKind::Number)) {
        return std::nullopt;
    }
    model::Scalar scalar = literal_scalar(*literal);
    if (auto* number = std::get_if<value::Number>(&scalar); number != nullptr && negative) {
        *number = -*number;
    } else if (negative) {
        return std::nullopt;
    }
    return scalar;
}

std::optional<value::Date> read_day(std::string_view canonical) {
    const auto literal = whole_literal(canonical);
    const auto* day = literal ? std::get_if<value::DateLiteral>(&*literal) : nullptr;
    return day != nullptr ? std::optional{day->date} : std::nullopt;
}

} // namespace tiaoli::check
