// Declares what 期限 gives: how it was met, under its name, and its last day.
#include "workbench.hpp"

namespace tiaoli::check {

namespace {

using diag::Message;
using model::FieldRole;

class Deadlines {
  public:
    Deadlines(Workbench& bench, VersionWork& work) : bench_(bench), work_(work) {}

    void run() {
        for (std::size_t index = 0; index < work_.statements.size(); ++index) {
            const Statement& at = work_.statements[index];
            if (at.tree->kind(at.node) == Kind::deadline && stands_in_matter(bench_, at, "期限")) {
                const NodeId name = at.tree->child(at.node, Kind::string);
                declare(index, name, {}, model::TypeKind::Text);
                declare(index, name, std::string(syntax::last_day_of), model::TypeKind::Date);
            }
        }
    }

  private:
    Workbench& bench_;
    VersionWork& work_;

    void declare(std::size_t index, NodeId name, const std::string& suffix, model::TypeKind kind) {
        const Statement& at = work_.statements[index];
        const std::pair place{at.home.record, at.tree->text(name) + suffix};
        const auto known = bench_.names.fields.find(place);
        if (known == bench_.names.fields.end()) {
            if (suffix.empty()) {
                check_name(bench_, *at.tree, name);
            }
            model::Field field;
            field.name = at.tree->display(name) + suffix;
            field.record = at.home.record;
            field.type = {kind};
            field.role = FieldRole::Output;
            field.matter = at.home.matter;
            field.declared = at.tree->span(name);
            const model::FieldId id = bench_.schema().fields.add(std::move(field));
            bench_.schema().matters[at.home.matter].outputs.push_back(id);
            bench_.names.fields[place] = id;
            work_.timed[id] = index;
            return;
        }
        const model::Field& field = bench_.schema().fields[known->second];
        const bool again = field.role == FieldRole::Output && field.matter == at.home.matter &&
                           field.type.kind == kind && !work_.gives(known->second);
        if (again) {
            work_.timed[known->second] = index; // the same deadline in another version
        } else {
            bench_.messages.add(Message::DeadlineNameTaken, at.tree->span(name), {field.name}).notes = {
                {field.declared, Message::OtherPlace, {}}};
        }
    }
};

} // namespace

void declare_deadlines(Workbench& bench, VersionWork& work) { Deadlines(bench, work).run(); }

} // namespace tiaoli::check
