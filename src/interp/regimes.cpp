// Chooses the value of every parameter: set for the run, an alternative reading, or the one dated for the 依据日.
#include "regimes.hpp"

#include "tiaoli/value/literal.hpp"

namespace tiaoli::interp {

namespace {

std::optional<model::Scalar> literal_scalar(const std::string& text) {
    for (const value::ScannedLiteral& scanned : value::scan_literals(text, 0)) {
        if (scanned.length != text.size())
            continue;
        if (const auto* money = std::get_if<value::MoneyLiteral>(&scanned.literal))
            return money->yuan;
        if (const auto* ratio = std::get_if<value::RatioLiteral>(&scanned.literal))
            return ratio->ratio;
        if (const auto* points = std::get_if<value::PointsLiteral>(&scanned.literal))
            return points->ratio;
        if (const auto* plain = std::get_if<value::NumberLiteral>(&scanned.literal))
            return plain->number;
        if (const auto* date = std::get_if<value::DateLiteral>(&scanned.literal))
            return date->date;
        if (const auto* duration = std::get_if<value::DurationLiteral>(&scanned.literal))
            return duration->duration;
    }
    return std::nullopt;
}

model::ExprId dated_value(const model::Parameter& parameter, value::Date governed) {
    model::ExprId value;
    for (const model::DatedValue& dated : parameter.values) {
        if (!value.valid() || (dated.from && *dated.from <= governed))
            value = dated.value;
    }
    return value;
}

} // namespace

Regimes::Regimes(const model::Policy& policy, const Options& options) : policy_(policy), options_(options) {}

std::uint32_t Regimes::find(model::VersionId version, value::Date governed) {
    const auto since = last_change(policy_.versions[version], governed);
    const auto [found, is_new] =
        found_.try_emplace({version, since}, static_cast<std::uint32_t>(regimes_.size()));
    if (is_new)
        regimes_.push_back(build(version, governed));
    return found->second;
}

model::VersionId Regimes::in_force_on(value::Date day) const {
    if (options_.only_version.valid())
        return options_.only_version;
    model::VersionId found;
    for (std::uint32_t index = 0; index < policy_.versions.size(); ++index) {
        const std::optional<value::Date>& effective = policy_.versions[{index}].effective;
        if (!effective || *effective <= day)
            found = {index};
    }
    return found;
}

std::optional<value::Date> Regimes::next_change(value::Date day) const {
    std::optional<value::Date> next;
    const auto meet = [&](const std::optional<value::Date>& change) {
        if (change && day < *change && (!next || *change < *next))
            next = change;
    };
    for (const model::Version& version : policy_.versions) {
        if (!options_.only_version.valid())
            meet(version.effective);
        for (const model::Parameter& parameter : version.parameters) {
            for (const model::DatedValue& dated : parameter.values)
                meet(dated.from);
        }
        for (const auto& [field, definition] : version.definitions) {
            for (const model::DefinitionPart& part : definition.parts)
                meet(part.from);
        }
    }
    return next;
}

/// The last change of a parameter or a table on or before the day.
std::optional<value::Date> Regimes::last_change(const model::Version& version, value::Date governed) {
    std::optional<value::Date> last;
    const auto take = [&](const std::optional<value::Date>& from) {
        if (from && *from <= governed && (!last || *last < *from))
            last = from;
    };
    for (const model::Parameter& parameter : version.parameters) {
        for (const model::DatedValue& dated : parameter.values)
            take(dated.from);
    }
    for (const auto& [field, definition] : version.definitions) {
        for (const model::DefinitionPart& part : definition.parts)
            take(part.from);
    }
    return last;
}

Regime Regimes::build(model::VersionId id, value::Date governed) const {
    const model::Version& version = policy_.versions[id];
    Regime regime{id, {}, {}, last_change(version, governed)};
    for (const model::Parameter& parameter : version.parameters) {
        const auto set = options_.settings.find(parameter.name);
        regime.settings.push_back(set == options_.settings.end() ? std::nullopt : std::optional{set->second});
        const model::ExprId alternative = chosen(version, parameter);
        regime.parameters.push_back(alternative.valid() ? alternative : dated_value(parameter, governed));
    }
    return regime;
}

model::ExprId Regimes::chosen(const model::Version& version, const model::Parameter& parameter) const {
    const auto wanted = options_.readings.find(parameter.name);
    if (wanted == options_.readings.end())
        return {};
    for (const model::ExprId alternative : parameter.alternatives) {
        if (reads_as(version.exprs[alternative], wanted->second))
            return alternative;
    }
    return {};
}

bool Regimes::reads_as(const model::Expr& expr, const std::string& text) const {
    const auto* constant = std::get_if<model::Constant>(&expr.node);
    if (constant == nullptr)
        return false;
    if (const auto* word = std::get_if<model::EnumerationValue>(&constant->value))
        return policy_.schema.enumerations[word->enumeration].values.at(word->index) == text;
    if (const auto* words = std::get_if<std::string>(&constant->value))
        return *words == text;
    if (const auto* yes = std::get_if<bool>(&constant->value))
        return text == (*yes ? "是" : "否");
    return literal_scalar(text) == constant->value;
}

} // namespace tiaoli::interp
