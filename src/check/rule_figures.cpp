// Finds the figures in the rules of an article, also behind the names that they use, and what each of them bounds there.
#include "figure.hpp"

#include "literals.hpp"

#include "tiaoli/base/match.hpp"
#include "tiaoli/model/walk.hpp"

#include <algorithm>

namespace tiaoli::check {

namespace {

using model::ExprId;
using model::TypeKind;

/// From where an expression is looked at: what holds for it as a whole.
struct View {
    Bound bound = Bound::None;
    Voice voice = Voice::Case;
    bool is_own = false; ///< it stands in the article itself
};

View with(View view, Bound bound) {
    view.bound = bound;
    return view;
}

View as_case(View view) { return {Bound::None, Voice::Case, view.is_own}; }

View other_side(View view) { return with(view, mirrored(view.bound)); }

Bound bound_of(model::CompareOperator op) {
    switch (op) {
    case model::CompareOperator::Less:
        return Bound::Less;
    case model::CompareOperator::LessEqual:
        return Bound::AtMost;
    case model::CompareOperator::Greater:
        return Bound::Greater;
    case model::CompareOperator::GreaterEqual:
        return Bound::AtLeast;
    case model::CompareOperator::Equal:
    case model::CompareOperator::NotEqual:
        break;
    }
    return Bound::None;
}

class RuleWalk {
  public:
    RuleWalk(const Workbench& bench, const VersionWork& work, model::ArticleId article)
        : bench_(bench), work_(work), version_(bench.version(work)), article_(article) {}

    RuleFigures run() {
        for (const auto& [field, definition] : version_.definitions) {
            for (const model::DefinitionPart& part : definition.parts) {
                if (part.article == article_) {
                    take_part(part, {Bound::None, Voice::Case, true});
                }
            }
        }
        take_rules();
        take_splits();
        take_declarations();
        return std::move(found_);
    }

  private:
    const Workbench& bench_;
    const VersionWork& work_;
    const model::Version& version_;
    model::ArticleId article_;
    RuleFigures found_;
    std::set<std::tuple<model::FieldId, Bound, Voice>> seen_;

    void take_rules() {
        const View own{Bound::None, Voice::Case, true};
        for (const model::Rule& rule : version_.rules) {
            if (rule.article == article_) {
                walk(rule.premise, own);
                walk(rule.condition, {Bound::None, Voice::Demand, true});
            }
            for (const model::RuleException& exception : rule.exceptions) {
                if (exception.article == article_) {
                    walk(exception.condition, own);
                }
            }
        }
        for (const auto& [field, state] : version_.states) {
            if (state.article == article_) {
                walk(state.begins.condition, own);
                walk(state.ends.condition, own);
            }
        }
    }

    void take_splits() {
        for (const model::Allocation& allocation : version_.allocations) {
            if (allocation.article == article_) {
                take_allocation(allocation, {Bound::None, Voice::Case, true});
            }
        }
        for (const model::Deadline& deadline : version_.deadlines) {
            if (deadline.article == article_) {
                take_deadline(deadline, {Bound::None, Voice::Demand, true});
            }
        }
    }

    /// 参数, 施行, 有效期至.
    void take_declarations() {
        for (const model::Parameter& parameter : version_.parameters) {
            if (parameter.article == article_) {
                take_parameter(parameter, {Bound::None, Voice::Case, true});
            }
        }
        for (const Statement& at : work_.statements) {
            const Kind kind = at.tree->kind(at.node);
            if (at.article == article_ && (kind == Kind::effective || kind == Kind::expires)) {
                const NodeId day = at.tree->child(at.node, Kind::literal_text);
                if (const auto date = read_day(at.tree->text(day))) {
                    add(*date, {Bound::None, Voice::Case, true}, at.tree->span(day));
                }
            }
        }
    }

    void take_parameter(const model::Parameter& parameter, View view) {
        view.is_own = parameter.article == article_;
        for (const model::DatedValue& value : parameter.values) {
            if (value.from) {
                add(*value.from, as_case(view), version_.exprs[value.value].span);
            }
            walk(value.value, view);
        }
    }

    void take_allocation(const model::Allocation& allocation, View view) {
        walk(allocation.amount, view);
        for (const model::AllocationPart& part : allocation.parts) {
            walk(part.ratio, view);
            walk(part.limit, with(view, Bound::AtMost));
        }
    }

