// Declares the fields that a policy defines: whose they are and at which moment they hold.
#include "workbench.hpp"

#include "tiaoli/syntax/table.hpp"

namespace tiaoli::check {

namespace {

using diag::Message;
using model::FieldRole;

class Definitions {
  public:
    Definitions(Workbench& bench, VersionWork& work) : bench_(bench), work_(work) {}

    void run() {
        for (std::size_t index = 0; index < work_.statements.size(); ++index) {
            const Kind kind = work_.statements[index].tree->kind(work_.statements[index].node);
            if (kind == Kind::definition || kind == Kind::output || kind == Kind::as_of) {
                declare(index, kind, work_.statements[index].node);
            } else if (syntax::is_table(kind)) {
                declare_table(index);
            }
        }
        for (const auto& [place, field] : bench_.names.fields) {
            if (work_.parameters.contains(place.second)) {
                report_parameter(place.second, field);
            }
        }
    }

  private:
    Workbench& bench_;
    VersionWork& work_;

    /// What the statement makes of its field in its block; nothing when it may not stand there, which has then been reported.
    std::optional<FieldRole> role_of(const Statement& at, Kind kind, NodeId name) {
        const source::Span span = at.tree->span(name);
        const bool in_matter = at.home.kind == Home::Kind::Matter;
        if (at.home.kind == Home::Kind::Misread) {
            return std::nullopt;
        }
        if (at.home.kind == Home::Kind::Nowhere) {
            bench_.messages.add(Message::NeedsBlock, span);
            return std::nullopt;
        }
        if (kind == Kind::output && !in_matter) {
            bench_.messages.add(Message::NeedsMatter, span, {"输出"});
            return std::nullopt;
        }
        if (kind == Kind::as_of && in_matter) {
            bench_.messages.add(Message::AsOfInMatter, span);
            return std::nullopt;
        }
        if (in_matter) {
            return kind == Kind::output ? FieldRole::Output : FieldRole::Matter;
        }
        return kind == Kind::as_of ? FieldRole::AsOf : FieldRole::Derived;
    }

    /// Each result of a table is defined by it.
    void declare_table(std::size_t index) {
        const Statement& at = work_.statements[index];
        const syntax::Table table = syntax::table_at(*at.tree, at.node);
        const Kind mark = table.mark.valid() ? at.tree->kind(table.mark) : Kind::definition;
        const Kind kind = mark == Kind::table_output  ? Kind::output
                          : mark == Kind::table_as_of ? Kind::as_of
                                                      : Kind::definition;
        std::set<std::string> met;
        for (NodeId result : table.results) {
            const NodeId name = at.tree->child(result, Kind::name);
            if (met.insert(at.tree->text(name)).second) {
                declare(index, kind, result);
            } else {
                bench_.messages.add(Message::DuplicateName, at.tree->span(name), {at.tree->display(name)});
            }
        }
    }

    /// `holder`: the statement, or the result of a table, that has the name.
    void declare(std::size_t index, Kind kind, NodeId holder) {
        const Statement& at = work_.statements[index];
        const NodeId name = at.tree->child(holder, Kind::name);
        const auto role = role_of(at, kind, name);
        if (!role) {
            return;
        }
        const std::pair place{at.home.record, at.tree->text(name)};
        const auto known = bench_.names.fields.find(place);
        if (known == bench_.names.fields.end()) {
            check_name(bench_, *at.tree, name);
            const model::FieldId id = add(at, name, *role);
            bench_.names.fields[place] = id;
            work_.definitions[id].push_back(index);
        } else if (agrees(at, name, bench_.schema().fields[known->second], *role)) {
            work_.definitions[known->second].push_back(index);
        }
    }

    model::FieldId add(const Statement& at, NodeId name, FieldRole role) {
        model::Field field;
        field.name = at.tree->display(name);
        field.record = at.home.record;
        field.role = role;
        field.matter = at.home.matter;
        field.declared = at.tree->span(name);
        const model::FieldId id = bench_.schema().fields.add(std::move(field));
        if (role == FieldRole::Output) {
            bench_.schema().matters[at.home.matter].outputs.push_back(id);
        }
        return id;
    }

    bool agrees(const Statement& at, NodeId name, const model::Field& known, FieldRole role) {
        const bool taken = known.role == FieldRole::Stored || known.role == FieldRole::Verdict;
        if (!taken && known.role == role && known.matter == at.home.matter) {
            return true;
        }
        const std::string record = bench_.schema().records[at.home.record].name;
        bench_.messages
            .add(taken ? Message::FieldTaken : Message::RoleDiffers, at.tree->span(name),
                 {known.name, record})
            .notes = {{known.declared, Message::OtherPlace, {}}};
        return false;
    }

    void report_parameter(const std::string& name, model::FieldId field) {
        const model::Parameter& parameter = bench_.version(work_).parameters[work_.parameters.at(name)];
        bench_.messages.add(Message::DuplicateName, parameter.span, {parameter.name}).notes = {
            {bench_.schema().fields[field].declared, Message::OtherPlace, {}}};
    }
};

} // namespace

void declare_definitions(Workbench& bench, VersionWork& work) { Definitions(bench, work).run(); }

} // namespace tiaoli::check
