// Finds the comparisons of a judged rule and says how far each is from turning.
#include "distances.hpp"

#include "distance_text.hpp"
#include "operands.hpp"
#include "ratio_parts.hpp"

#include "tiaoli/model/comparison.hpp"

#include <algorithm>

namespace tiaoli::explain {

namespace {

using model::CompareOperator;
using model::TypeKind;

/// A side of a comparison that is known.
struct Side {
    model::ExprId expr;
    Operand operand;
};

class Finder {
  public:
    Finder(const Scene& scene, const Explanation& explanation)
        : scene_(scene),
          opened_(opened_fields(explanation.trace)), that_day_{explanation.decision.moment.day} {}

    void look(const interp::TraceStep& step);
    std::vector<Distance> take() { return std::move(found_); }

  private:
    void add(const interp::TraceStep& step);
    void compare(const interp::TraceStep& step, const model::Compare& node);
    void between(const interp::TraceStep& step, const model::Between& node);
    void elapsed(const interp::TraceStep& step, const model::Elapsed& node);
    void in_period(const interp::TraceStep& step, const model::InPeriod& node);
    void sides(const interp::TraceStep& step, CompareOperator op, const Side& value, const Side& threshold);
    void days(const interp::TraceStep& step, CompareOperator op, value::Date day, value::Date threshold);
    void ratio(const interp::TraceStep& step, CompareOperator op, const Side& value,
               const value::Number& threshold);
    void say(const interp::TraceStep& step, bool holds, std::string text);
    TypeKind kind_of(const interp::TraceStep& step, model::ExprId expr) const {
        return scene_.version(step.version).exprs[expr].type.kind;
    }
    bool is_fixed(const interp::TraceStep& step, model::ExprId expr) const;