    void take_deadline(const model::Deadline& deadline, View view) {
        walk(deadline.start, as_case(view));
        walk(deadline.length, with(view, Bound::AtMost));
        walk(deadline.until, with(view, Bound::AtMost));
        walk(deadline.period, with(view, Bound::AtMost));
        walk(deadline.fulfilment, as_case(view));
    }

    void take_part(const model::DefinitionPart& part, View view) {
        view.is_own = part.article == article_;
        if (part.from) {
            add(*part.from, as_case(view), part.span);
        }
        for (const model::Clause& clause : part.clauses) {
            walk(clause.guard, as_case(view));
            walk(clause.value, view);
        }
        for (const model::Adjustment& adjustment : part.adjustments) {
            walk(adjustment.guard, as_case(view));
            switch (adjustment.kind) {
            case model::AdjustmentKind::Add:
                walk(adjustment.operand, view);
                break;
            case model::AdjustmentKind::Subtract:
                walk(adjustment.operand, other_side(view));
                break;
            case model::AdjustmentKind::AtMost:
                walk(adjustment.operand, {Bound::AtMost, Voice::Demand, view.is_own});
                break;
            case model::AdjustmentKind::AtLeast:
                walk(adjustment.operand, {Bound::AtLeast, Voice::Demand, view.is_own});
                break;
            case model::AdjustmentKind::Round:
                break;
            }
        }
    }

    /// What the named field comes from, seen as the field is.
    void follow(model::FieldId id, View view) {
        view.is_own = false;
        if (!seen_.emplace(id, view.bound, view.voice).second) {
            return;
        }
        if (const auto definition = version_.definitions.find(id); definition != version_.definitions.end()) {
            for (const model::DefinitionPart& part : definition->second.parts) {
                take_part(part, view);
            }
        } else if (const auto split = version_.allocated.find(id); split != version_.allocated.end()) {
            take_allocation(version_.allocations[split->second], view);
        } else if (const auto timed = version_.timed.find(id); timed != version_.timed.end()) {
            take_deadline(version_.deadlines[timed->second], view);
        } else if (const auto* state = model::state_of(version_, id); state != nullptr) {
            walk(state->second.begins.condition, as_case(view));
            walk(state->second.ends.condition, as_case(view));
        } else {
            follow_bounds(bench_.schema().fields[id]);
        }
    }

    /// 在0%至40%之间, said of a field, binds as a rule does.
    void follow_bounds(const model::Field& field) {
        const std::array<std::pair<std::optional<value::Number>, Bound>, 2> ends{
            std::pair{field.minimum, Bound::AtLeast}, std::pair{field.maximum, Bound::AtMost}};
        for (const auto& [number, bound] : ends) {
            if (number) {
                add_number(*number, field.type.kind, {bound, Voice::Demand, false}, field.declared);
            }
        }
    }

    void walk(ExprId id, View view) {
        if (!id.valid()) {
            return;
        }
        const model::Expr& expr = version_.exprs[id];
        if (const auto* constant = std::get_if<model::Constant>(&expr.node)) {
            take_constant(constant->value, expr, view);
        } else if (const auto* parameter = std::get_if<model::ParameterUse>(&expr.node)) {
            take_parameter(version_.parameters[parameter->parameter], view);
        } else if (const auto* field = std::get_if<model::FieldOf>(&expr.node)) {
            walk(field->base, as_case(view));
            follow(field->field, view);
        } else if (const auto* compare = std::get_if<model::Compare>(&expr.node)) {
            walk(compare->left, other_side(with(view, bound_of(compare->op))));
            walk(compare->right, with(view, bound_of(compare->op)));
        } else if (const auto* elapsed = std::get_if<model::Elapsed>(&expr.node)) {
            walk(elapsed->from, as_case(view));
            walk(elapsed->to, as_case(view));
            walk(elapsed->length, with(view, bound_of(elapsed->op)));
        } else if (const auto* between = std::get_if<model::Between>(&expr.node)) {
            walk(between->value, with(view, Bound::None));
            walk(between->low, with(view, Bound::AtLeast));
            walk(between->high, with(view, Bound::AtMost));
        } else {
            walk_terms(expr, view);
        }
    }

