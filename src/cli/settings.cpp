// Reads what a run is asked for by the policy's own names: the day, parameters, readings, the version, matters.
#include "command.hpp"

#include "tiaoli/diag/nearest.hpp"
#include "tiaoli/source/folded.hpp"
#include "tiaoli/value/literal.hpp"

#include <algorithm>
#include <ctime>

namespace tiaoli::cli {

namespace {

value::Date system_day();
std::optional<value::Date> read_day(const std::string& text);

class OptionsReader {
  public:
    OptionsReader(const Arguments& arguments, const project::Project& project, diag::Diagnostics& messages)
        : arguments_(arguments), project_(project), messages_(messages) {}

    interp::Options read();

  private:
    void read_as_of();
    void read_version();
    void read_setting(const std::string& name, const std::string& text);
    void read_reading(const std::string& name, const std::string& text);
    /// The parameters of that name, one a version; none is a message.
    std::vector<std::pair<const model::Version*, const model::Parameter*>>
    parameters(const std::string& name);
    std::optional<model::Scalar> read_value(const model::Type& type, const std::string& text) const;
    std::string words_of(const model::Version& version, model::ExprId expr) const;

    const Arguments& arguments_;
    const project::Project& project_;
    diag::Diagnostics& messages_;
    interp::Options options_;
};

std::optional<model::Scalar> scalar_of(model::TypeKind kind, const value::Literal& literal);

} // namespace

interp::Options read_options(const Arguments& arguments, const project::Project& project,
                             diag::Diagnostics& messages) {
    return OptionsReader{arguments, project, messages}.read();
}

std::vector<model::MatterId> matters_asked(const Arguments& arguments, const model::Schema& schema,
                                           diag::Diagnostics& messages) {
    std::vector<model::MatterId> out;
    std::vector<std::string> names;
    for (std::uint32_t index = 0; index < schema.matters.size(); ++index) {
        const model::MatterId matter{index};
        names.push_back(schema.matters[matter].name);
        if (!arguments.matter ||
            source::folded_words(*arguments.matter) == source::folded_words(names.back()))
            out.push_back(matter);
    }
    if (out.empty() && arguments.matter) {
        std::string all;
        for (const std::string& name : names)
            all += (all.empty() ? "" : "、") + name;
        diag::add_with_nearest(messages, diag::Message::UnknownMatter, std::monostate{},
                               {*arguments.matter, all}, *arguments.matter, names);
    }
    return out;
}

namespace {

interp::Options OptionsReader::read() {
    options_.today = system_day();
    read_as_of();
    read_version();
    for (const auto& [name, text] : arguments_.settings)
        read_setting(name, text);
    for (const auto& [name, text] : arguments_.readings)
        read_reading(name, text);
    return std::move(options_);
}

void OptionsReader::read_as_of() {
    if (!arguments_.as_of)
        return;
    if (const auto day = read_day(*arguments_.as_of))
        options_.today = *day;
    else
        messages_.add(diag::Message::BadDay, std::monostate{}, {"--as-of", *arguments_.as_of});
}

void OptionsReader::read_version() {
    if (!arguments_.version)
        return;
    std::vector<std::string> names;
    std::string all;
    for (std::uint32_t index = 0; index < project_.policy.versions.size(); ++index) {
        const model::VersionId id{index};
        names.push_back(project_.policy.versions[id].name);
        all += (all.empty() ? "" : "、") + names.back();
        if (source::folded_words(names.back()) == source::folded_words(*arguments_.version))
            options_.only_version = id;
    }
    if (!options_.only_version.valid())
        diag::add_with_nearest(messages_, diag::Message::UnknownVersion, std::monostate{},
                               {*arguments_.version, all}, *arguments_.version, names);
}

void OptionsReader::read_setting(const std::string& name, const std::string& text) {
    for (const auto& [version, parameter] : parameters(name)) {
        const auto value = read_value(parameter->type, text);
        if (value) {
            options_.settings[parameter->name] = *value;
            continue;
        }
        const std::string example =
            parameter->values.empty() ? std::string{} : words_of(*version, parameter->values.front().value);
        messages_.add(diag::Message::BadParameterValue, std::monostate{}, {name, text, example});
        return;
    }
}

void OptionsReader::read_reading(const std::string& name, const std::string& text) {
    for (const auto& [version, parameter] : parameters(name)) {
        std::string all;
        bool found = false;
        for (const model::ExprId alternative : parameter->alternatives) {
            const std::string words = words_of(*version, alternative);
            all += (all.empty() ? "" : "、") + words;
            if (source::folded_words(words) != source::folded_words(text))
                continue;
            options_.readings[parameter->name] = words;
            found = true;
        }
        if (!found) {
            messages_.add(diag::Message::UnknownReading, std::monostate{}, {name, text, all});
            return;
        }
    }
}

std::vector<std::pair<const model::Version*, const model::Parameter*>>
OptionsReader::parameters(const std::string& name) {
    std::vector<std::pair<const model::Version*, const model::Parameter*>> out;
    std::vector<std::string> known;
    for (const model::Version& version : project_.policy.versions) {
        for (const model::Parameter& parameter : version.parameters) {
            known.push_back(parameter.name);
            if (source::folded_words(parameter.name) == source::folded_words(name))
                out.emplace_back(&version, &parameter);
        }
    }
    if (out.empty())
        diag::add_with_nearest(messages_, diag::Message::UnknownParameter, std::monostate{}, {name}, name,
                               known);
    return out;
}

std::optional<model::Scalar> OptionsReader::read_value(const model::Type& type,
                                                       const std::string& text) const {
    if (type.kind == model::TypeKind::Text)
        return model::Scalar{text};
    std::string words = source::folded_words(text);
    if (type.kind == model::TypeKind::Bool) {
        if (words == "是" || words == "否")
            return model::Scalar{words == "是"};
        return std::nullopt;
    }
    if (type.kind == model::TypeKind::Enumeration) {
        const auto& values = project_.policy.schema.enumerations[type.enumeration].values;
        for (std::uint32_t index = 0; index < values.size(); ++index) {
            if (source::folded_words(values[index]) == words)
                return model::Scalar{model::EnumerationValue{type.enumeration, index}};
        }
        return std::nullopt;
    }
    const bool negative = words.starts_with('-');
    if (negative)
        words.erase(0, 1);
    for (const value::ScannedLiteral& scanned : value::scan_literals(words, 0)) {
        if (scanned.length != words.size())
            continue;
        auto value = scalar_of(type.kind, scanned.literal);
        auto* number = value ? std::get_if<value::Number>(&*value) : nullptr;
        if (negative && number == nullptr)
            return std::nullopt;
        if (negative)
            *number = -*number;
        return value;
    }
    return std::nullopt;
}

std::string OptionsReader::words_of(const model::Version& version, model::ExprId expr) const {
    return source::folded_words(project_.sources.text(version.exprs[expr].span));
}

/// The literal's value where it is of that kind.
std::optional<model::Scalar> scalar_of(model::TypeKind kind, const value::Literal& literal) {
    using model::TypeKind;
    const auto when = [](bool fits, const model::Scalar& value) {
        return fits ? std::optional{value} : std::nullopt;
    };
    if (const auto* money = std::get_if<value::MoneyLiteral>(&literal))
        return when(kind == TypeKind::Money, money->yuan);
    if (const auto* ratio = std::get_if<value::RatioLiteral>(&literal))
        return when(kind == TypeKind::Ratio, ratio->ratio);
    if (const auto* date = std::get_if<value::DateLiteral>(&literal))
        return when(kind == TypeKind::Date, date->date);
    if (const auto* duration = std::get_if<value::DurationLiteral>(&literal))
        return when(kind == TypeKind::Duration, duration->duration);
    if (const auto* number = std::get_if<value::NumberLiteral>(&literal))
        return when(kind == TypeKind::Number || (kind == TypeKind::Integer && number->number.is_integer()),
                    number->number);
    return std::nullopt;
}

/// The only look at a clock in the program: the default of --as-of.
value::Date system_day() {
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    localtime_r(&now, &local);
    return *value::Date::from_ymd(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
}

std::optional<value::Date> read_day(const std::string& text) {
    const std::string words = source::folded_words(text);
    for (const value::ScannedLiteral& scanned : value::scan_literals(words, 0)) {
        const auto* date = std::get_if<value::DateLiteral>(&scanned.literal);
        if (scanned.length == words.size() && date != nullptr)
            return date->date;
    }
    return std::nullopt;
}

} // namespace

} // namespace tiaoli::cli
