// Looks for figures that stand in other figures' places while everything else is the same.
#include "change_names.hpp"

#include <algorithm>

namespace tiaoli::compare {

namespace {

std::string figure_text(const Mark& mark) {
    if (const auto* number = std::get_if<value::Number>(&*mark.constant)) {
        if (mark.kind == model::TypeKind::Money)
            return value::money_text(*number) + "元";
        return mark.kind == model::TypeKind::Ratio ? value::ratio_text(*number) : number->to_text();
    }
    if (const auto* date = std::get_if<value::Date>(&*mark.constant))
        return date->to_chinese_text();
    return std::get<value::Duration>(*mark.constant).to_text();
}

/// Above, below or neither: 30日 and 1个月 cannot be told apart by length.
std::optional<bool> is_raised(const model::Scalar& before, const model::Scalar& after) {
    if (const auto* number = std::get_if<value::Number>(&before)) {
        const auto* other = std::get_if<value::Number>(&after);
        return other == nullptr ? std::nullopt : std::optional{*number < *other};
    }
    if (const auto* date = std::get_if<value::Date>(&before)) {
        const auto* other = std::get_if<value::Date>(&after);
        return other == nullptr ? std::nullopt : std::optional{*date < *other};
    }
    const auto* length = std::get_if<value::Duration>(&before);
    const auto* other = std::get_if<value::Duration>(&after);
    if (length == nullptr || other == nullptr)
        return std::nullopt;
    const bool is_more =
        length->months <= other->months && length->days <= other->days && length->workdays <= other->workdays;
    const bool is_less =
        length->months >= other->months && length->days >= other->days && length->workdays >= other->workdays;
    return is_more == is_less ? std::nullopt : std::optional{is_more};
}

ChangeName figure_name(model::TypeKind kind, bool raised) {
    switch (kind) {
    case model::TypeKind::Ratio:
        return raised ? ChangeName::RatioRaised : ChangeName::RatioLowered;
    case model::TypeKind::Money:
        return raised ? ChangeName::AmountRaised : ChangeName::AmountLowered;
    case model::TypeKind::Duration:
        return raised ? ChangeName::LengthRaised : ChangeName::LengthLowered;
    case model::TypeKind::Date:
        return raised ? ChangeName::DayLater : ChangeName::DayEarlier;
    case model::TypeKind::Text:
    case model::TypeKind::Bool:
    case model::TypeKind::Integer:
    case model::TypeKind::Number:
    case model::TypeKind::Period:
    case model::TypeKind::Enumeration:
    case model::TypeKind::Reference:
    case model::TypeKind::Unknown:
        break;
    }
    return raised ? ChangeName::NumberRaised : ChangeName::NumberLowered;
}

/// Fills in the figures; false where more than figures changed.
bool take_figures(Change& change) {
    const Meaning& before = change.before->meaning;
    const Meaning& after = change.after->meaning;
    if (before.size() != after.size())
        return false;
    std::optional<ChangeName> name;
    // a rule's own name, which often has the figure in it, comes first and is no figure
    const std::size_t first = change.after->kind == UnitKind::Rule ? 1 : 0;
    for (std::size_t at = first; at < before.size(); ++at) {
        const Mark& old = before[at];
        const Mark& now = after[at];
        if (old.text == now.text)
            continue;
        if (!old.constant || !now.constant || old.kind != now.kind)
            return false;
        change.figures.push_back({figure_text(old), figure_text(now)});
        const std::optional<bool> raised = is_raised(*old.constant, *now.constant);
        const ChangeName one = raised ? figure_name(now.kind, *raised) : ChangeName::FiguresChanged;
        name = !name || *name == one ? one : ChangeName::FiguresChanged;
    }
    change.name = name.value_or(ChangeName::Changed);
    return true;
}

} // namespace

void name_change(Change& change) {
    change.name = ChangeName::Changed;
    if (take_figures(change))
        return;
    change.figures.clear();
    if (change.before->cases < change.after->cases)
        change.name = ChangeName::TierAdded;
    else if (change.before->cases > change.after->cases)
        change.name = ChangeName::TierRemoved;
}

} // namespace tiaoli::compare
