// Declares the parts of 分配: outputs of its matter, each given by one statement alone.
#include "workbench.hpp"

namespace tiaoli::check {

namespace {

using diag::Message;
using model::FieldRole;

class Allocations {
  public:
    Allocations(Workbench& bench, VersionWork& work) : bench_(bench), work_(work) {}

    void run() {
        for (std::size_t index = 0; index < work_.statements.size(); ++index) {
            const Statement& at = work_.statements[index];
            if (at.tree->kind(at.node) == Kind::allocation && stands_in_matter(bench_, at, "分配")) {
                take(index);
            }
        }
    }

  private:
    Workbench& bench_;
    VersionWork& work_;

    void take(std::size_t index) {
        const Statement& at = work_.statements[index];
        std::size_t parts = 0;
        NodeId rest;
        for (NodeId item : at.tree->children(at.node)) {
            const Kind kind = at.tree->kind(item);
            if (kind == Kind::bad_part) {
                bench_.messages.add(Message::AllocationPartForm, at.tree->span(item),
                                    {at.tree->display(item)});
            } else if (rest.valid() && (kind == Kind::allocation_part || kind == Kind::allocation_rest)) {
                bench_.messages.add(Message::AllocationRestLast, at.tree->span(item)).notes = {
                    {at.tree->span(rest), Message::OtherPlace, {}}};
            }
            if (kind == Kind::allocation_part || kind == Kind::allocation_rest) {
                declare(index, at.tree->child(item, Kind::name));
            }
            parts += kind == Kind::allocation_part || kind == Kind::bad_part ? 1 : 0;
            rest = kind == Kind::allocation_rest ? item : rest;
        }
        if (!rest.valid()) {
            bench_.messages.add(Message::AllocationRestWanted, at.tree->span(at.node));
        }
        if (parts == 0) {
            bench_.messages.add(Message::AllocationWithoutPart, at.tree->span(at.node));
        }
    }

    void declare(std::size_t index, NodeId name) {
        const Statement& at = work_.statements[index];
        const std::pair place{at.home.record, at.tree->text(name)};
        const auto known = bench_.names.fields.find(place);
        if (known == bench_.names.fields.end()) {
            check_name(bench_, *at.tree, name);
            const model::FieldId id = add(at, name);
            bench_.names.fields[place] = id;
            work_.allocated[id] = index;
        } else if (is_free(at, name, known->second)) {
            model::Type& type = bench_.schema().fields[known->second].type;
            type = type.kind == model::TypeKind::Unknown ? model::Type{model::TypeKind::Money} : type;
            work_.allocated[known->second] = index;
        }
    }

    model::FieldId add(const Statement& at, NodeId name) {
        model::Field field;
        field.name = at.tree->display(name);
        field.record = at.home.record;
        field.type = {model::TypeKind::Money};
        field.role = FieldRole::Output;
        field.matter = at.home.matter;
        field.declared = at.tree->span(name);
        const model::FieldId id = bench_.schema().fields.add(std::move(field));
        bench_.schema().matters[at.home.matter].outputs.push_back(id);
        return id;
    }

    /// Another version may give the same output in its own way; in one version one statement gives it.
    bool is_free(const Statement& at, NodeId name, model::FieldId id) {
        const model::Field& known = bench_.schema().fields[id];
        const auto refuse = [&](Message message, std::vector<std::string> args, source::Span other) {
            bench_.messages.add(message, at.tree->span(name), std::move(args)).notes = {
                {other, Message::OtherPlace, {}}};
            return false;
        };
        const std::string record = bench_.schema().records[at.home.record].name;
        if (known.role == FieldRole::Stored || known.role == FieldRole::Verdict) {
            return refuse(Message::FieldTaken, {known.name, record}, known.declared);
        }
        if (const auto defined = work_.definitions.find(id);
            defined != work_.definitions.end() && known.matter == at.home.matter) {
            const Statement& other = work_.statements[defined->second.front()];
            return refuse(Message::PartDefined, {known.name},
                          other.tree->span(other.tree->child(other.node, Kind::name)));
        }
        if (work_.allocated.contains(id)) {
            return refuse(Message::PartTwice, {known.name}, known.declared);
        }
        if (known.role != FieldRole::Output || known.matter != at.home.matter) {
            return refuse(Message::RoleDiffers, {known.name}, known.declared);
        }
        return true;
    }
};

} // namespace

void declare_allocations(Workbench& bench, VersionWork& work) { Allocations(bench, work).run(); }

} // namespace tiaoli::check
