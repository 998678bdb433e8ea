// Declares the states (状态) of record types: each is a yes/no field, with the day since which it runs as a second field.
#include "workbench.hpp"

namespace tiaoli::check {

namespace {

using diag::Message;
using model::FieldRole;

class States {
  public:
    States(Workbench& bench, VersionWork& work) : bench_(bench), work_(work) {}

    void run() {
        for (std::size_t index = 0; index < work_.statements.size(); ++index) {
            if (work_.statements[index].tree->kind(work_.statements[index].node) == Kind::state) {
                declare(index);
            }
        }
    }

  private:
    Workbench& bench_;
    VersionWork& work_;

    void declare(std::size_t index) {
        const Statement& at = work_.statements[index];
        const NodeId name = at.tree->child(at.node, Kind::name);
        if (at.home.kind != Home::Kind::Record) {
            if (at.home.kind != Home::Kind::Misread) {
                bench_.messages.add(Message::StateNeedsRecord, at.tree->span(name), {at.tree->display(name)});
            }
            return;
        }
        const auto state = field(at, name, {}, FieldRole::State);
        const auto start = field(at, name, "起日", FieldRole::StateStart);
        if (!state || !start) {
            return;
        }
        if (const auto before = work_.states.find(*state); before != work_.states.end()) {
            const Statement& other = work_.statements[before->second.place];
            bench_.messages.add(Message::StateTwice, at.tree->span(name), {at.tree->display(name)}).notes = {
                {other.tree->span(other.node), Message::OtherPlace, {}}};
            return;
        }
        work_.states[*state] = {index, *start};
        work_.state_starts.insert(*start);
    }

    /// The field of the state or of its first day: a new one, or that of another version.
    std::optional<model::FieldId> field(const Statement& at, NodeId name, const std::string& ending,
                                        FieldRole role) {
        const std::pair place{at.home.record, at.tree->text(name) + ending};
        const auto known = bench_.names.fields.find(place);
        if (known != bench_.names.fields.end()) {
            const model::Field& other = bench_.schema().fields[known->second];
            if (other.role == role) {
                return known->second;
            }
            bench_.messages
                .add(Message::FieldTaken, at.tree->span(name),
                     {other.name, bench_.schema().records[at.home.record].name})
                .notes = {{other.declared, Message::OtherPlace, {}}};
            return std::nullopt;
        }
        if (role == FieldRole::State) {
            check_name(bench_, *at.tree, name);
        }
        model::Field field;
        field.name = at.tree->display(name) + ending;
        field.record = at.home.record;
        field.type = {role == FieldRole::State ? model::TypeKind::Bool : model::TypeKind::Date};
        field.role = role;
        field.declared = at.tree->span(name);
        const model::FieldId id = bench_.schema().fields.add(std::move(field));
        bench_.names.fields[place] = id;
        return id;
    }
};

} // namespace

void declare_states(Workbench& bench, VersionWork& work) { States(bench, work).run(); }

} // namespace tiaoli::check
