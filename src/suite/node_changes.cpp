// One function a kind of node: what of it can be written otherwise, and how that reads.
#include "node_changes.hpp"

#include "tiaoli/base/match.hpp"

#include <array>

namespace tiaoli::suite {

namespace {

using model::CompareOperator;
using model::ExprId;
using model::Version;

class Changes {
  public:
    Changes(const model::Schema& schema, const Version& version, ExprId at)
        : schema_(schema), version_(version), at_(at) {}

    std::vector<NodeChange> run();

  private:
    void change_order(CompareOperator op, bool is_of_days);
    void compare(const model::Compare& node);
    void elapsed(const model::Elapsed& node);
    void between(const model::Between& node);
    void in_period(const model::InPeriod& node);
    void membership(const model::Membership& node);
    void presence(const model::Presence& node);
    void logic(const model::Logic& node);
    void unary(const model::Unary& node);
    void call(const model::Call& node);
    void aggregate(const model::Aggregate& node);
    void change_keys(const model::Aggregate& node);
    void exclude_end(Wording before, Wording after, CompareOperator low, CompareOperator high,
                     ExprId witness);
    template <class Node, class Edit> void add(ChangeKind kind, Wording before, Wording after, Edit edit) {
        out_.push_back({kind, std::move(before), std::move(after), [edit](Version& version, ExprId at) {
                            edit(std::get<Node>(version.exprs[at].node));
                        }});
    }

