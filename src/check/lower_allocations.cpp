// 分配: the amount, each part's ratio and limit, and what earlier records must have in common with the one decided.
#include "bodies.hpp"

namespace tiaoli::check {

namespace {

using diag::Message;
using syntax::Word;

class AllocationLowering {
  public:
    AllocationLowering(Workbench& bench, FieldTypes& types, const VersionWork& work, const Statement& at)
        : bench_(bench), types_(types), work_(work), at_(at), tree_(*at.tree) {}

    std::optional<model::Allocation> run() {
        const NodeId mode = tree_.child(at_.node, Kind::allocation_mode);
        const Word word = tree_[mode].word;
        result_.mode = word == Word::cumulative ? model::AllocationMode::Cumulative
                       : word == Word::in_order ? model::AllocationMode::InOrder
                                                : model::AllocationMode::ToFen;
        result_.amount =
            expression(at_.node, tree_.child(at_.node, Kind::readings), "分配的额", TypeKind::Money);
        take_same(mode);
        for (NodeId item : tree_.children(at_.node)) {
            if (tree_.kind(item) == Kind::allocation_part) {
                take_part(item);
            } else if (tree_.kind(item) == Kind::allocation_rest) {
                result_.rest = field_of(tree_.child(item, Kind::name));
            }
        }
        take_tails();
        const bool whole = sound_ && result_.rest.valid() && !result_.parts.empty();
        return whole ? std::optional{std::move(result_)} : std::nullopt;
    }

  private:
    Workbench& bench_;
    FieldTypes& types_;
    const VersionWork& work_;
    const Statement& at_;
    const Tree& tree_;
    model::Allocation result_;
    bool sound_ = true;

    /// The output under the name; not valid where it could not be declared, which has been reported.
    model::FieldId field_of(NodeId name) {
        const auto found = bench_.names.fields.find({at_.home.record, tree_.text(name)});
        const bool declared = found != bench_.names.fields.end() && work_.allocated.contains(found->second);
        sound_ = sound_ && declared;
        return declared ? found->second : model::FieldId{};
    }

    ExprId expression(NodeId holder, NodeId shown, const std::string& name, TypeKind wanted) {
        auto meaning =
            choose(bench_, types_, work_, tree_, holder, scope_of(at_), [&](Lowering& lowering, NodeId body) {
                const NodeId node = tree_.children(body).front();
                ExprId root = lowering.lower(node, {wanted});
                if (!fits(lowering.type(root), {wanted})) {
                    root = lowering.fail(
                        node, Message::ClauseType,
                        {name, type_words(bench_.schema(), {wanted}), lowering.type_text(root)});
                }
                return Meaning{SingleExpression{root}};
            });
        sound_ = sound_ && meaning.has_value() && shown.valid();
        return meaning ? std::get<SingleExpression>(*meaning).root : ExprId{};
    }

    void take_part(NodeId item) {
        const NodeId name = tree_.child(item, Kind::name);
        const NodeId ratio = tree_.child(item, Kind::allocation_ratio);
        const NodeId limit = tree_.child(item, Kind::allocation_limit);
        model::AllocationPart part;
        part.field = field_of(name);
        part.span = tree_.span(item);
        const bool in_order = result_.mode == model::AllocationMode::InOrder;
        if (ratio.valid() == in_order) {
            bench_.messages.add(in_order ? Message::AllocationInOrder : Message::AllocationByRatio,
                                tree_.span(item), {tree_.display(name)});
            sound_ = false;
        }
        if (ratio.valid()) {
            part.ratio = expression(ratio, tree_.child(ratio, Kind::readings), tree_.display(name) + "的比例",
                                    TypeKind::Ratio);
        }
        if (limit.valid()) {
            part.limit = expression(limit, tree_.child(limit, Kind::readings), tree_.display(name) + "的限额",
                                    TypeKind::Money);
        }
        result_.parts.push_back(part);
    }

    /// After the parts and the rest, for a tail goes to one of them.
    void take_tails() {
        for (NodeId item : tree_.children(at_.node)) {
            if (tree_.kind(item) != Kind::allocation_tail) {
                continue;
            }
            if (result_.mode == model::AllocationMode::InOrder) {
                refuse(item, Message::AllocationTailInOrder, {});
                continue;
            }
            model::AllocationTail tail;
            if (const NodeId name = tree_.child(item, Kind::name); name.valid()) {
                tail.to = party_of(name);
            }
            if (const NodeId guard = tree_.child(item, Kind::tail_guard); guard.valid()) {
                tail.guard = condition(guard);
            }
            result_.tails.push_back(tail);
        }
    }

    model::FieldId party_of(NodeId name) {
        const model::Schema& schema = bench_.schema();
        std::string parties;
        for (const model::AllocationPart& part : result_.parts) {
            if (part.field.valid() && schema.fields[part.field].name == tree_.display(name)) {
                return part.field;
            }
            parties += part.field.valid() ? schema.fields[part.field].name + "、" : std::string{};
        }
        const bool has_rest = result_.rest.valid();
        if (has_rest && schema.fields[result_.rest].name == tree_.display(name)) {
            return result_.rest;
        }
        parties += has_rest ? schema.fields[result_.rest].name : std::string{};
        refuse(name, Message::AllocationTailParty, {tree_.display(name), parties});
        return {};
    }

    ExprId condition(NodeId holder) {
        auto meaning =
            choose(bench_, types_, work_, tree_, holder, scope_of(at_),
                   [](Lowering& lowering, NodeId body) { return Meaning{lower_exception(lowering, body)}; });
        sound_ = sound_ && meaning.has_value();
        return meaning ? std::get<SingleExpression>(*meaning).root : ExprId{};
    }

    /// Keys are found again in earlier records, so they must be what the case files say, for ever.
    void take_same(NodeId mode) {
        const NodeId same = tree_.child(at_.node, Kind::allocation_same);
        if (!same.valid()) {
            if (result_.mode == model::AllocationMode::Cumulative) {
                refuse(mode, Message::AllocationSameWanted, {});
            }
            return;
        }
        for (NodeId name : tree_.children(same)) {
            const auto found = bench_.names.fields.find({at_.home.record, tree_.text(name)});
            const std::string record = bench_.schema().records[at_.home.record].name;
            if (found == bench_.names.fields.end()) {
                refuse(name, Message::UnknownField, {record, tree_.display(name)});
                continue;
            }
            const model::Field& field = bench_.schema().fields[found->second];
            if (field.role != model::FieldRole::Stored || field.absence == model::Absence::Pending) {
                refuse(name, Message::AllocationSameField, {field.name, record});
                continue;
            }
            result_.same.push_back(found->second);
        }
    }

    void refuse(NodeId node, Message message, std::vector<std::string> args) {
        bench_.messages.add(message, tree_.span(node), std::move(args));
        sound_ = false;
    }
};

} // namespace

std::optional<model::Allocation> lower_allocation(Workbench& bench, FieldTypes& types,
                                                  const VersionWork& work, const Statement& statement) {
    if (statement.home.kind != Home::Kind::Matter) {
        return std::nullopt; // reported where its parts are declared
    }
    return AllocationLowering(bench, types, work, statement).run();
}

} // namespace tiaoli::check
