// Other records: 贷款（同一企业，贷款备案为通过）的支持额合计, 有质押（…）, …均满足（…）, 最近的逾期（…）.
#include "lowering.hpp"

#include "tiaoli/model/walk.hpp"

namespace tiaoli::check {

namespace {

using diag::Message;
using model::Total;
using syntax::Word;

/// While it lives, plain names are fields of the set's element.
class ElementScope {
  public:
    ElementScope(Lowering& at, model::RecordId element) : at_(at), outer_(at.scope.element) {
        at.scope.element = element;
    }
    ~ElementScope() { at_.scope.element = outer_; }
    ElementScope(const ElementScope&) = delete;
    ElementScope& operator=(const ElementScope&) = delete;

  private:
    Lowering& at_;
    model::RecordId outer_;
};

/// Whether the expression looks at the element of its own set (sets inside it have their own).
bool mentions_element(const Lowering& at, ExprId id) {
    const model::ExprNode& node = at.exprs[id].node;
    if (std::holds_alternative<model::Element>(node)) {
        return true;
    }
    if (std::holds_alternative<model::Aggregate>(node)) {
        return false;
    }
    for (ExprId child : model::children(node)) {
        if (mentions_element(at, child)) {
            return true;
        }
    }
    return false;
}

/// The element's own field that the expression is; not valid when it is something else.
model::FieldId element_field(const Lowering& at, ExprId id) {
    const auto* field = std::get_if<model::FieldOf>(&at.exprs[id].node);
    const bool own = field != nullptr && std::holds_alternative<model::Element>(at.exprs[field->base].node);
    return own ? field->field : model::FieldId{};
}

class SetLowering {
  public:
    SetLowering(Lowering& at, NodeId node) : at_(at), node_(node) {}

    /// Nothing when there is no such record type, which has then been reported.
    std::optional<model::RecordSet> run() {
        const std::vector<NodeId> parts = at_.tree.children(node_);
        const auto record = at_.bench.names.records.find(at_.tree.text(parts.front()));
        if (record == at_.bench.names.records.end()) {
            at_.fail(parts.front(), Message::NotRecordType, {at_.words(parts.front())});
            return std::nullopt;
        }
        set_.record = record->second;
        for (std::size_t index = 1; index < parts.size(); ++index) {
            take(parts[index]);
        }
        return std::move(set_);
    }

  private:
    Lowering& at_;
    NodeId node_;
    model::RecordSet set_;

    void take(NodeId part) {
        switch (at_.tree.kind(part)) {
        case Kind::set_all:
            return;
        case Kind::same_as:
            for (NodeId name : at_.tree.children(part)) {
                take_same(name);
            }
            return;
        case Kind::and_expr:
            for (NodeId inner : at_.tree.children(part)) {
                take(inner);
            }
            return;
        default:
            return take_condition(part);
        }
    }

    void take_same(NodeId name) {
        const std::string text = at_.tree.text(name);
        const model::FieldId theirs = at_.find_field(set_.record, text);
        const model::FieldId ours = at_.find_field(at_.scope.own, text);
        if (!theirs.valid() || !ours.valid()) {
            const model::RecordId lacking = theirs.valid() ? at_.scope.own : set_.record;
            const std::string record = lacking.valid() ? at_.record_name(lacking) : std::string{};
            at_.fail(name, Message::SameWantsField, {at_.words(name), record});
            return;
        }
        const ExprId own = at_.add(name, model::OwnRecord{}, {TypeKind::Reference, {}, at_.scope.own});
        const ExprId value = at_.field_of(name, own, ours);
        if (!fits(at_.type(value), at_.types.of(theirs))) {
            at_.fail(name, Message::CannotCompare,
                     {type_words(at_.bench.schema(), at_.types.of(theirs)), at_.type_text(value)});
            return;
        }
        set_.keys.push_back({theirs, value, at_.tree.span(name)});
    }

    void take_condition(NodeId part) {
        if (offers_same(part)) {
            return;
        }
        const ElementScope inside(at_, set_.record);
        const ExprId id = at_.condition(part);
        if (is_always_true(id)) {
            return report_always_true(part, id);
        }
        if (!take_key(part, id)) {
            set_.filters.push_back(id);
        }
    }

    /// 企业为本企业 where there is no 本企业, but both have 企业: 同一企业 was meant.
    bool offers_same(NodeId part) {
        if (at_.tree.kind(part) != Kind::compare_expr || !at_.scope.own.valid()) {
            return false;
        }
        const std::vector<NodeId> sides = at_.tree.children(part);
        if (at_.tree.kind(sides[0]) != Kind::name_expr || at_.tree.kind(sides[2]) != Kind::own_expr) {
            return false;
        }
        const NodeId name = at_.tree.children(sides[2]).front();
        const std::string text = at_.tree.text(name);
        const auto record = at_.bench.names.records.find(text);
        const bool is_own = record != at_.bench.names.records.end() && record->second == at_.scope.own;
        const bool both = at_.tree.text(sides[0]) == text && at_.find_field(at_.scope.own, text).valid() &&
                          at_.find_field(set_.record, text).valid();
        if (is_own || !both) {
            return false;
        }
        at_.messages
            .add(Message::OwnMeansSame, at_.tree.span(sides[2]),
                 {at_.words(name), at_.record_name(at_.scope.own)})
            .fix = diag::Fix{at_.tree.span(part), "同一" + at_.words(name)};
        return true;
    }

