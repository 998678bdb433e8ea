// A stored field's cell: is it there, what is its value, does the value keep to the field's bounds and pattern.
#include "cell_text.hpp"
#include "cell_value.hpp"

#include "tiaoli/source/characters.hpp"

#include <algorithm>
#include <map>
#include <regex>

namespace tiaoli::data {

namespace {

using model::TypeKind;

// Longer texts than this fit no pattern: std::regex goes one call deeper a character.
constexpr std::size_t longest_patterned = 500;

/// Whether the text stands for nothing in a field of this kind of absence.
bool says_nothing(const model::Schema& schema, const model::Field& field, std::string_view text) {
    if (is_blank_word(text))
        return true;
    if (field.absence == model::Absence::Pending && field.type.kind == TypeKind::Date)
        return is_open_ended(text);
    if (field.absence != model::Absence::Nullable || text != "无" || field.type.kind == TypeKind::Bool)
        return false;
    if (field.type.kind != TypeKind::Enumeration)
        return true;
    const auto& values = schema.enumerations[field.type.enumeration].values;
    return std::find(values.begin(), values.end(), "无") == values.end();
}

CellReading wrong(Mistake mistake) { return {.mistake = std::make_unique<Mistake>(std::move(mistake))}; }

CellReading absent(const model::Field& field) {
    switch (field.absence) {
    case model::Absence::Required:
        return wrong({diag::Message::CellBlank, {field.name}});
    case model::Absence::Optional:
        return {.presence = Presence::Missing};
    case model::Absence::Nullable:
        return {.presence = Presence::None};
    case model::Absence::Pending:
        return {.presence = Presence::NotHappened};
    case model::Absence::Default:
        break;
    }
    TIAOLI_CHECK(field.default_value.has_value(), "a field with a default has the default's value");
    return {.presence = Presence::Given, .scalar = *field.default_value};
}

std::string bound_text(const model::Field& field, const value::Number& bound) {
    if (field.type.kind == TypeKind::Money)
        return value::money_text(bound) + "元";
    return field.type.kind == TypeKind::Ratio ? value::ratio_text(bound) : bound.to_text();
}

std::optional<Mistake> beyond_bounds(const model::Field& field, const model::Scalar& scalar,
                                     std::string_view text) {
    const auto* number = std::get_if<value::Number>(&scalar);
    if (number == nullptr)
        return std::nullopt;
    if (field.minimum && *number < *field.minimum)
        return Mistake{diag::Message::BelowMinimum, {std::string(text), bound_text(field, *field.minimum)}};
    if (field.maximum && *number > *field.maximum)
        return Mistake{diag::Message::AboveMaximum, {std::string(text), bound_text(field, *field.maximum)}};
    return std::nullopt;
}

/// Patterns go by characters, so both are brought to wide ones first.
std::wstring wide(std::string_view text) {
    std::wstring out;
    for (std::size_t at = 0; at < text.size();) {
        const source::Character character = source::decode(text, at);
        out += static_cast<wchar_t>(character.code);
        at += character.length;
    }
    return out;
}

/// The pattern made ready, kept for the next cell; nothing when it is no regular expression.
const std::optional<std::wregex>& prepared(const std::string& pattern) {
    static thread_local std::map<std::string, std::optional<std::wregex>> kept;
    const auto [place, is_new] = kept.try_emplace(pattern);
    if (is_new) {
        try {
            place->second.emplace(wide(pattern));
        } catch (const std::regex_error&) {
            place->second.reset();
        }
    }
    return place->second;
}

/// A pattern that is no regular expression lets nothing through.
bool matches(const std::string& pattern, std::string_view text) {
    const std::wstring subject = wide(text);
    const std::optional<std::wregex>& regex = prepared(pattern);
    return regex && subject.size() <= longest_patterned && std::regex_match(subject, *regex);
}

template <class T> Reading<model::Scalar> as_scalar(Reading<T> reading) {
    if (auto* mistake = std::get_if<Mistake>(&reading))
        return std::move(*mistake);
    return model::Scalar(std::get<T>(std::move(reading)));
}

} // namespace

ColumnUnit declared_unit(const model::Field& field) {
    if (field.unit == value::Number(1))
        return {};
    if (field.type.kind == TypeKind::Ratio)
        return {field.unit, "%"};
    const auto tens = field.unit / value::Number(10000);
    if (field.type.kind == TypeKind::Money && tens == value::Number(1))
        return {field.unit, "万元"};
    return {field.unit, field.unit.to_text() + (field.type.kind == TypeKind::Money ? "元" : "")};
}

Reading<model::Scalar> read_scalar(const model::Schema& schema, const model::Field& field,
                                   const ColumnUnit& unit, std::string_view text) {
    switch (field.type.kind) {
    case TypeKind::Bool:
        return as_scalar(read_yes_no(text));
    case TypeKind::Integer:
        return as_scalar(read_integer(text, unit));
    case TypeKind::Number:
        return as_scalar(read_number(text, unit));
    case TypeKind::Money:
        return as_scalar(read_money(text, unit));
    case TypeKind::Ratio:
        return as_scalar(read_ratio(text, unit));
    case TypeKind::Date:
        return as_scalar(read_date(text));
    case TypeKind::Duration:
        return as_scalar(read_duration(text));
    case TypeKind::Period:
        return as_scalar(read_period(text));
    case TypeKind::Enumeration:
        return as_scalar(read_choice(schema, field.type.enumeration, text));
    case TypeKind::Text:
    case TypeKind::Reference:
    case TypeKind::Unknown:
        break;
    }
    return as_scalar(read_text(text));
}

CellReading read_cell(const model::Schema& schema, model::FieldId id, const ColumnUnit& unit,
                      std::string_view text) {
    const model::Field& field = schema.fields[id];
    const std::string tidied = tidy(text);
    if (says_nothing(schema, field, tidied))
        return absent(field);
    Reading<model::Scalar> reading = read_scalar(schema, field, unit, tidied);
    if (auto* mistake = std::get_if<Mistake>(&reading))
        return wrong(std::move(*mistake));
    CellReading cell{.presence = Presence::Given, .scalar = std::get<model::Scalar>(std::move(reading))};
    std::optional<Mistake> mistake = beyond_bounds(field, cell.scalar, tidied);
    if (!mistake && !field.pattern.empty() && !matches(field.pattern, tidied))
        mistake = Mistake{diag::Message::PatternBad, {tidied, field.pattern}};
    if (mistake)
        cell.mistake = std::make_unique<Mistake>(std::move(*mistake));
    return cell;
}

} // namespace tiaoli::data
