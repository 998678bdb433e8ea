// An expression as one line of text: equal for expressions that mean the same.
#include "lowering.hpp"

#include "tiaoli/base/match.hpp"

#include <fmt/format.h>

namespace tiaoli::check {

namespace {

constexpr std::string_view compare_signs[] = {"=", "≠", "<", "≤", ">", "≥"};
constexpr std::string_view binary_signs[] = {"+", "-", "×", "÷"};
constexpr std::string_view totals[] = {"合计", "平均", "最大",   "最小", "数量",
                                       "有",   "无",   "均满足", "最近", "最早"};
constexpr std::string_view functions[] = {
    "较低者",   "较高者", "绝对值", "取整",       "工作日数",   "顺延",   "年度", "季度", "月份",
    "上一时段", "首日",   "末日",   "最后工作日", "最初工作日", "周年日", "年份", "季次", "月次"};
static_assert(std::size(functions) == static_cast<std::size_t>(model::Function::MonthNumber) + 1);

class Description {
  public:
    Description(const model::Schema& schema, const model::Version& version, const ExprStore& exprs)
        : schema_(schema), version_(version), exprs_(exprs) {}

    std::string text(ExprId id) const {
        return base::match(
            exprs_[id].node, [&](const model::Constant& n) { return scalar(n.value); },
            [&](const model::ParameterUse& n) { return version_.parameters[n.parameter].name; },
            [](const model::OwnRecord&) { return std::string("本"); },
            [](const model::Element&) { return std::string("其"); },
            [&](const model::FieldOf& n) { return text(n.base) + "." + schema_.fields[n.field].name; },
            [](const model::ThatDay&) { return std::string("当日"); },
            [](const model::Today&) { return std::string("今日"); },
            [](const model::ThisPeriod&) { return std::string("本期"); },
            [&](const model::Unary& n) { return unary(n); },
            [&](const model::Binary& n) {
                return infix(n.left, binary_signs[static_cast<int>(n.op)], n.right);
            },
            [&](const model::Logic& n) { return logic(n); },
            [&](const model::Compare& n) {
                return infix(n.left, compare_signs[static_cast<int>(n.op)], n.right);
            },
            [&](const model::Membership& n) {
                return fmt::format("({} {} {})", text(n.value), n.negated ? "∉" : "∈", list(n.options));
            },
            [&](const model::Between& n) {
                return fmt::format("({} {} [{}, {}])", text(n.value), n.negated ? "∉" : "∈", text(n.low),
                                   text(n.high));
            },
            [&](const model::InPeriod& n) { return infix(n.date, n.negated ? "∉" : "∈", n.period); },
            [&](const model::Elapsed& n) {
                return fmt::format("({}→{} {} {})", text(n.from), text(n.to),
                                   compare_signs[static_cast<int>(n.op)], text(n.length));
            },
            [&](const model::Presence& n) { return (n.present ? "有(" : "无(") + text(n.operand) + ")"; },
            [&](const model::Call& n) { return call(n); },
            [&](const model::Aggregate& n) { return aggregate(n); });
    }

  private:
    const model::Schema& schema_;
    const model::Version& version_;
    const ExprStore& exprs_;

    std::string infix(ExprId left, std::string_view sign, ExprId right) const {
        return fmt::format("({} {} {})", text(left), sign, text(right));
    }

    std::string list(const std::vector<ExprId>& ids) const {
        std::string out;
        for (ExprId id : ids) {
            out += (out.empty() ? "" : ", ") + text(id);
        }
        return "{" + out + "}";
    }

    std::string scalar(const model::Scalar& scalar) const {
        return base::match(
            scalar, [](bool yes) { return std::string(yes ? "是" : "否"); },
            [](const value::Number& number) { return number.to_text(); },
            [](const value::Date& date) { return date.to_text(); },
            [](const value::Duration& duration) { return duration.to_text(); },
            [](const value::Period& period) { return period.to_text(); },
            [](const std::string& text) { return "“" + text + "”"; },
            [&](const model::EnumerationValue& value) {
                return fmt::format("{}#{}", schema_.enumerations[value.enumeration].values.at(value.index),
                                   value.enumeration.index);
            },
            [&](const model::RowRef& row) { return schema_.records[row.record].name; });
    }

    std::string unary(const model::Unary& n) const {
        return (n.op == model::UnaryOperator::Not ? "非" : "-") + text(n.operand);
    }

    std::string logic(const model::Logic& n) const {
        return (n.op == model::LogicOperator::And ? "且" : "或") + list(n.operands);
    }

    std::string call(const model::Call& n) const {
        constexpr std::string_view roundings[] = {"", "五成双", "进位", "舍去"};
        std::string name(functions[static_cast<int>(n.function)]);
        if (n.function == model::Function::Round) {
            name += roundings[static_cast<int>(n.rounding)];
        }
        return name + list(n.arguments);
    }

    std::string aggregate(const model::Aggregate& n) const {
        std::string inside;
        for (const model::SetKey& key : n.set.keys) {
            inside += fmt::format("{}{}: {}", inside.empty() ? "" : ", ", schema_.fields[key.field].name,
                                  text(key.value));
        }
        for (ExprId filter : n.set.filters) {
            inside += (inside.empty() ? "" : ", ") + text(filter);
        }
        std::string out = fmt::format("{} {}[{}]", totals[static_cast<int>(n.total)],
                                      schema_.records[n.set.record].name, inside);
        if (n.value.valid()) {
            out += "." + text(n.value);
        }
        return out;
    }
};

} // namespace

std::string describe(const model::Schema& schema, const model::Version& version, const ExprStore& exprs,
                     ExprId id) {
    return Description(schema, version, exprs).text(id);
}

} // namespace tiaoli::check
