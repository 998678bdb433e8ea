// A cell of a table as a condition on what its column looks at: 满20人不满300人, 工业、建筑业, 任意, 其他.
#include "literals.hpp"
#include "tables.hpp"

#include "tiaoli/model/walk.hpp"

namespace tiaoli::check {

namespace {

using diag::Message;
using model::CompareOperator;
using syntax::Word;

class CellLowering {
  public:
    CellLowering(Lowering& at, const Subject& subject) : at_(at), subject_(subject) {}

    CellMeaning run(NodeId body) {
        std::vector<ExprId> conditions;
        for (NodeId part : at_.tree.children(body)) {
            switch (at_.tree.kind(part)) {
            case Kind::cell_any:
                return {CellKind::Any, {}};
            case Kind::cell_other:
                return other(part);
            case Kind::cell_values:
                conditions.push_back(values(part));
                break;
            case Kind::cell_compare:
                conditions.push_back(compare(part));
                break;
            case Kind::cell_bound:
                conditions.push_back(bound(part));
                break;
            case Kind::cell_member:
                conditions.push_back(member(part));
                break;
            default:
                conditions.push_back(between(part));
            }
        }
        return {CellKind::Holds, at_.all_of(body, std::move(conditions))};
    }

  private:
    Lowering& at_;
    const Subject& subject_;

    /// What the column looks at, once more.
    ExprId subject() {
        const auto first = static_cast<std::uint32_t>(at_.exprs.size());
        const ExprStore& from = at_.bench.version(at_.work).exprs;
        for (std::uint32_t index = subject_.begin; index < subject_.end; ++index) {
            model::Expr copy = from[ExprId{index}];
            model::rebase(copy.node, first - subject_.begin);
            at_.exprs.add(std::move(copy));
        }
        return ExprId{subject_.root.index - subject_.begin + first};
    }

    ExprId value(NodeId node, ExprId left, CompareOperator op) {
        const ExprId id = lower_cell_value(at_, node, subject_.type, subject_.unit);
        check_comparable(at_, node, left, id, op);
        return id;
    }

    /// Where the values of the column have one called 其他, that one is meant.
    CellMeaning other(NodeId part) {
        const Type& type = subject_.type;
        if (type.kind == TypeKind::Enumeration &&
            find_value(at_.bench.schema(), type.enumeration, at_.tree.text(part))) {
            at_.fail(part, Message::OtherAlone);
        }
        return {CellKind::Other, {}};
    }

    ExprId values(NodeId part) {
        const std::vector<NodeId> options = at_.tree.children(part);
        const ExprId left = subject();
        if (options.size() == 1) {
            const ExprId right = value(options.front(), left, CompareOperator::Equal);
            return at_.add(part, model::Compare{CompareOperator::Equal, left, right}, {TypeKind::Bool});
        }
        model::Membership found{left, {}, false};
        for (NodeId option : options) {
            found.options.push_back(value(option, left, CompareOperator::Equal));
        }
        return at_.add(part, std::move(found), {TypeKind::Bool});
    }

    ExprId compare(NodeId part) {
        const std::vector<NodeId> sides = at_.tree.children(part);
        const Word word = at_.tree[sides.front()].word;
        const CompareOperator op = compare_operator(word);
        const ExprId left = subject();
        const ExprId right = value(sides.back(), left, op);
        const bool for_dates = word == Word::earlier || word == Word::later || word == Word::not_earlier ||
                               word == Word::not_later;
        if (for_dates && subject_.type.kind != TypeKind::Date) {
            at_.fail(sides.front(), Message::OnlyDates, {at_.words(sides.front())});
        }
        return at_.add(part, model::Compare{op, left, right}, {TypeKind::Bool});
    }

    ExprId bound(NodeId part) {
        const std::vector<NodeId> sides = at_.tree.children(part);
        const CompareOperator op = compare_operator(at_.tree[sides.back()].word);
        const ExprId left = subject();
        const ExprId right = value(sides.front(), left, op);
        return at_.add(part, model::Compare{op, left, right}, {TypeKind::Bool});
    }

    ExprId member(NodeId part) {
        model::Membership found{subject(), {}, at_.tree.child(part, Kind::not_word).valid()};
        for (NodeId option : at_.tree.children(part)) {
            if (at_.tree.kind(option) != Kind::not_word) {
                found.options.push_back(value(option, found.value, CompareOperator::Equal));
            }
        }
        return at_.add(part, std::move(found), {TypeKind::Bool});
    }

    ExprId between(NodeId part) {
        std::vector<NodeId> ends = at_.tree.children(part);
        const ExprId whole = subject();
        const ExprId low = value(ends[ends.size() - 2], whole, CompareOperator::GreaterEqual);
        const ExprId high = value(ends.back(), whole, CompareOperator::LessEqual);
        const bool negated = at_.tree.child(part, Kind::not_word).valid();
        return at_.add(part, model::Between{whole, low, high, negated}, {TypeKind::Bool});
    }
};

} // namespace

CellMeaning lower_cell(Lowering& at, NodeId body, const Subject& subject) {
    return CellLowering(at, subject).run(body);
}

ExprId lower_cell_value(Lowering& at, NodeId node, const Type& expected, const std::string& unit) {
    if (const auto literal = literal_in_unit(at.tree, node, unit)) {
        return at.add(node, model::Constant{literal_scalar(*literal)}, literal_type(*literal));
    }
    return at.lower(node, expected);
}

} // namespace tiaoli::check