    bool is_always_true(ExprId id) const {
        const auto* compare = std::get_if<model::Compare>(&at_.exprs[id].node);
        if (compare == nullptr) {
            return false;
        }
        const bool holds_for_equals = compare->op == model::CompareOperator::Equal ||
                                      compare->op == model::CompareOperator::LessEqual ||
                                      compare->op == model::CompareOperator::GreaterEqual;
        const model::Version& version = at_.bench.version(at_.work);
        const auto text = [&](ExprId side) { return describe(at_.bench.schema(), version, at_.exprs, side); };
        return holds_for_equals && at_.type(compare->left).kind != TypeKind::Unknown &&
               text(compare->left) == text(compare->right);
    }

    void report_always_true(NodeId part, ExprId id) {
        const auto& compare = std::get<model::Compare>(at_.exprs[id].node);
        const model::FieldId field = element_field(at_, compare.left);
        const std::string name = field.valid() ? at_.bench.schema().fields[field].name : std::string{};
        if (!field.valid() || !at_.find_field(at_.scope.own, syntax::canonical(name)).valid()) {
            at_.fail(part, Message::AlwaysTrue, {at_.words(part)});
            return;
        }
        at_.messages
            .add(Message::AlwaysTrueSame, at_.tree.span(part),
                 {at_.words(part), at_.record_name(set_.record), name})
            .fix = diag::Fix{at_.tree.span(part), "同一" + name};
    }

    bool take_key(NodeId part, ExprId id) {
        const auto* compare = std::get_if<model::Compare>(&at_.exprs[id].node);
        if (compare == nullptr || compare->op != model::CompareOperator::Equal) {
            return false;
        }
        for (const auto& [mine, other] :
             {std::pair{compare->left, compare->right}, std::pair{compare->right, compare->left}}) {
            const model::FieldId field = element_field(at_, mine);
            if (field.valid() && !mentions_element(at_, other)) {
                set_.keys.push_back({field, other, at_.tree.span(part)});
                return true;
            }
        }
        return false;
    }
};

/// What a total of values of a type is; Unknown where it cannot be taken.
TypeKind total_of(Total total, TypeKind kind) {
    const bool amount = is_plain_number(kind) || kind == TypeKind::Money || kind == TypeKind::Ratio;
    switch (total) {
    case Total::Sum:
        return amount ? kind : TypeKind::Unknown;
    case Total::Average:
        return kind == TypeKind::Integer ? TypeKind::Number : amount ? kind : TypeKind::Unknown;
    default:
        return amount || kind == TypeKind::Date ? kind : TypeKind::Unknown;
    }
}

Total total_word(Word word) {
    switch (word) {
    case Word::average:
        return Total::Average;
    case Word::maximum:
        return Total::Maximum;
    case Word::minimum:
        return Total::Minimum;
    case Word::count:
        return Total::Count;
    default:
        return Total::Sum;
    }
}

ExprId nothing(Lowering& at, NodeId node) { return at.add(node, model::Constant{false}, {}); }

} // namespace

ExprId lower_exists(Lowering& at, NodeId node, NodeId set, Total total) {
    auto found = SetLowering(at, set).run();
    return found ? at.add(node, model::Aggregate{total, std::move(*found), {}}, {TypeKind::Bool})
                 : nothing(at, node);
}

ExprId lower_total(Lowering& at, NodeId node) {
    const std::vector<NodeId> parts = at.tree.children(node);
    const NodeId word = parts.back();
    const Total total = total_word(at.tree[word].word);
    auto set = SetLowering(at, parts.front()).run();
    if (!set) {
        return nothing(at, node);
    }
    const std::string record = at.record_name(set->record);
    const bool has_value = parts.size() == 3;
    if (total == Total::Count) {
        return has_value ? at.fail(parts[1], Message::CountTakesNone, {record})
                         : at.add(node, model::Aggregate{total, std::move(*set), {}}, {TypeKind::Integer});
    }
    if (!has_value) {
        return at.fail(word, Message::TotalWantsValue, {at.words(word), record});
    }
    const ElementScope inside(at, set->record);
    const ExprId value = at.lower(parts[1]);
    const TypeKind kind = total_of(total, at.type(value).kind);
    if (kind == TypeKind::Unknown && at.type(value).kind != TypeKind::Unknown) {
        return at.fail(node, Message::CannotTotal, {at.type_text(value), at.words(word)});
    }
    return at.add(node, model::Aggregate{total, std::move(*set), value}, {kind});
}

ExprId lower_all(Lowering& at, NodeId node) {
    const std::vector<NodeId> parts = at.tree.children(node);
    auto set = SetLowering(at, parts.front()).run();
    if (!set) {
        return nothing(at, node);
    }
    const ElementScope inside(at, set->record);
    std::vector<ExprId> conditions;
    for (std::size_t index = 1; index < parts.size(); ++index) {
        conditions.push_back(at.condition(parts[index]));
    }
    const ExprId value = at.all_of(node, std::move(conditions));
    return at.add(node, model::Aggregate{Total::All, std::move(*set), value}, {TypeKind::Bool});
}

ExprId lower_latest(Lowering& at, NodeId node) {
    const NodeId set_node = at.tree.children(node).front();
    auto set = SetLowering(at, set_node).run();
    if (!set) {
        return nothing(at, node);
    }
    const model::RecordId record = set->record;
    if (!at.bench.schema().records[record].day.valid()) {
        return at.fail(set_node, Message::NoWorldOrder, {at.record_name(record)});
    }
    const Total total = at.tree.kind(node) == Kind::latest_expr ? Total::Latest : Total::Earliest;
    return at.add(node, model::Aggregate{total, std::move(*set), {}}, {TypeKind::Reference, {}, record});
}

} // namespace tiaoli::check