    const model::Schema& schema_;
    const Version& version_;
    ExprId at_;
    std::vector<NodeChange> out_;
};

struct OrderWords {
    CompareOperator op;
    CompareOperator other; ///< what it becomes
    Wording words;
    Wording of_days;
};
const OrderWords& order_words(CompareOperator op);

} // namespace

std::vector<NodeChange> node_changes(const model::Schema& schema, const model::Version& version,
                                     model::ExprId expr) {
    return Changes{schema, version, expr}.run();
}

std::optional<model::Scalar> other_result(const model::Schema& schema, const model::Scalar& value) {
    if (const auto* yes = std::get_if<bool>(&value))
        return model::Scalar{!*yes};
    const auto* word = std::get_if<model::EnumerationValue>(&value);
    if (word == nullptr)
        return std::nullopt;
    const std::size_t all = schema.enumerations[word->enumeration].values.size();
    if (all < 2)
        return std::nullopt;
    const std::uint32_t next = word->index + 1 < all ? word->index + 1 : word->index - 1;
    return model::Scalar{model::EnumerationValue{word->enumeration, next}};
}

const Wording& rounding_words(value::Rounding rounding) {
    static const std::array<Wording, 4> all{Wording{"四舍五入", "half up"}, Wording{"四舍六入", "half even"},
                                            Wording{"进位", "up"}, Wording{"舍去", "down"}};
    return all.at(static_cast<std::size_t>(rounding));
}

value::Rounding other_rounding(value::Rounding rounding) {
    return rounding == value::Rounding::HalfUp ? value::Rounding::Down : value::Rounding::HalfUp;
}

std::string scalar_words(const model::Schema& schema, const model::Scalar& value, const model::Type& type) {
    return base::match(
        value, [](const bool& yes) { return std::string{yes ? "是" : "否"}; },
        [&](const value::Number& number) {
            if (type.kind == model::TypeKind::Ratio)
                return value::ratio_text(number);
            return number.to_text() + (type.kind == model::TypeKind::Money ? "元" : "");
        },
        [](const value::Date& day) { return day.to_chinese_text(); },
        [](const value::Duration& length) { return length.to_text(); },
        [](const value::Period& period) { return period.to_text(); },
        [](const std::string& text) { return text; },
        [&](const model::EnumerationValue& word) {
            return schema.enumerations[word.enumeration].values.at(word.index);
        },
        [](const model::RowRef&) { return std::string{}; });
}

namespace {

std::vector<NodeChange> Changes::run() {
    base::match(
        version_.exprs[at_].node, [](const model::Constant&) {}, [](const model::ParameterUse&) {},
        [](const model::OwnRecord&) {}, [](const model::Element&) {}, [](const model::FieldOf&) {},
        [](const model::ThatDay&) {}, [](const model::Today&) {}, [](const model::ThisPeriod&) {},
        [](const model::Binary&) {}, [&](const model::Unary& node) { unary(node); },
        [&](const model::Logic& node) { logic(node); }, [&](const model::Compare& node) { compare(node); },
        [&](const model::Membership& node) { membership(node); },
        [&](const model::Between& node) { between(node); },
        [&](const model::InPeriod& node) { in_period(node); },
        [&](const model::Elapsed& node) { elapsed(node); },
        [&](const model::Presence& node) { presence(node); }, [&](const model::Call& node) { call(node); },
        [&](const model::Aggregate& node) { aggregate(node); });
    return std::move(out_);
}

const OrderWords& order_words(CompareOperator op) {
    static const std::array<OrderWords, 6> all{
        OrderWords{CompareOperator::Equal, CompareOperator::NotEqual, {"为", "is"}, {"为", "is"}},
        OrderWords{CompareOperator::NotEqual, CompareOperator::Equal, {"不为", "is not"}, {"不为", "is not"}},
        OrderWords{CompareOperator::Less, CompareOperator::LessEqual, {"低于", "below"}, {"早于", "before"}},
        OrderWords{CompareOperator::LessEqual,
                   CompareOperator::Less,
                   {"不超过", "at most"},
                   {"不晚于", "not after"}},
        OrderWords{
            CompareOperator::Greater, CompareOperator::GreaterEqual, {"超过", "above"}, {"晚于", "after"}},
        OrderWords{CompareOperator::GreaterEqual,
                   CompareOperator::Greater,
                   {"不低于", "at least"},
                   {"不早于", "not before"}}};
    return all.at(static_cast<std::size_t>(op));
}

void Changes::compare(const model::Compare& node) {
    const OrderWords& now = order_words(node.op);
    const OrderWords& next = order_words(now.other);
    const bool is_of_days = version_.exprs[node.left].type.kind == model::TypeKind::Date;
    add<model::Compare>(ChangeKind::Bound, is_of_days ? now.of_days : now.words,
                        is_of_days ? next.of_days : next.words,
                        [op = now.other](model::Compare& changed) { changed.op = op; });
    out_.back().only_where_met = node.op != CompareOperator::Equal && node.op != CompareOperator::NotEqual;
}

void Changes::elapsed(const model::Elapsed& node) {
    const OrderWords& now = order_words(node.op);
    const OrderWords& next = order_words(now.other);
    add<model::Elapsed>(ChangeKind::Bound, now.words, next.words,
                        [op = now.other](model::Elapsed& changed) { changed.op = op; });
    out_.back().only_where_met = node.op != CompareOperator::Equal && node.op != CompareOperator::NotEqual;
}

/// Turns the node into two comparisons, one of which leaves its end out.
void Changes::exclude_end(Wording before, Wording after, CompareOperator low, CompareOperator high,
                          ExprId witness) {
    const auto edit = [low, high](Version& version, ExprId at) {
        const auto node = std::get<model::Between>(version.exprs[at].node);
        const model::Expr like = version.exprs[at];
        const auto part = [&](CompareOperator op, ExprId bound) {
            return version.exprs.add({model::Compare{op, node.value, bound}, like.type, like.span});
        };
        const ExprId from = part(low, node.low);
        const ExprId to = part(high, node.high);
        model::ExprNode inside = model::Logic{model::LogicOperator::And, {from, to}};
        if (node.negated)
            inside =
                model::Unary{model::UnaryOperator::Not, version.exprs.add({inside, like.type, like.span})};
        version.exprs[at].node = inside;
    };
    out_.push_back({ChangeKind::Bound, std::move(before), std::move(after), edit, true, witness});
}

void Changes::between(const model::Between& node) {
    exclude_end({"在…之间，含下限", "between, the lower end included"},
                {"不含下限", "the lower end excluded"}, CompareOperator::Greater, CompareOperator::LessEqual,
                node.low);
    exclude_end({"在…之间，含上限", "between, the upper end included"},
                {"不含上限", "the upper end excluded"}, CompareOperator::GreaterEqual, CompareOperator::Less,
                node.high);
    const Wording in{"在…之间", "between"};
    const Wording out{"不在…之间", "not between"};
    add<model::Between>(ChangeKind::Negation, node.negated ? out : in, node.negated ? in : out,
                        [](model::Between& changed) { changed.negated = !changed.negated; });
}

void Changes::in_period(const model::InPeriod& node) {
    const auto exclude = [](model::Function end, CompareOperator op) {
        return [end, op](Version& version, ExprId at) {
            const auto was = std::get<model::InPeriod>(version.exprs[at].node);
            const model::Expr like = version.exprs[at];
            const ExprId inside = version.exprs.add({was, like.type, like.span});
            std::get<model::InPeriod>(version.exprs[inside].node).negated = false;
            const ExprId day =
                version.exprs.add({model::Call{end, {was.period}}, version.exprs[was.date].type, like.span});
            const ExprId beside =
                version.exprs.add({model::Compare{op, was.date, day}, like.type, like.span});
            model::ExprNode both = model::Logic{model::LogicOperator::And, {inside, beside}};
            if (was.negated)
                both =
                    model::Unary{model::UnaryOperator::Not, version.exprs.add({both, like.type, like.span})};
            version.exprs[at].node = both;
        };
    };
    out_.push_back({ChangeKind::Bound,
                    {"在…内，含首日", "in, the first day included"},
                    {"不含首日", "the first day excluded"},
                    exclude(model::Function::FirstDay, CompareOperator::Greater)});
    out_.push_back({ChangeKind::Bound,
                    {"在…内，含末日", "in, the last day included"},
                    {"不含末日", "the last day excluded"},
                    exclude(model::Function::LastDay, CompareOperator::Less)});
    const Wording in{"在…内", "in"};
    const Wording out{"不在…内", "not in"};
    add<model::InPeriod>(ChangeKind::Negation, node.negated ? out : in, node.negated ? in : out,
                         [](model::InPeriod& changed) { changed.negated = !changed.negated; });
}

void Changes::membership(const model::Membership& node) {
    const Wording in{"属于", "among"};
    const Wording out{"不属于", "not among"};
    add<model::Membership>(ChangeKind::Negation, node.negated ? out : in, node.negated ? in : out,
                           [](model::Membership& changed) { changed.negated = !changed.negated; });
    if (node.options.size() < 2)
        return;
    for (std::size_t place = 0; place < node.options.size(); ++place) {
        const model::Expr& option = version_.exprs[node.options[place]];
        const auto* constant = std::get_if<model::Constant>(&option.node);
        const std::string word = constant != nullptr ? scalar_words(schema_, constant->value, option.type)
                                                     : std::to_string(place + 1);
        add<model::Membership>(
            ChangeKind::Choice, {"列有“" + word + "”", "listing “" + word + "”"},
            {"不列“" + word + "”", "not listing “" + word + "”"}, [place](model::Membership& changed) {
                changed.options.erase(changed.options.begin() + static_cast<std::ptrdiff_t>(place));
            });
    }
}

void Changes::presence(const model::Presence& node) {
    const Wording there{"有", "there is"};
    const Wording missing{"无", "there is no"};
    add<model::Presence>(ChangeKind::Negation, node.present ? there : missing, node.present ? missing : there,
                         [](model::Presence& changed) { changed.present = !changed.present; });
}

void Changes::logic(const model::Logic& node) {
    const bool is_and = node.op == model::LogicOperator::And;
    const Wording both{"且", "and"};
    const Wording either{"或", "or"};
    const auto other = is_and ? model::LogicOperator::Or : model::LogicOperator::And;
    add<model::Logic>(ChangeKind::Logic, is_and ? both : either, is_and ? either : both,
                      [other](model::Logic& changed) { changed.op = other; });
}

void Changes::unary(const model::Unary& node) {
    if (node.op != model::UnaryOperator::Not)
        return;
    out_.push_back(
        {ChangeKind::Negation, {"非", "not"}, {"不写“非”", "without “not”"}, [](Version& version, ExprId at) {
             const ExprId inner = std::get<model::Unary>(version.exprs[at].node).operand;
             const model::ExprNode plain = version.exprs[inner].node;
             version.exprs[at].node = plain;
         }});
}

struct CallPair {
    model::Function function;
    model::Function other;
    ChangeKind kind;
    Wording before;
    Wording after;
};

const std::array<CallPair, 6>& call_pairs() {
    using model::Function;
    static const Wording lesser{"较低", "lesser"};
    static const Wording greater{"较高", "greater"};
    static const Wording last{"最后", "last"};
    static const Wording first{"最初", "first"};
    static const Wording last_day{"末日", "last day"};
    static const Wording first_day{"首日", "first day"};
    static const std::array<CallPair, 6> all{
        CallPair{Function::Lesser, Function::Greater, ChangeKind::Bound, lesser, greater},
        CallPair{Function::Greater, Function::Lesser, ChangeKind::Bound, greater, lesser},
        CallPair{Function::LastWorkdays, Function::FirstWorkdays, ChangeKind::Choice, last, first},
        CallPair{Function::FirstWorkdays, Function::LastWorkdays, ChangeKind::Choice, first, last},
        CallPair{Function::FirstDay, Function::LastDay, ChangeKind::Choice, first_day, last_day},
        CallPair{Function::LastDay, Function::FirstDay, ChangeKind::Choice, last_day, first_day}};
    return all;
}

void Changes::call(const model::Call& node) {
    using model::Function;
    for (const CallPair& pair : call_pairs()) {
        if (pair.function == node.function)
            add<model::Call>(pair.kind, pair.before, pair.after,
                             [other = pair.other](model::Call& changed) { changed.function = other; });
    }
    if (node.function == Function::Round) {
        const value::Rounding other = other_rounding(node.rounding);
        add<model::Call>(ChangeKind::Rounding, rounding_words(node.rounding), rounding_words(other),
                         [other](model::Call& changed) { changed.rounding = other; });
    }
    if (node.function == Function::RollForward)
        out_.push_back({ChangeKind::Calendar,
                        {"顺延", "rolled forward"},
                        {"不顺延", "not rolled forward"},
                        [](Version& version, ExprId at) {
                            const ExprId inner =
                                std::get<model::Call>(version.exprs[at].node).arguments.front();
                            const model::ExprNode plain = version.exprs[inner].node;
                            version.exprs[at].node = plain;
                        }});
}

void Changes::aggregate(const model::Aggregate& node) {
    using model::Total;
    struct Pair {
        Total total;
        Total other;
        ChangeKind kind;
        Wording before;
        Wording after;
    };
    static const std::array<Pair, 6> pairs{
        Pair{
            Total::Exists, Total::NotExists, ChangeKind::Negation, {"有", "there is"}, {"无", "there is no"}},
        Pair{
            Total::NotExists, Total::Exists, ChangeKind::Negation, {"无", "there is no"}, {"有", "there is"}},
        Pair{Total::Maximum, Total::Minimum, ChangeKind::Choice, {"最大", "maximum"}, {"最小", "minimum"}},
        Pair{Total::Minimum, Total::Maximum, ChangeKind::Choice, {"最小", "minimum"}, {"最大", "maximum"}},
        Pair{Total::Latest, Total::Earliest, ChangeKind::Choice, {"最近", "latest"}, {"最早", "earliest"}},
        Pair{Total::Earliest, Total::Latest, ChangeKind::Choice, {"最早", "earliest"}, {"最近", "latest"}}};
    for (const Pair& pair : pairs) {
        if (pair.total == node.total)
            add<model::Aggregate>(pair.kind, pair.before, pair.after,
                                  [other = pair.other](model::Aggregate& changed) { changed.total = other; });
    }
    change_keys(node);
}

/// 银行为本合作机构 → 银行不为本合作机构: a key becomes a condition on each record.
void Changes::change_keys(const model::Aggregate& node) {
    for (std::size_t place = 0; place < node.set.keys.size(); ++place) {
        const model::SetKey& key = node.set.keys[place];
        const std::string& name = schema_.fields[key.field].name;
        const model::Type own{model::TypeKind::Reference, {}, node.set.record};
        const model::Type type = schema_.fields[key.field].type;
        const auto edit = [place, own, type](Version& version, ExprId at) {
            const model::SetKey changed = std::get<model::Aggregate>(version.exprs[at].node).set.keys[place];
            const ExprId element = version.exprs.add({model::Element{}, own, changed.span});
            const ExprId field =
                version.exprs.add({model::FieldOf{element, changed.field}, type, changed.span});
            const ExprId differs =
                version.exprs.add({model::Compare{CompareOperator::NotEqual, field, changed.value},
                                   {model::TypeKind::Bool},
                                   changed.span});
            model::RecordSet& set = std::get<model::Aggregate>(version.exprs[at].node).set;
            set.keys.erase(set.keys.begin() + static_cast<std::ptrdiff_t>(place));
            set.filters.push_back(differs);
        };
        out_.push_back({ChangeKind::Bound,
                        {name + "为", name + " is"},
                        {name + "不为", name + " is not"},
                        edit,
                        false,
                        key.value,
                        key.span});
    }
}

} // namespace

} // namespace tiaoli::suite