    const Scene& scene_;
    OpenedFields opened_;
    value::Date that_day_;
    std::vector<Distance> found_;
};

template <class T> const T* known(const Operand& operand);
bool orders(CompareOperator op);
value::Number unit_of(TypeKind kind);

} // namespace

std::vector<Distance> distances(const Scene& scene, const Explanation& explanation,
                                const interp::RuleOutcome& outcome, const interp::TraceStep& step) {
    if (outcome.state == interp::RuleState::NotApplicable)
        return {};
    Finder finder{scene, explanation};
    finder.look(step);
    return finder.take();
}

namespace {

/// Into the conditions of the rule, not into the fields that they name.
void Finder::look(const interp::TraceStep& step) {
    using Kind = interp::TraceStep::Kind;
    if (step.kind == Kind::Expression)
        add(step);
    if (step.kind != Kind::Expression && step.kind != Kind::Rule)
        return;
    for (const interp::TraceStep& part : step.parts)
        look(part);
}

void Finder::add(const interp::TraceStep& step) {
    const model::ExprNode& node = scene_.version(step.version).exprs[step.expr].node;
    if (const auto* order = std::get_if<model::Compare>(&node))
        compare(step, *order);
    else if (const auto* range = std::get_if<model::Between>(&node); range != nullptr && !range->negated)
        between(step, *range);
    else if (const auto* length = std::get_if<model::Elapsed>(&node))
        elapsed(step, *length);
    else if (const auto* inside = std::get_if<model::InPeriod>(&node); inside != nullptr && !inside->negated)
        in_period(step, *inside);
}

void Finder::compare(const interp::TraceStep& step, const model::Compare& node) {
    Operands operands{scene_, step, that_day_};
    const auto left = operands.next(node.left);
    const auto right = operands.next(node.right);
    if (!left || !right)
        return;
    if (is_fixed(step, node.left) && !is_fixed(step, node.right))
        sides(step, model::mirrored(node.op), {node.right, *right}, {node.left, *left});
    else
        sides(step, node.op, {node.left, *left}, {node.right, *right});
}

void Finder::between(const interp::TraceStep& step, const model::Between& node) {
    Operands operands{scene_, step, that_day_};
    const auto value = operands.next(node.value);
    const auto low = operands.next(node.low);
    const auto high = operands.next(node.high);
    if (!value || !low || !high)
        return;
    sides(step, CompareOperator::GreaterEqual, {node.value, *value}, {node.low, *low});
    sides(step, CompareOperator::LessEqual, {node.value, *value}, {node.high, *high});
}

void Finder::elapsed(const interp::TraceStep& step, const model::Elapsed& node) {
    Operands operands{scene_, step, that_day_};
    const auto from = operands.next(node.from);
    const auto to = operands.next(node.to);
    const auto length = operands.next(node.length);
    const auto* first = from ? known<value::Date>(*from) : nullptr;
    const auto* last = to ? known<value::Date>(*to) : nullptr;
    const auto* duration = length ? known<value::Duration>(*length) : nullptr;
    if (first == nullptr || last == nullptr || duration == nullptr || duration->workdays != 0)
        return;
    if (const auto threshold = value::add(*first, *duration))
        days(step, node.op, *last, *threshold);
}

void Finder::in_period(const interp::TraceStep& step, const model::InPeriod& node) {
    Operands operands{scene_, step, that_day_};
    const auto date = operands.next(node.date);
    const auto period = operands.next(node.period);
    const auto* day = date ? known<value::Date>(*date) : nullptr;
    const auto* range = period ? known<value::Period>(*period) : nullptr;
    if (day == nullptr || range == nullptr)
        return;
    days(step, CompareOperator::GreaterEqual, *day, range->first);
    days(step, CompareOperator::LessEqual, *day, range->last);
}

void Finder::sides(const interp::TraceStep& step, CompareOperator op, const Side& value,
                   const Side& threshold) {
    const auto* day = known<value::Date>(value.operand);
    const auto* other_day = known<value::Date>(threshold.operand);
    if (day != nullptr && other_day != nullptr)
        return days(step, op, *day, *other_day);
    const auto* number = known<value::Number>(value.operand);
    const auto* limit = known<value::Number>(threshold.operand);
    if (number == nullptr || limit == nullptr)
        return;
    const TypeKind kind = kind_of(step, value.expr);
    if (op == CompareOperator::Equal && *number != *limit)
        say(step, false,
            std::string{in(scene_.language, "相差 ", "off by ")} +
                gap_text(scene_, kind, (*number - *limit).absolute()));
    if (!orders(op))
        return;
    const TurningPoint point = turning_point(op, *number, *limit, unit_of(kind));
    say(step, point.holds,
        amount_distance(scene_, op, point, scalar_text(scene_, {kind}, *limit),
                        gap_text(scene_, kind, point.gap)));
    if (kind == TypeKind::Ratio && is_fixed(step, threshold.expr))
        ratio(step, op, value, *limit);
}

void Finder::days(const interp::TraceStep& step, CompareOperator op, value::Date day, value::Date threshold) {
    if (!orders(op))
        return;
    const TurningPoint point = turning_point(op, day.days, threshold.days, 1);
    say(step, point.holds,
        day_distance(scene_, op, point, threshold.to_text(), gap_text(scene_, TypeKind::Date, point.gap)));
}

/// The numerator's own way: numerator ÷ denominator turns where the numerator passes threshold × denominator.
void Finder::ratio(const interp::TraceStep& step, CompareOperator op, const Side& value,
                   const value::Number& threshold) {
    if (value.operand.step == nullptr)
        return;
    const auto parts = ratio_parts(scene_, opened_, value.expr, *value.operand.step, that_day_);
    if (!parts)
        return;
    const TurningPoint point =
        turning_point(op, parts->above, threshold * parts->below, unit_of(TypeKind::Money));
    say(step, point.holds,
        numerator_distance(scene_, op, point, scalar_text(scene_, {TypeKind::Ratio}, threshold),
                           gap_text(scene_, TypeKind::Money, point.gap), parts->numerator));
}

void Finder::say(const interp::TraceStep& step, bool holds, std::string text) {
    const std::string words = quoted(scene_, scene_.version(step.version).exprs[step.expr].span);
    const bool is_said = std::any_of(found_.begin(), found_.end(), [&](const Distance& each) {
        return each.comparison == words && each.text == text;
    });
    if (!is_said)
        found_.push_back({words, std::move(text), holds});
}

/// Written in the policy, not found in a case file.
bool Finder::is_fixed(const interp::TraceStep& step, model::ExprId expr) const {
    const model::ExprNode& node = scene_.version(step.version).exprs[expr].node;
    return std::holds_alternative<model::Constant>(node) || std::holds_alternative<model::ParameterUse>(node);
}

template <class T> const T* known(const Operand& operand) {
    const auto* scalar = std::get_if<model::Scalar>(&operand.value);
    return scalar == nullptr ? nullptr : std::get_if<T>(scalar);
}

bool orders(CompareOperator op) { return op != CompareOperator::Equal && op != CompareOperator::NotEqual; }

/// The least by which such a value can differ; zero: there is none.
value::Number unit_of(TypeKind kind) {
    if (kind == TypeKind::Money)
        return value::Number::fraction(1, 100);
    return kind == TypeKind::Integer || kind == TypeKind::Date ? value::Number{1} : value::Number{0};
}

} // namespace

} // namespace tiaoli::explain
