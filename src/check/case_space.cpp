// Guards as sets of cases: which operands they compare with which constants, and which cases they take.
#include "cases.hpp"
#include "written.hpp"

#include "tiaoli/base/match.hpp"
#include "tiaoli/model/comparison.hpp"

#include <algorithm>

namespace tiaoli::check {

namespace {

using model::CompareOperator;

/// More boxes than this belong to no guard that a person has written.
constexpr std::size_t most_boxes = 512;

bool is_supported(TypeKind kind) {
    switch (kind) {
    case TypeKind::Bool:
    case TypeKind::Enumeration:
    case TypeKind::Integer:
    case TypeKind::Number:
    case TypeKind::Money:
    case TypeKind::Ratio:
    case TypeKind::Date:
    case TypeKind::Text:
        return true;
    case TypeKind::Duration:
    case TypeKind::Period:
    case TypeKind::Reference:
    case TypeKind::Unknown:
        return false;
    }
    return false;
}

bool compares(CompareOperator op, const model::Scalar& left, const model::Scalar& right) {
    switch (op) {
    case CompareOperator::Equal:
        return left == right;
    case CompareOperator::NotEqual:
        return left != right;
    default:
        break;
    }
    const auto order = [&]() -> std::strong_ordering {
        const auto* a = std::get_if<value::Number>(&left);
        const auto* b = std::get_if<value::Number>(&right);
        if (a != nullptr && b != nullptr) {
            return *a <=> *b;
        }
        return std::get<value::Date>(left).days <=> std::get<value::Date>(right).days;
    }();
    switch (op) {
    case CompareOperator::Less:
        return order < 0;
    case CompareOperator::LessEqual:
        return order <= 0;
    case CompareOperator::Greater:
        return order > 0;
    default:
        return order >= 0;
    }
}

/// What stands behind the number of a literal as written: 人 of 20人.
std::string classifier(std::string_view written) {
    const std::size_t last = written.find_last_of("0123456789");
    const std::string_view behind =
        last == std::string_view::npos ? std::string_view() : written.substr(last + 1);
    return behind.size() <= 3 ? std::string(behind) : std::string();
}

} // namespace

std::string CaseSpace::described(ExprId id) const { return describe(schema_, version_, version_.exprs, id); }

std::optional<model::Scalar> CaseSpace::constant(ExprId id) const {
    const model::ExprNode& node = version_.exprs[id].node;
    if (const auto* plain = std::get_if<model::Constant>(&node)) {
        return plain->value;
    }
    if (const auto* use = std::get_if<model::ParameterUse>(&node)) {
        const model::Parameter& parameter = version_.parameters[use->parameter];
        const bool fixed = parameter.values.size() == 1 && parameter.alternatives.empty();
        return fixed ? constant(parameter.values.front().value) : std::nullopt;
    }
    const auto* unary = std::get_if<model::Unary>(&node);
    if (unary == nullptr || unary->op != model::UnaryOperator::Negate) {
        return std::nullopt;
    }
    const auto inner = constant(unary->operand);
    const auto* number = inner ? std::get_if<value::Number>(&*inner) : nullptr;
    return number != nullptr ? std::optional<model::Scalar>{-*number} : std::nullopt;
}

bool CaseSpace::add(ExprId id) {
    return base::match(
        version_.exprs[id].node, [](const model::Constant&) { return true; },
        [&](const model::Logic& n) {
            return std::all_of(n.operands.begin(), n.operands.end(), [&](ExprId each) { return add(each); });
        },
        [&](const model::Unary& n) { return n.op == model::UnaryOperator::Not && add(n.operand); },
        [&](const model::Compare& n) {
            return constant(n.right) ? add_comparison(n.left, {n.right}) : add_comparison(n.right, {n.left});
        },
        [&](const model::Membership& n) { return add_comparison(n.value, n.options); },
        [&](const model::Between& n) {
            return add_comparison(n.value, {n.low, n.high});
        },
        [](const model::InPeriod&) { return false; }, [](const model::Elapsed&) { return false; },
        [&](const auto&) { return add_condition(id); });
}

bool CaseSpace::add_comparison(ExprId value, const std::vector<ExprId>& constants) {
    const Type type = version_.exprs[value].type;
    if (!is_supported(type.kind) || constant(value)) {
        return false;
    }
    const std::size_t at = variable(described(value), value);
    for (ExprId each : constants) {
        const auto found = constant(each);
        if (!found) {
            return false;
        }
        variables_[at].constants.push_back(*found);
        if (variables_[at].unit.empty() && is_plain_number(version_.exprs[each].type.kind) &&
            version_.exprs[each].span.source.valid()) {
            variables_[at].unit = classifier(as_written(sources_.text(version_.exprs[each].span)));
        }
    }
    return true;
}

/// A yes/no value on its own: a field, 有…, or another phrase that only itself can be compared with.
bool CaseSpace::add_condition(ExprId id) {
    const std::size_t at = variable(condition_key(id), id);
    const model::ExprNode& node = version_.exprs[id].node;
    variables_[at].is_condition = !std::holds_alternative<model::FieldOf>(node);
    if (const auto* presence = std::get_if<model::Presence>(&node)) {
        asked_presence_.insert(described(presence->operand));
    }
    return std::none_of(variables_.begin(), variables_.end(),
                        [&](const CaseVariable& each) { return asked_presence_.contains(each.key); });
}

/// 有x and 无x are one variable.
std::string CaseSpace::condition_key(ExprId id) const {
    const model::ExprNode& node = version_.exprs[id].node;
    if (const auto* presence = std::get_if<model::Presence>(&node)) {
        return "有(" + described(presence->operand) + ")";
    }
    const auto* aggregate = std::get_if<model::Aggregate>(&node);
    if (aggregate == nullptr || aggregate->total != model::Total::NotExists) {
        return described(id);
    }
    constexpr std::string_view no = "无";
    return "有" + described(id).substr(no.size());
}

std::size_t CaseSpace::variable(const std::string& key, ExprId id) {
    const auto [found, is_new] = by_key_.try_emplace(key, variables_.size());
    if (is_new) {
        const model::Expr& expr = version_.exprs[id];
        CaseVariable added{key, {}, {}, expr.type, is_stored(id)};
        added.words = expr.span.source.valid() ? as_written(sources_.text(expr.span)) : key;
        if (const auto* use = std::get_if<model::FieldOf>(&expr.node)) {
            added.minimum = schema_.fields[use->field].minimum;
            added.maximum = schema_.fields[use->field].maximum;
        }
        variables_.push_back(std::move(added));
    }
    return found->second;
}

bool CaseSpace::is_stored(ExprId id) const {
    const model::ExprNode& node = version_.exprs[id].node;
    if (const auto* use = std::get_if<model::FieldOf>(&node)) {
        return schema_.fields[use->field].role == model::FieldRole::Stored && is_stored(use->base);
    }
    return std::holds_alternative<model::OwnRecord>(node) ||
           std::holds_alternative<model::ParameterUse>(node);
}

void CaseSpace::settle() {
    for (CaseVariable& each : variables_) {
        each.atoms = atoms_of(schema_, each);
    }
}

std::optional<std::vector<Box>> CaseSpace::boxes(ExprId guard) const { return boxes(guard, true); }

std::optional<std::vector<Box>> CaseSpace::boxes(ExprId guard, bool wanted) const {
    const model::ExprNode& node = version_.exprs[guard].node;
    if (const auto* plain = std::get_if<model::Constant>(&node)) {
        return plain->value == model::Scalar{wanted} ? std::vector<Box>{Box{}} : std::vector<Box>{};
    }
    if (const auto* unary = std::get_if<model::Unary>(&node)) {
        return boxes(unary->operand, !wanted);
    }
    if (const auto* logic = std::get_if<model::Logic>(&node)) {
        const bool all = (logic->op == model::LogicOperator::And) == wanted;
        return all ? crossed(logic->operands, wanted) : listed(logic->operands, wanted);
    }
    return leaf(guard, wanted);
}

namespace {

/// What both boxes take; nothing when there is no such case.
std::optional<Box> met(const Box& a, const Box& b) {
    Box both = a;
    for (const auto& [variable, allowed] : b) {
        const auto [found, is_new] = both.try_emplace(variable, allowed);
        if (is_new) {
            continue;
        }
        for (std::size_t atom = 0; atom < allowed.size(); ++atom) {
            found->second[atom] = found->second[atom] && allowed[atom];
        }
        if (std::find(found->second.begin(), found->second.end(), true) == found->second.end()) {
            return std::nullopt;
        }
    }
    return both;
}

} // namespace

std::optional<std::vector<Box>> CaseSpace::crossed(const std::vector<ExprId>& operands, bool wanted) const {
    std::vector<Box> all{Box{}};
    for (ExprId operand : operands) {
        const auto part = boxes(operand, wanted);
        if (!part || part->size() * all.size() > most_boxes) {
            return std::nullopt;
        }
        std::vector<Box> next;
        for (const Box& left : all) {
            for (const Box& right : *part) {
                if (auto both = met(left, right)) {
                    next.push_back(std::move(*both));
                }
            }
        }
        all = std::move(next);
    }
    return all;
}

std::optional<std::vector<Box>> CaseSpace::listed(const std::vector<ExprId>& operands, bool wanted) const {
    std::vector<Box> all;
    for (ExprId operand : operands) {
        const auto part = boxes(operand, wanted);
        if (!part || part->size() + all.size() > most_boxes) {
            return std::nullopt;
        }
        all.insert(all.end(), part->begin(), part->end());
    }
    return all;
}

std::size_t CaseSpace::tested(ExprId id) const {
    const model::ExprNode& node = version_.exprs[id].node;
    ExprId value = id;
    if (const auto* compare = std::get_if<model::Compare>(&node)) {
        value = constant(compare->right) ? compare->left : compare->right;
    } else if (const auto* member = std::get_if<model::Membership>(&node)) {
        value = member->value;
    } else if (const auto* between = std::get_if<model::Between>(&node)) {
        value = between->value;
    } else {
        return by_key_.at(condition_key(id));
    }
    return by_key_.at(described(value));
}

std::vector<Box> CaseSpace::leaf(ExprId id, bool wanted) const {
    const std::size_t at = tested(id);
    std::vector<bool> allowed;
    bool any = false;
    for (const model::Scalar& atom : variables_[at].atoms) {
        allowed.push_back(holds(version_.exprs[id].node, atom) == wanted);
        any = any || allowed.back();
    }
    return any ? std::vector<Box>{Box{{at, allowed}}} : std::vector<Box>{};
}

bool CaseSpace::holds(const model::ExprNode& node, const model::Scalar& value) const {
    if (const auto* compare = std::get_if<model::Compare>(&node)) {
        const auto right = constant(compare->right);
        return right ? compares(compare->op, value, *right)
                     : compares(model::mirrored(compare->op), value, *constant(compare->left));
    }
    if (const auto* member = std::get_if<model::Membership>(&node)) {
        const bool listed = std::any_of(member->options.begin(), member->options.end(),
                                        [&](ExprId each) { return constant(each) == value; });
        return listed != member->negated;
    }
    if (const auto* between = std::get_if<model::Between>(&node)) {
        const bool inside = compares(CompareOperator::GreaterEqual, value, *constant(between->low)) &&
                            compares(CompareOperator::LessEqual, value, *constant(between->high));
        return inside != between->negated;
    }
    const auto* presence = std::get_if<model::Presence>(&node);
    const auto* aggregate = std::get_if<model::Aggregate>(&node);
    const bool denied = (presence != nullptr && !presence->present) ||
                        (aggregate != nullptr && aggregate->total == model::Total::NotExists);
    return std::get<bool>(value) != denied;
}

std::string CaseSpace::words(std::size_t at, std::size_t atom) const {
    const CaseVariable& each = variables_[at];
    const model::Scalar& value = each.atoms[atom];
    if (each.is_condition) {
        return std::get<bool>(value) ? each.words : "“" + each.words + "”不成立";
    }
    return each.words + "为" + value_words(each.type, value, each.unit);
}

std::string CaseSpace::value_words(const Type& type, const model::Scalar& value,
                                   const std::string& unit) const {
    return base::match(
        value, [](bool yes) { return std::string(yes ? "是" : "否"); },
        [&](const value::Number& number) {
            const value::Number wan(10000);
            if (type.kind == TypeKind::Ratio) {
                return value::ratio_text(number);
            }
            if (type.kind != TypeKind::Money) {
                return number.to_text() + unit;
            }
            const bool even = !number.is_zero() && (number / wan).is_integer();
            return even ? (number / wan).to_text() + "万元" : number.to_text() + "元";
        },
        [](const value::Date& date) { return date.to_text(); },
        [](const value::Duration& duration) { return duration.to_text(); },
        [](const value::Period& period) { return period.to_text(); },
        [](const std::string& text) { return "“" + text + "”"; },
        [&](const model::EnumerationValue& named) {
            return schema_.enumerations[named.enumeration].values.at(named.index);
        },
        [&](const model::RowRef& row) { return schema_.records[row.record].name; });
}

} // namespace tiaoli::check