    /// Sums, products, functions, conditions.
    void walk_terms(const model::Expr& expr, View view) {
        if (const auto* binary = std::get_if<model::Binary>(&expr.node)) {
            walk_binary(*binary, expr, view);
        } else if (const auto* unary = std::get_if<model::Unary>(&expr.node)) {
            walk(unary->operand,
                 unary->op == model::UnaryOperator::Negate ? other_side(view) : as_case(view));
        } else if (const auto* call = std::get_if<model::Call>(&expr.node)) {
            walk_call(*call, view);
        } else {
            const bool is_logic = std::holds_alternative<model::Logic>(expr.node);
            for (ExprId child : model::children(expr.node)) {
                walk(child, is_logic ? view : as_case(view));
            }
        }
    }

    void walk_binary(const model::Binary& binary, const model::Expr& expr, View view) {
        const auto part = number_at(binary.left);
        const auto whole = number_at(binary.right);
        if (binary.op == model::BinaryOperator::Divide && part && whole && !whole->is_zero()) {
            add(value::RatioLiteral{*part / *whole}, view, expr.span); // 2÷3 is 三分之二
            return;
        }
        walk(binary.left, view);
        walk(binary.right, binary.op == model::BinaryOperator::Subtract ? other_side(view) : view);
    }

    std::optional<value::Number> number_at(ExprId id) const {
        const auto* constant = std::get_if<model::Constant>(&version_.exprs[id].node);
        const auto* number = constant != nullptr ? std::get_if<value::Number>(&constant->value) : nullptr;
        const TypeKind kind = version_.exprs[id].type.kind;
        const bool is_plain = kind == TypeKind::Integer || kind == TypeKind::Number;
        return number != nullptr && is_plain ? std::optional(*number) : std::nullopt;
    }

    void walk_call(const model::Call& call, View view) {
        using model::Function;
        if (call.function == Function::LastWorkdays || call.function == Function::FirstWorkdays) {
            walk(call.arguments[0], as_case(view));
            const auto count = number_at(call.arguments[1]);
            const auto days = count ? count->to_int64() : std::nullopt;
            if (days) {
                add(value::Duration{0, 0, static_cast<std::int32_t>(*days)}, with(view, Bound::AtMost),
                    version_.exprs[call.arguments[1]].span);
            }
            return;
        }
        if (call.function == Function::Round) {
            return walk(call.arguments[0], view);
        }
        for (ExprId argument : call.arguments) {
            const bool is_limit = call.function == Function::Lesser || call.function == Function::Greater;
            const Bound bound = call.function == Function::Lesser ? Bound::AtMost : Bound::AtLeast;
            walk(argument, is_limit ? View{bound, Voice::Demand, view.is_own} : view);
        }
    }

    void take_constant(const model::Scalar& value, const model::Expr& expr, View view) {
        if (const auto* number = std::get_if<value::Number>(&value)) {
            add_number(*number, expr.type.kind, view, expr.span);
        } else if (const auto* date = std::get_if<value::Date>(&value)) {
            add(*date, view, expr.span);
        } else if (const auto* length = std::get_if<value::Duration>(&value)) {
            add(*length, view, expr.span);
        }
    }

    void add_number(const value::Number& number, TypeKind kind, View view, source::Span span) {
        if (kind == TypeKind::Money) {
            add(value::MoneyLiteral{number}, view, span);
        } else if (kind == TypeKind::Ratio) {
            add(value::RatioLiteral{number}, view, span);
        } else if (kind == TypeKind::Integer || kind == TypeKind::Number) {
            add(PlainNumber{number}, view, span);
        }
    }

    void add(Figure::Amount amount, View view, source::Span span) {
        const std::string written(bench_.sources.text(span));
        Figure figure{std::move(amount), view.bound, view.voice, span,
                      std::string(bound_words(view.bound)) + written};
        std::vector<Figure>& into = view.is_own ? found_.own : found_.reached;
        into.push_back(std::move(figure));
    }
};

} // namespace

RuleFigures figures_of_rules(const Workbench& bench, const VersionWork& work, model::ArticleId article) {
    return RuleWalk(bench, work, article).run();
}

} // namespace tiaoli::check
