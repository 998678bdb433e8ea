// Words about a field for those who fill in its column.
#include "template_column.hpp"

#include "tiaoli/base/match.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace tiaoli::report {

namespace {

/// Units of amounts as headings name them, longest first.
constexpr std::array<std::pair<std::string_view, std::int64_t>, 5> units{
    {{"百万元", 1'000'000}, {"亿元", 100'000'000}, {"万元", 10'000}, {"千元", 1'000}, {"元", 1}}};

struct UnitWord {
    std::string_view word;
    std::int64_t times;
};

std::optional<UnitWord> unit_in(const std::string& heading) {
    for (const auto& [word, times] : units) {
        if (heading.ends_with("（" + std::string{word} + "）") ||
            heading.ends_with("(" + std::string{word} + ")"))
            return UnitWord{word, times};
    }
    return std::nullopt;
}

std::string unit_word(const value::Number& unit) {
    for (const auto& [word, times] : units) {
        if (unit == value::Number{times})
            return std::string{word};
    }
    return {};
}

/// An amount has the declared heading that names a unit, for a bare number there can be no doubt then.
void set_heading(const model::Field& field, TemplateColumn& column) {
    column.heading = field.name;
    column.unit = field.unit;
    if (field.type.kind != model::TypeKind::Money)
        return;
    for (const std::string& name : field.columns) {
        if (const auto unit = unit_in(name)) {
            column.heading = name;
            column.unit = unit->times;
            return;
        }
    }
    if (const auto unit = unit_in(field.name))
        column.unit = unit->times;
    else if (const std::string word = unit_word(field.unit); !word.empty())
        column.heading = field.name + "（" + word + "）";
}

std::string names_of(const model::Schema& schema, const std::vector<model::FieldId>& fields) {
    std::string out;
    for (const model::FieldId field : fields)
        out += (out.empty() ? "" : "、") + schema.fields[field].name;
    return out;
}

/// That the column is the key of its sheet, or a part of it.
std::string key_words(const model::Schema& schema, const model::Field& field, const TemplateColumn& column) {
    if (!column.is_key)
        return {};
    const std::vector<model::FieldId>& key = schema.records[field.record].key;
    return key.size() == 1 ? "（本表的编号，不能重复）"
                           : "（" + names_of(schema, key) + "合起来是本表的编号，不能重复）";
}

/// How a key of several columns is written in the column that refers to it.
std::string joined_words(const model::Schema& schema, const model::Field& field) {
    const std::vector<model::FieldId>& key = schema.records[field.type.record].key;
    return key.size() == 1 ? std::string{} : "（" + names_of(schema, key) + "用顿号连起来）";
}

/// Keys may refer to records whose keys refer to others; so deep, a name does.
constexpr int deepest_key = 4;

std::string example_key(const model::Schema& schema, model::RecordId record, int depth = 0) {
    std::string out;
    for (const model::FieldId id : schema.records[record].key) {
        const model::Field& field = schema.fields[id];
        const bool refers = field.type.kind == model::TypeKind::Reference && depth < deepest_key;
        out += (out.empty() ? "" : "、") + (refers ? example_key(schema, field.type.record, depth + 1)
                                                   : schema.records[record].name + "1");
    }
    return out;
}

std::string type_text(const model::Schema& schema, const model::Field& field, const TemplateColumn& column) {
    switch (field.type.kind) {
    case model::TypeKind::Text:
        return "文本" + key_words(schema, field, column);
    case model::TypeKind::Bool:
        return "是否";
    case model::TypeKind::Integer:
        return "整数";
    case model::TypeKind::Number:
        return "数值";
    case model::TypeKind::Money: {
        const std::string unit = unit_word(column.unit);
        return "金额（" + (unit.empty() ? "元" : unit) + "）";
    }
    case model::TypeKind::Ratio:
        return "比例";
    case model::TypeKind::Date:
        return "日期";
    case model::TypeKind::Enumeration:
        return "从列出的值里选一个";
    case model::TypeKind::Reference:
        return "“" + schema.records[field.type.record].name + "”表里的编号" + joined_words(schema, field) +
               key_words(schema, field, column);
    case model::TypeKind::Duration:
    case model::TypeKind::Period:
    case model::TypeKind::Unknown:
        return "期间";
    }
    return {};
}

/// A value as a cell of the column would hold it.
std::string cell_text(const model::Schema& schema, const model::Field& field, const model::Scalar& value,
                      const value::Number& unit) {
    return base::match(
        value, [](bool yes) { return std::string{yes ? "是" : "否"}; },
        [&](const value::Number& number) {
            if (field.type.kind == model::TypeKind::Ratio)
                return value::ratio_text(number);
            return field.type.kind == model::TypeKind::Money ? (number / unit).to_text() : number.to_text();
        },
        [](const value::Date& date) { return date.to_text(); },
        [](const value::Duration& duration) { return duration.to_text(); },
        [](const value::Period& period) { return period.to_text(); },
        [](const std::string& text) { return text; },
        [&](const model::EnumerationValue& one) {
            return schema.enumerations[one.enumeration].values.at(one.index);
        },
        [](const model::RowRef&) { return std::string{}; });
}

std::string blank_text(const model::Schema& schema, const model::Field& field, const TemplateColumn& column) {
    if (column.is_required)
        return "不能空：空着的行会被退回";
    switch (field.absence) {
    case model::Absence::Required:
        return {};
    case model::Absence::Optional:
        return "没有提供：规则非用它不可时退回补正，规则写了没有它怎么办的照办";
    case model::Absence::Nullable:
        return "本来就没有";
    case model::Absence::Pending:
        return "还没有发生";
    case model::Absence::Default:
        return field.default_value
                   ? "按 " + cell_text(schema, field, *field.default_value, column.unit) + " 计"
                   : std::string{};
    }
    return {};
}

std::string allowed_text(const model::Schema& schema, const model::Field& field,
                         const TemplateColumn& column) {
    std::string out;
    const std::vector<std::string> values = listed_values(schema, field);
    // “农、林、牧、渔业” is one value.
    const bool has_marks = std::any_of(values.begin(), values.end(), [](const std::string& value) {
        return value.find("、") != std::string::npos;
    });
    for (const std::string& value : values)
        out += (out.empty() ? "" : has_marks ? "；" : "、") + value;
    const auto bound = [&](const value::Number& number) {
        return cell_text(schema, field, number, column.unit);
    };
    if (field.minimum && field.maximum)
        out = fmt::format("{} 至 {}", bound(*field.minimum), bound(*field.maximum));
    else if (field.minimum)
        out = "不小于 " + bound(*field.minimum);
    else if (field.maximum)
        out = "不大于 " + bound(*field.maximum);
    if (!field.pattern.empty())
        out += (out.empty() ? "" : "；") + ("格式 " + field.pattern);
    if (field.unique)
        out += std::string{out.empty() ? "" : "；"} + "各行不能相同";
    return out;
}

std::string ratio_example(const model::Field& field) {
    const value::Number usual = value::Number::fraction(2, 5);
    if (field.minimum && usual < *field.minimum)
        return value::ratio_text(*field.minimum);
    return value::ratio_text(field.maximum && *field.maximum < usual ? *field.maximum : usual);
}

std::string example_text(const model::Schema& schema, const model::Field& field,
                         const TemplateColumn& column) {
    const std::vector<std::string> values = listed_values(schema, field);
    if (!values.empty())
        return values.front();
    if (field.minimum && field.type.kind == model::TypeKind::Integer)
        return cell_text(schema, field, *field.minimum, column.unit);
    switch (field.type.kind) {
    case model::TypeKind::Money:
        return column.unit == value::Number{1} ? "1000000.00" : "100";
    case model::TypeKind::Ratio:
        return ratio_example(field);
    case model::TypeKind::Date:
        return "2025-03-10";
    case model::TypeKind::Duration:
    case model::TypeKind::Period:
        return "1年";
    case model::TypeKind::Reference:
        // Only how parts are joined needs to be shown.
        return schema.records[field.type.record].key.size() > 1 ? example_key(schema, field.type.record)
                                                                : std::string{};
    case model::TypeKind::Bool:
    case model::TypeKind::Enumeration:
    case model::TypeKind::Integer:
    case model::TypeKind::Number:
    case model::TypeKind::Text:
    case model::TypeKind::Unknown:
        return {};
    }
    return {};
}

} // namespace

std::vector<TemplateColumn> template_columns(const model::Schema& schema, const model::Record& record) {
    std::vector<TemplateColumn> out;
    for (const model::FieldId id : record.fields) {
        const model::Field& field = schema.fields[id];
        TemplateColumn column;
        column.field = id;
        set_heading(field, column);
        column.is_key = std::find(record.key.begin(), record.key.end(), id) != record.key.end();
        column.is_required = column.is_key || id == record.day || field.absence == model::Absence::Required;
        column.type = type_text(schema, field, column);
        column.blank = blank_text(schema, field, column);
        column.allowed = allowed_text(schema, field, column);
        column.example = example_text(schema, field, column);
        out.push_back(std::move(column));
    }
    return out;
}

std::vector<std::string> listed_values(const model::Schema& schema, const model::Field& field) {
    if (field.type.kind == model::TypeKind::Bool)
        return {"是", "否"};
    if (field.type.kind == model::TypeKind::Enumeration)
        return schema.enumerations[field.type.enumeration].values;
    return {};
}

} // namespace tiaoli::report
