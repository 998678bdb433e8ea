// 超额累进: each tier has a value for its stretch of the amount; what comes out is the sum over all stretches.
#include "tables.hpp"

#include <fmt/format.h>

namespace tiaoli::check {

namespace {

using diag::Message;
using model::CompareOperator;

/// The stretch of a tier. An end that is not written has no number.
struct Stretch {
    std::optional<value::Number> low;
    std::optional<value::Number> high;
    bool low_included = false;
    bool high_included = false;
};

class TierLowering {
  public:
    TierLowering(Workbench& bench, const VersionWork& work, const Statement& at, const Subject& subject,
                 const std::vector<Row>& rows)
        : bench_(bench), version_(bench.version(work)), tree_(*at.tree), node_(at.node), subject_(subject),
          rows_(rows), head_(syntax::table_head(tree_, node_)) {}

    std::optional<model::DefinitionPart> run() {
        type_ = share_type(rows_.front());
        for (const Row& row : rows_) {
            if (type_.kind == TypeKind::Unknown || share_type(row) != type_) {
                const Type found = version_.exprs[row.value].type;
                bench_.messages.add(Message::TierTypes, version_.exprs[row.value].span,
                                    {subject_.words, type_words(bench_.schema(), subject_.type),
                                     type_words(bench_.schema(), found)});
                return std::nullopt;
            }
        }
        return read_stretches() && check_joins() ? std::optional{sum()} : std::nullopt;
    }

  private:
    Workbench& bench_;
    model::Version& version_;
    const Tree& tree_;
    NodeId node_;
    const Subject& subject_;
    const std::vector<Row>& rows_;
    source::Span head_;
    Type type_;
    std::vector<Stretch> stretches_;

    Type share_type(const Row& row) const {
        return {progressive_type(subject_.type.kind, version_.exprs[row.value].type.kind)};
    }

    bool read_stretches() {
        for (const Row& row : rows_) {
            Stretch stretch;
            if (row.conditions.front().kind != CellKind::Holds ||
                !read_condition(row.conditions.front().root, stretch)) {
                bench_.messages.add(Message::TierCell, cell_span(row));
                return false;
            }
            stretches_.push_back(std::move(stretch));
        }
        return true;
    }

    source::Span cell_span(const Row& row) const { return tree_.span(tree_.children(row.node).front()); }

    bool read_condition(ExprId id, Stretch& stretch) const {
        const model::ExprNode& node = version_.exprs[id].node;
        if (const auto* both = std::get_if<model::Logic>(&node)) {
            for (ExprId operand : both->operands) {
                if (!read_condition(operand, stretch)) {
                    return false;
                }
            }
            return both->op == model::LogicOperator::And;
        }
        const auto* compare = std::get_if<model::Compare>(&node);
        const auto* constant =
            compare != nullptr ? std::get_if<model::Constant>(&version_.exprs[compare->right].node) : nullptr;
        const auto* number = constant != nullptr ? std::get_if<value::Number>(&constant->value) : nullptr;
        return number != nullptr && take_bound(compare->op, *number, stretch);
    }

    static bool take_bound(CompareOperator op, const value::Number& number, Stretch& stretch) {
        const bool is_low = op == CompareOperator::Greater || op == CompareOperator::GreaterEqual;
        const bool is_high = op == CompareOperator::Less || op == CompareOperator::LessEqual;
        if (is_low && !stretch.low) {
            stretch.low = number;
            stretch.low_included = op == CompareOperator::GreaterEqual;
            return true;
        }
        if (is_high && !stretch.high) {
            stretch.high = number;
            stretch.high_included = op == CompareOperator::LessEqual;
            return true;
        }
        return false;
    }

    std::string text(const value::Number& number) const {
        const value::Number wan(10000);
        if (subject_.type.kind != TypeKind::Money) {
            return number.to_text() + subject_.unit;
        }
        return (number / wan).is_integer() ? (number / wan).to_text() + "万元" : number.to_text() + "元";
    }

