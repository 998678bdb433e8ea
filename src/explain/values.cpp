// Values as text: for reading (with units), and for result files (plain).
#include "tiaoli/explain/wording.hpp"

#include "tiaoli/base/match.hpp"

namespace tiaoli::explain {

namespace {

std::string number_text(const Scene& scene, const model::Type& type, const value::Number& number) {
    if (type.kind == model::TypeKind::Money)
        return value::money_text(number) + std::string{in(scene.language, "元", " yuan")};
    if (type.kind == model::TypeKind::Ratio)
        return value::ratio_text(number);
    return number.to_text();
}

} // namespace

std::string scalar_text(const Scene& scene, const model::Type& type, const model::Scalar& scalar) {
    return base::match(
        scalar, [&](bool yes) { return std::string{yes ? "是" : "否"}; },
        [&](const value::Number& number) { return number_text(scene, type, number); },
        [&](const value::Date& date) { return date.to_text(); },
        [&](const value::Duration& duration) { return duration.to_text(); },
        [&](const value::Period& period) { return period.to_text(); },
        [&](const std::string& text) { return text; },
        [&](const model::EnumerationValue& value) {
            return scene.schema().enumerations[value.enumeration].values.at(value.index);
        },
        [&](const model::RowRef& row) { return scene.data.table(row.record).key(row.row); });
}

std::string value_text(const Scene& scene, const model::Type& type, const interp::Value& value) {
    const auto word = [&](std::string_view chinese, std::string_view english) {
        return std::string{in(scene.language, chinese, english)};
    };
    return base::match(
        value, [&](const model::Scalar& scalar) { return scalar_text(scene, type, scalar); },
        [&](const interp::UnknownValue&) { return word("未知", "unknown"); },
        [&](const interp::NoValue&) { return word("无值", "no value"); },
        [&](const interp::NotHappenedValue&) { return word("尚未发生", "not happened yet"); },
        [&](const interp::NoneValue&) { return word("无", "none"); });
}

std::string plain_text(const Scene& scene, const model::Type& type, const interp::Value& value) {
    const auto* scalar = std::get_if<model::Scalar>(&value);
    if (scalar == nullptr)
        return {};
    const auto* number = std::get_if<value::Number>(scalar);
    if (number != nullptr && type.kind == model::TypeKind::Money)
        return value::money_plain(*number);
    return scalar_text(scene, type, *scalar);
}

} // namespace tiaoli::explain
