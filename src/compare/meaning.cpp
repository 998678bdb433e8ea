// Walks expressions; every id becomes the name that it stands for.
#include "meaning.hpp"

#include "tiaoli/base/match.hpp"
#include "tiaoli/model/walk.hpp"

namespace tiaoli::compare {

namespace {

std::string code(std::string_view word, int which) { return std::string{word} + std::to_string(which); }

template <class Enum> std::string code(std::string_view word, Enum which) {
    return code(word, static_cast<int>(which));
}

} // namespace

bool is_same(const Meaning& left, const Meaning& right) {
    if (left.size() != right.size())
        return false;
    for (std::size_t at = 0; at < left.size(); ++at) {
        if (left[at].text != right[at].text)
            return false;
    }
    return true;
}

void MeaningWriter::field(model::FieldId id) {
    if (!id.valid())
        return word("-");
    const model::Field& field = policy_.schema.fields[id];
    const std::string matter =
        field.matter.valid() ? policy_.schema.matters[field.matter].name + "." : std::string{};
    word(matter + policy_.schema.records[field.record].name + "." + field.name);
}

std::string MeaningWriter::enumeration_name(model::EnumerationId id) const {
    const model::Enumeration& enumeration = policy_.schema.enumerations[id];
    std::string name = enumeration.name;
    for (const std::string& value : enumeration.values)
        name += enumeration.name.empty() ? "、" + value : std::string{};
    return name;
}

void MeaningWriter::type(const model::Type& type) {
    std::string text = code("type", type.kind);
    if (type.kind == model::TypeKind::Enumeration)
        text += enumeration_name(type.enumeration);
    if (type.kind == model::TypeKind::Reference)
        text += policy_.schema.records[type.record].name;
    word(text);
}

void MeaningWriter::article(model::ArticleId article) {
    word(article.valid() ? articles_[article.index] : std::string{"-"});
}

void MeaningWriter::day(const std::optional<value::Date>& day) {
    if (day)
        out_.push_back({day->to_text(), *day, model::TypeKind::Date});
    else
        word("-");
}

void MeaningWriter::scalar(const model::Scalar& scalar, const model::Type& type) {
    base::match(
        scalar, [&](bool yes) { word(yes ? "true" : "false"); },
        [&](const value::Number& number) {
            out_.push_back({"#" + number.to_text(), number, type.kind});
        },
        [&](const value::Date& date) {
            out_.push_back({date.to_text(), date, type.kind});
        },
        [&](const value::Duration& length) {
            out_.push_back({length.to_text(), length, type.kind});
        },
        [&](const value::Period& period) { word(period.to_text()); },
        [&](const std::string& text) { word("“" + text + "”"); },
        [&](const model::EnumerationValue& value) {
            word("值" + policy_.schema.enumerations[value.enumeration].values.at(value.index));
        },
        [&](const model::RowRef&) { word("row"); });
}

void MeaningWriter::all(const std::vector<model::ExprId>& ids) {
    number(ids.size());
    for (const model::ExprId id : ids)
        expr(id);
}

void MeaningWriter::expr(model::ExprId id) {
    if (!id.valid())
        return word("-");
    const model::Expr& expr = version_.exprs[id];
    node(expr.node, expr.type);
}

void MeaningWriter::node(const model::ExprNode& node, const model::Type& type) {
    const auto negation = [](bool negated) { return negated ? "not" : "yes"; };
    base::match(
        node, [&](const model::Constant& n) { scalar(n.value, type); },
        [&](const model::ParameterUse& n) { word("参数" + version_.parameters[n.parameter].name); },
        [&](const model::OwnRecord&) { word("own"); }, [&](const model::Element&) { word("element"); },
        [&](const model::FieldOf& n) {
            field(n.field);
            expr(n.base);
        },
        [&](const model::ThatDay&) { word("thatday"); }, [&](const model::Today&) { word("today"); },
        [&](const model::Unary& n) { word(code("unary", n.op)); },
        [&](const model::Binary& n) { word(code("binary", n.op)); },
        [&](const model::Logic& n) { word(code("logic", n.op)); },
        [&](const model::Compare& n) { word(code("compare", n.op)); },
        [&](const model::Membership& n) { word(code("member", negation(n.negated)[0])); },
        [&](const model::Between& n) { word(code("between", negation(n.negated)[0])); },
        [&](const model::InPeriod& n) { word(code("within", negation(n.negated)[0])); },
        [&](const model::Elapsed& n) { word(code("elapsed", n.op)); },
        [&](const model::Presence& n) { word(n.present ? "has" : "hasno"); },
        [&](const model::Call& n) {
            word(code("call", n.function));
            word(code("round", n.function == model::Function::Round ? static_cast<int>(n.rounding) : 0));
        },
        [&](const model::Aggregate& n) { aggregate(n); },
        [&](const model::ThisPeriod&) { word("thisperiod"); });
    if (!std::holds_alternative<model::Aggregate>(node) && !std::holds_alternative<model::FieldOf>(node))
        all(model::children(node));
}

void MeaningWriter::aggregate(const model::Aggregate& node) {
    word(code("total", node.total));
    word(policy_.schema.records[node.set.record].name);
    for (const model::SetKey& key : node.set.keys) {
        field(key.field);
        expr(key.value);
    }
    all(node.set.filters);
    expr(node.value);
}

} // namespace tiaoli::compare
