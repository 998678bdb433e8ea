// Declares parameters and the readings that they offer.
#include "declare_fields.hpp"
#include "literals.hpp"

namespace tiaoli::check {

namespace {

using diag::Message;

class Parameters {
  public:
    Parameters(Workbench& bench, VersionWork& work)
        : bench_(bench), work_(work), version_(bench.version(work)) {}

    void run() {
        for (const Statement& at : work_.statements) {
            if (at.tree->kind(at.node) == Kind::parameter_decl) {
                declare(at);
            }
        }
    }

  private:
    Workbench& bench_;
    VersionWork& work_;
    model::Version& version_;

    void declare(const Statement& at) {
        const NodeId name = at.tree->child(at.node, Kind::name);
        if (const auto known = work_.parameters.find(at.tree->text(name)); known != work_.parameters.end()) {
            bench_.messages.add(Message::DuplicateName, at.tree->span(name), {at.tree->display(name)})
                .notes = {{version_.parameters[known->second].span, Message::OtherPlace, {}}};
            return;
        }
        check_name(bench_, *at.tree, name);
        model::Parameter parameter;
        parameter.name = at.tree->display(name);
        parameter.article = at.article;
        parameter.span = at.tree->span(name);
        if (const NodeId choices = at.tree->child(at.node, Kind::choices); choices.valid()) {
            read_choices(*at.tree, at.tree->children(choices), parameter);
        }
        work_.parameters[at.tree->text(name)] = version_.parameters.add(std::move(parameter));
    }

    /// Values that are literals keep their own type; words make an enumeration of their own.
    void read_choices(const Tree& tree, const std::vector<NodeId>& choices, model::Parameter& parameter) {
        std::vector<value::Literal> literals;
        for (NodeId choice : choices) {
            if (const auto literal = whole_literal(tree.text(choice))) {
                literals.push_back(*literal);
            }
        }
        if (literals.size() != choices.size()) {
            return name_choices(tree, choices, parameter);
        }
        parameter.type = literal_type(literals.front());
        for (std::size_t index = 0; index < choices.size(); ++index) {
            const model::Type type = literal_type(literals[index]);
            if (type != parameter.type) {
                bench_.messages.add(Message::ClauseType, tree.span(choices[index]),
                                    {parameter.name, type_words(bench_.schema(), parameter.type),
                                     type_words(bench_.schema(), type)});
            }
            add(tree, choices[index], literal_scalar(literals[index]), type, parameter);
        }
    }

    void name_choices(const Tree& tree, const std::vector<NodeId>& choices, model::Parameter& parameter) {
        const model::EnumerationId enumeration = declare_values(bench_, tree, choices, {});
        parameter.type = {model::TypeKind::Enumeration, enumeration};
        if (choices.size() < 2) {
            bench_.messages.add(Message::FewValues, tree.span(choices.front()), {parameter.name});
        }
        for (NodeId choice : choices) {
            if (const auto value = find_value(bench_.schema(), enumeration, tree.text(choice))) {
                add(tree, choice, *value, parameter.type, parameter);
            }
        }
    }

    void add(const Tree& tree, NodeId node, model::Scalar scalar, model::Type type,
             model::Parameter& parameter) {
        parameter.alternatives.push_back(
            version_.exprs.add({model::Constant{std::move(scalar)}, type, tree.span(node)}));
    }
};

} // namespace

void declare_parameters(Workbench& bench, VersionWork& work) { Parameters(bench, work).run(); }

} // namespace tiaoli::check
