// Functions: 较低者, 较高者, 绝对值, rounding, 工作日数, 顺延, 周年日.
#include "lowering.hpp"

namespace tiaoli::check {

namespace {

using diag::Message;
using model::Function;
using syntax::Word;
using value::Rounding;

struct Arguments {
    NodeId node;
    std::string name;
    std::vector<NodeId> nodes;
    std::vector<ExprId> ids;
};

ExprId wrong_count(Lowering& at, const Arguments& given, const char* count) {
    return at.fail(given.node, Message::ArgumentCount, {given.name, count});
}

ExprId wrong_type(Lowering& at, const Arguments& given, std::size_t index, const std::string& wanted) {
    return at.fail(given.nodes[index], Message::WrongArgument,
                   {given.name, wanted, at.type_text(given.ids[index])});
}

bool is_amount(TypeKind kind) {
    return is_plain_number(kind) || kind == TypeKind::Money || kind == TypeKind::Ratio;
}

/// 较低者（a，b）, 较高者（a，b，…）: values of one type.
ExprId lower_extreme(Lowering& at, const Arguments& given, Function function) {
    if (given.ids.size() < 2) {
        return wrong_count(at, given, "2");
    }
    Type type = at.type(given.ids.front());
    for (std::size_t index = 1; index < given.ids.size(); ++index) {
        const Type other = at.type(given.ids[index]);
        if (!check_comparable(at, given.nodes[index], given.ids.front(), given.ids[index],
                              model::CompareOperator::Less)) {
            return at.add(given.node, model::Constant{false}, {});
        }
        if (type.kind == TypeKind::Unknown ||
            (type.kind == TypeKind::Integer && other.kind == TypeKind::Number)) {
            type = other;
        }
    }
    return at.add(given.node, model::Call{function, given.ids}, type);
}

ExprId lower_absolute(Lowering& at, const Arguments& given) {
    if (given.ids.size() != 1) {
        return wrong_count(at, given, "1");
    }
    const Type type = at.type(given.ids.front());
    if (!is_amount(type.kind) && type.kind != TypeKind::Unknown) {
        return wrong_type(at, given, 0, "金额、比例或数值");
    }
    return at.add(given.node, model::Call{Function::Absolute, given.ids}, type);
}

/// 四舍五入（x，步长）.
ExprId lower_rounding(Lowering& at, const Arguments& given, Rounding rounding) {
    if (given.ids.size() != 2) {
        return wrong_count(at, given, "2");
    }
    const Type type = at.type(given.ids.front());
    const Type step = at.type(given.ids.back());
    if (!is_amount(type.kind) && type.kind != TypeKind::Unknown) {
        return wrong_type(at, given, 0, "金额、比例或数值");
    }
    const bool same = fits(step, type) || (is_plain_number(step.kind) && is_plain_number(type.kind));
    if (!same) {
        return wrong_type(at, given, 1, type_words(at.bench.schema(), type));
    }
    return at.add(given.node, model::Call{Function::Round, given.ids, rounding}, type);
}

/// 四舍五入到分（x）.
ExprId lower_rounding_to(Lowering& at, Arguments given, const value::Number& step, Rounding rounding) {
    if (given.ids.size() != 1) {
        return wrong_count(at, given, "1");
    }
    const Type type = at.type(given.ids.front());
    if (!fits(type, {TypeKind::Money})) {
        return wrong_type(at, given, 0, "金额");
    }
    given.ids.push_back(at.add(given.node, model::Constant{step}, {TypeKind::Money}));
    return at.add(given.node, model::Call{Function::Round, given.ids, rounding}, {TypeKind::Money});
}

ExprId lower_days(Lowering& at, const Arguments& given, Function function, std::size_t count,
                  TypeKind gives) {
    if (given.ids.size() != count) {
        return wrong_count(at, given, count == 1 ? "1" : "2");
    }
    for (std::size_t index = 0; index < count; ++index) {
        if (!fits(at.type(given.ids[index]), {TypeKind::Date})) {
            return wrong_type(at, given, index, "日期");
        }
    }
    return at.add(given.node, model::Call{function, given.ids}, {gives});
}

ExprId lower_word(Lowering& at, const Arguments& given, Word word) {
    const value::Number fen = value::Number::fraction(1, 100);
    switch (word) {
    case Word::lesser:
        return lower_extreme(at, given, Function::Lesser);
    case Word::greater:
        return lower_extreme(at, given, Function::Greater);
    case Word::absolute:
        return lower_absolute(at, given);
    case Word::round_to_fen:
        return lower_rounding_to(at, given, fen, Rounding::HalfUp);
    case Word::round_to_yuan:
        return lower_rounding_to(at, given, value::Number(1), Rounding::HalfUp);
    case Word::round_half_up:
        return lower_rounding(at, given, Rounding::HalfUp);
    case Word::round_up:
        return lower_rounding(at, given, Rounding::Up);
    case Word::round_down:
        return lower_rounding(at, given, Rounding::Down);
    case Word::round_half_even:
        return lower_rounding(at, given, Rounding::HalfEven);
    case Word::round_up_to_fen:
        return lower_rounding_to(at, given, fen, Rounding::Up);
    case Word::round_down_to_fen:
        return lower_rounding_to(at, given, fen, Rounding::Down);
    case Word::round_half_even_to_fen:
        return lower_rounding_to(at, given, fen, Rounding::HalfEven);
    case Word::workdays_between:
        return lower_days(at, given, Function::WorkdaysBetween, 2, TypeKind::Integer);
    case Word::roll_forward:
        return lower_days(at, given, Function::RollForward, 1, TypeKind::Date);
    case Word::anniversary:
        return lower_days(at, given, Function::Anniversary, 2, TypeKind::Date);
    default:
        break;
    }
    TIAOLI_CHECK(false, "the grammar puts only functions before parentheses");
    return {};
}

} // namespace

ExprId lower_call(Lowering& at, NodeId node) {
    const std::vector<NodeId> parts = at.tree.children(node);
    Arguments given{node, at.words(parts.front()), {parts.begin() + 1, parts.end()}, {}};
    for (NodeId argument : given.nodes) {
        given.ids.push_back(at.lower(argument));
    }
    return lower_word(at, given, at.tree[parts.front()].word);
}

} // namespace tiaoli::check