    /// From 0 upwards, each from where the one above it ends.
    bool check_joins() {
        for (std::size_t index = 0; index < stretches_.size(); ++index) {
            const Stretch& now = stretches_[index];
            if (now.low && now.high && *now.high <= *now.low) {
                return refuse(index, text(*now.low));
            }
            if (index == 0) {
                if (now.low && !now.low->is_zero()) {
                    return refuse(index, text(value::Number(0)));
                }
                continue;
            }
            const Stretch& above = stretches_[index - 1];
            const bool joins =
                above.high && now.low && *above.high == *now.low && above.high_included != now.low_included;
            if (!joins) {
                return refuse(index, above.high ? text(*above.high) : std::string{});
            }
        }
        return true;
    }

    bool refuse(std::size_t index, const std::string& wanted) {
        const std::string row = std::to_string(index + 1);
        if (index == 0 || wanted.empty()) {
            bench_.messages.add(index == 0 ? Message::TierStart : Message::TierAfterLast,
                                cell_span(rows_[index]), {row});
            return false;
        }
        const bool included = stretches_[index - 1].high_included;
        bench_.messages.add(Message::TierJoin, cell_span(rows_[index]),
                            {row, wanted, (included ? "超过" : "满") + wanted});
        return false;
    }

    ExprId add(model::ExprNode node, const Type& type, const source::Span& span) {
        return version_.exprs.add({std::move(node), type, span});
    }

    ExprId number(const value::Number& value) { return add(model::Constant{value}, subject_.type, head_); }

    /// What of the amount lies in the tier: never below zero.
    ExprId part_of_amount(const Stretch& stretch, const source::Span& span) {
        ExprId inside = subject_.root;
        if (stretch.high) {
            inside = add(model::Call{model::Function::Lesser, {inside, number(*stretch.high)}}, subject_.type,
                         span);
        }
        if (stretch.low && !stretch.low->is_zero()) {
            const ExprId low = number(*stretch.low);
            inside = add(model::Binary{model::BinaryOperator::Subtract, inside, low}, subject_.type, span);
        }
        return add(model::Call{model::Function::Greater, {inside, number(value::Number(0))}}, subject_.type,
                   span);
    }

    model::DefinitionPart sum() {
        model::DefinitionPart part;
        part.table = model::TableForm::Progressive;
        ExprId total;
        for (std::size_t index = 0; index < rows_.size(); ++index) {
            const Row& row = rows_[index];
            const source::Span span = tree_.span(row.node);
            const ExprId inside = part_of_amount(stretches_[index], span);
            const ExprId share =
                add(model::Binary{model::BinaryOperator::Multiply, inside, row.value}, type_, span);
            part.tiers.push_back({share, row.words});
            total = total.valid() ? add(model::Binary{model::BinaryOperator::Add, total, share}, type_, head_)
                                  : share;
        }
        model::Clause clause;
        clause.kind = model::ClauseKind::Guarded;
        clause.guard = guard();
        clause.value = total;
        clause.span = head_;
        part.clauses.push_back(clause);
        return part;
    }

    /// No tier is for less than nothing, nor for more than the last one says.
    ExprId guard() {
        const Type yes_no{TypeKind::Bool};
        const ExprId zero = number(value::Number(0));
        const ExprId from =
            add(model::Compare{CompareOperator::GreaterEqual, subject_.root, zero}, yes_no, head_);
        const Stretch& last = stretches_.back();
        if (!last.high) {
            return from;
        }
        const CompareOperator op = last.high_included ? CompareOperator::LessEqual : CompareOperator::Less;
        const ExprId to = add(model::Compare{op, subject_.root, number(*last.high)}, yes_no, head_);
        return add(model::Logic{model::LogicOperator::And, {from, to}}, yes_no, head_);
    }
};

} // namespace

std::optional<model::DefinitionPart> lower_progressive(Workbench& bench, const VersionWork& work,
                                                       const Statement& at, const Subject& subject,
                                                       const std::vector<Row>& rows) {
    return TierLowering(bench, work, at, subject, rows).run();
}

TypeKind progressive_type(TypeKind amount, TypeKind rate) {
    const bool scales = is_plain_number(rate) || rate == TypeKind::Ratio;
    if (amount == TypeKind::Money) {
        return scales ? TypeKind::Money : TypeKind::Unknown;
    }
    if (!is_plain_number(amount)) {
        return TypeKind::Unknown;
    }
    return rate == TypeKind::Money ? TypeKind::Money : scales ? TypeKind::Number : TypeKind::Unknown;
}

} // namespace tiaoli::check
