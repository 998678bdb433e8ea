// 小结: which outputs of a matter may be added up over its decisions.
#include "workbench.hpp"

namespace tiaoli::check {

namespace {

using diag::Message;

class Summaries {
  public:
    Summaries(Workbench& bench, const VersionWork& work) : bench_(bench), work_(work) {}

    void run() {
        for (const Statement& at : work_.statements) {
            if (at.tree->kind(at.node) == Kind::summary_decl && stands_in_matter(bench_, at, "小结")) {
                for (NodeId name : at.tree->children(at.node)) {
                    take(at, name);
                }
            }
        }
    }

  private:
    Workbench& bench_;
    const VersionWork& work_;

    void take(const Statement& at, NodeId name) {
        const model::Matter& matter = bench_.schema().matters[at.home.matter];
        const auto found = bench_.names.fields.find({at.home.record, at.tree->text(name)});
        const model::Field* field =
            found == bench_.names.fields.end() ? nullptr : &bench_.schema().fields[found->second];
        if (field == nullptr || field->role != model::FieldRole::Output || field->matter != at.home.matter) {
            refuse_unknown(at, name, matter);
            return;
        }
        if (field->type.kind == model::TypeKind::Money) {
            bench_.version(work_).summed[at.home.matter].push_back(found->second);
        } else if (field->type.kind != model::TypeKind::Unknown) { // else its statement has been reported
            bench_.messages.add(Message::SummaryNoMoney, at.tree->span(name),
                                {at.tree->display(name), type_words(bench_.schema(), field->type)});
        }
    }

    void refuse_unknown(const Statement& at, NodeId name, const model::Matter& matter) {
        std::vector<std::string> outputs;
        for (const model::FieldId output : matter.outputs) {
            outputs.push_back(bench_.schema().fields[output].name);
        }
        diag::Diagnostic& said = bench_.messages.add(Message::SummaryNoOutput, at.tree->span(name),
                                                     {at.tree->display(name), matter.name});
        const std::string near = nearest(at.tree->display(name), outputs);
        if (!near.empty()) {
            said.notes.push_back({std::monostate{}, Message::DidYouMean, {near}});
        }
    }
};

} // namespace

void declare_summaries(Workbench& bench, const VersionWork& work) { Summaries(bench, work).run(); }

} // namespace tiaoli::check
