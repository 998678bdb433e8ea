// Declares matters: what each reviews, and the field under its name that holds the verdict.
#include "workbench.hpp"

namespace tiaoli::check {

namespace {

using diag::Message;

class MattersDeclaration {
  public:
    explicit MattersDeclaration(Workbench& bench) : bench_(bench) {}

    void run() {
        for (version_ = 0; version_ < bench_.versions.size(); ++version_) {
            met_.clear();
            for (const Tree* tree : bench_.versions[version_].trees) {
                for (NodeId item : tree->children(tree->root())) {
                    if (tree->kind(item) == Kind::matter_decl) {
                        declare(*tree, item);
                    }
                }
            }
        }
    }

  private:
    Workbench& bench_;
    std::size_t version_ = 0;
    std::map<std::string, source::Span> met_; ///< in this version

    void declare(const Tree& tree, NodeId decl) {
        const NodeId name = tree.child(decl, Kind::name);
        const auto [before, is_new] = met_.try_emplace(tree.text(name), tree.span(name));
        if (!is_new) {
            bench_.messages.add(Message::DuplicateName, tree.span(name), {tree.display(name)}).notes = {
                {before->second, Message::OtherPlace, {}}};
            return;
        }
        const model::RecordId record = reviewed(tree, decl);
        if (!record.valid()) {
            return;
        }
        const auto known = bench_.names.matters.find(tree.text(name));
        if (known == bench_.names.matters.end()) {
            return add(tree, name, record, recurrence(tree, decl));
        }
        bench_.versions[version_].matters.insert(known->second);
        const model::Matter& matter = bench_.schema().matters[known->second];
        if (matter.record != record) {
            bench_.messages.add(Message::MatterDiffers, tree.span(name), {tree.display(name)}).notes = {
                {matter.declared, Message::OtherPlace, {}}};
        }
        if (matter.recurrence != recurrence(tree, decl)) {
            bench_.messages.add(Message::RecurrenceDiffers, tree.span(name), {tree.display(name)}).notes = {
                {matter.declared, Message::OtherPlace, {}}};
        }
    }

    static model::Recurrence recurrence(const Tree& tree, NodeId decl) {
        for (NodeId body : tree.children(tree.child(decl, Kind::readings))) {
            const NodeId written = tree.child(body, Kind::recurrence);
            if (!written.valid()) {
                continue;
            }
            switch (tree[written].word) {
            case syntax::Word::each_year:
                return model::Recurrence::Yearly;
            case syntax::Word::each_quarter:
                return model::Recurrence::Quarterly;
            default:
                return model::Recurrence::Monthly;
            }
        }
        return model::Recurrence::Once;
    }

    /// The record type after 审核; not valid when there is none, which has then been reported.
    model::RecordId reviewed(const Tree& tree, NodeId decl) {
        NodeId last;
        for (NodeId body : tree.children(tree.child(decl, Kind::readings))) {
            last = tree.child(body, Kind::name);
            const auto found = bench_.names.records.find(tree.text(last));
            if (found != bench_.names.records.end()) {
                return found->second;
            }
        }
        if (last.valid()) {
            const std::string name = tree.display(tree.child(decl, Kind::name));
            bench_.messages.add(Message::NotReviewable, tree.span(last), {name, tree.display(last)});
        }
        return {};
    }

    void add(const Tree& tree, NodeId name, model::RecordId record, model::Recurrence recurrence) {
        check_name(bench_, tree, name);
        const std::string text = tree.text(name);
        if (const auto type = bench_.names.records.find(text); type != bench_.names.records.end()) {
            bench_.messages.add(Message::DuplicateName, tree.span(name), {tree.display(name)}).notes = {
                {bench_.schema().records[type->second].declared, Message::OtherPlace, {}}};
            return;
        }
        if (const auto field = bench_.names.fields.find({record, text}); field != bench_.names.fields.end()) {
            bench_.messages.add(Message::FieldTaken, tree.span(name),
                                {tree.display(name), bench_.schema().records[record].name});
            return;
        }
        model::Schema& schema = bench_.schema();
        model::Matter matter;
        matter.name = tree.display(name);
        matter.record = record;
        matter.declared = tree.span(name);
        matter.recurrence = recurrence;
        const model::MatterId id = schema.matters.add(std::move(matter));
        model::Field verdict;
        verdict.name = tree.display(name);
        verdict.record = record;
        verdict.type = {model::TypeKind::Enumeration, schema.verdicts};
        verdict.role = model::FieldRole::Verdict;
        verdict.matter = id;
        verdict.declared = tree.span(name);
        schema.matters[id].verdict = schema.fields.add(std::move(verdict));
        bench_.names.matters[text] = id;
        bench_.versions[version_].matters.insert(id);
        bench_.names.fields[{record, text}] = schema.matters[id].verdict;
    }
};

} // namespace

void declare_matters(Workbench& bench) { MattersDeclaration(bench).run(); }

} // namespace tiaoli::check
