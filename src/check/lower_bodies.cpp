// Gives every statement of every version its only meaning: parameters first, then types, matters, definitions and rules.
#include "bodies.hpp"
#include "exceptions.hpp"
#include "tables.hpp"

namespace tiaoli::check {

namespace {

using diag::Message;

class Bodies {
  public:
    Bodies(Workbench& bench, FieldTypes& types, const VersionWork& work)
        : bench_(bench), types_(types), work_(work), version_(bench.version(work)) {}

    void parameters() {
        each(Kind::parameter_decl, [&](const Statement& at) { take_parameter(at); });
    }

    void rest() {
        each(Kind::matter_decl, [&](const Statement& at) { take_matter(at); });
        for (const auto& [field, places] : work_.definitions) {
            take_definition(field, places);
        }
        for (const auto& [field, state] : work_.states) {
            take_state(field, state);
        }
        each(Kind::allocation, [&](const Statement& at) { take_allocation(at); });
        each(Kind::deadline, [&](const Statement& at) { take_deadline(at); });
        each(Kind::rule, [&](const Statement& at) { take_rule(at); });
        each(Kind::exception_rule,
             [&](const Statement& at) { lower_rule_exception(bench_, types_, work_, at); });
    }

  private:
    Workbench& bench_;
    FieldTypes& types_;
    const VersionWork& work_;
    model::Version& version_;

    template <class Take> void each(Kind kind, Take take) {
        for (const Statement& at : work_.statements) {
            if (at.tree->kind(at.node) == kind) {
                take(at);
            }
        }
    }

    void take_parameter(const Statement& at) {
        const NodeId name = at.tree->child(at.node, Kind::name);
        const model::ParameterId id = work_.parameters.at(at.tree->text(name));
        if (version_.parameters[id].span != at.tree->span(name)) {
            return; // a second one of the same name, reported
        }
        auto meaning = choose(bench_, types_, work_, at, {}, [&](Lowering& lowering, NodeId body) {
            return Meaning{lower_parameter(lowering, body, version_.parameters[id])};
        });
        if (!meaning) {
            return;
        }
        model::Parameter& parameter = version_.parameters[id];
        parameter.values = std::get<ParameterValues>(std::move(*meaning)).values;
        if (parameter.type.kind == TypeKind::Unknown) {
            parameter.type = version_.exprs[parameter.values.front().value].type;
        }
    }

    void take_matter(const Statement& at) {
        const auto matter = bench_.names.matters.find(at.tree->text(at.tree->child(at.node, Kind::name)));
        if (matter == bench_.names.matters.end()) {
            return;
        }
        for (const model::MatterTerms& known : version_.matters) {
            if (known.matter == matter->second) {
                return; // a second one of the same name, reported
            }
        }
        const Scope scope{
            bench_.schema().matters[matter->second].record, {}, TodayRule::Refused, {}, matter->second};
        auto meaning = choose(bench_, types_, work_, at, scope, [](Lowering& lowering, NodeId body) {
            return Meaning{lower_terms(lowering, body)};
        });
        model::MatterTerms terms =
            meaning ? std::get<model::MatterTerms>(std::move(*meaning)) : model::MatterTerms{};
        terms.matter = matter->second;
        terms.span = at.tree->span(at.node);
        if (meaning && !terms.governed.valid() && !bench_.schema().records[scope.own].day.valid()) {
            bench_.messages.add(Message::DayWanted, terms.span, {"依据日为", "没有发生日的记录"});
        }
        if (meaning) {
            check_recurrence(bench_, terms);
        }
        version_.matters.push_back(std::move(terms));
    }

    std::optional<model::DefinitionPart> take_part(const Statement& at, model::FieldId field) {
        auto meaning = choose(bench_, types_, work_, at, scope_of(at), [&](Lowering& lowering, NodeId body) {
            return Meaning{lower_definition(lowering, body, field)};
        });
        return meaning ? std::optional{std::get<model::DefinitionPart>(std::move(*meaning))} : std::nullopt;
    }

    void take_definition(model::FieldId field, const std::vector<std::size_t>& places) {
        model::Definition definition{field, {}};
        for (std::size_t place : places) {
            const Statement& at = work_.statements[place];
            const bool table = syntax::is_table(at.tree->kind(at.node));
            auto part = table ? lower_table(bench_, types_, work_, at, field) : take_part(at, field);
            if (part) {
                part->article = at.article;
                part->span = table ? syntax::table_head(*at.tree, at.node) : at.tree->span(at.node);
                definition.parts.push_back(std::move(*part));
            }
        }
        for (model::DefinitionPart& part : lower_exceptions(bench_, types_, work_, field)) {
            definition.parts.push_back(std::move(part));
        }
        check_parts(bench_, definition);
        version_.definitions[field] = std::move(definition);
    }

    void take_state(model::FieldId field, const VersionWork::StateWork& state) {
        const Statement& at = work_.statements[state.place];
        auto meaning = choose(bench_, types_, work_, at, scope_of(at), [](Lowering& lowering, NodeId body) {
            return Meaning{lower_state(lowering, body)};
        });
        if (!meaning) {
            return;
        }
        model::StateRule& rule = std::get<model::StateRule>(*meaning);
        rule.article = at.article;
        rule.start_field = state.start;
        rule.span = at.tree->span(at.node);
        version_.states[field] = std::move(rule);
    }

    void take_allocation(const Statement& at) {
        auto allocation = lower_allocation(bench_, types_, work_, at);
        if (!allocation) {
            return;
        }
        allocation->article = at.article;
        allocation->matter = at.home.matter;
        allocation->span = at.tree->span(at.node);
        std::vector<model::FieldId> fields{allocation->rest};
        for (const model::AllocationPart& part : allocation->parts) {
            fields.push_back(part.field);
        }
        const model::AllocationId id = version_.allocations.add(std::move(*allocation));
        for (model::FieldId field : fields) {
            version_.allocated[field] = id;
        }
    }

    void take_deadline(const Statement& at) {
        const NodeId label = at.tree->child(at.node, Kind::string);
        const auto field = [&](const std::string& name) {
            const auto found = bench_.names.fields.find({at.home.record, name});
            return found == bench_.names.fields.end() || !work_.timed.contains(found->second)
                       ? model::FieldId{}
                       : found->second;
        };
        const model::FieldId outcome = field(at.tree->text(label));
        const model::FieldId due = field(at.tree->text(label) + std::string(syntax::last_day_of));
        if (!outcome.valid() || !due.valid()) {
            return; // reported where they are declared
        }
        auto meaning = choose(bench_, types_, work_, at, scope_of(at), [](Lowering& lowering, NodeId body) {
            return Meaning{lower_deadline(lowering, body)};
        });
        if (!meaning) {
            return;
        }
        model::Deadline& deadline = std::get<model::Deadline>(*meaning);
        deadline.article = at.article;
        deadline.matter = at.home.matter;
        deadline.name = at.tree->verbatim(label);
        deadline.outcome = outcome;
        deadline.due = due;
        deadline.span = at.tree->span(at.node);
        const model::DeadlineId id = version_.deadlines.add(std::move(deadline));
        version_.timed[outcome] = id;
        version_.timed[due] = id;
    }

    void take_rule(const Statement& at) {
        if (!stands_in_matter(bench_, at, "要求")) {
            return;
        }
        auto meaning = choose(bench_, types_, work_, at, scope_of(at), [](Lowering& lowering, NodeId body) {
            return Meaning{lower_rule(lowering, body)};
        });
        if (!meaning) {
            return;
        }
        model::Rule& rule = std::get<model::Rule>(*meaning);
        rule.article = at.article;
        rule.matter = at.home.matter;
        rule.span = at.tree->span(at.node);
        const model::RuleId id = version_.rules.add(std::move(rule));
        for (model::MatterTerms& terms : version_.matters) {
            if (terms.matter == at.home.matter) {
                terms.rules.push_back(id);
            }
        }
    }
};

} // namespace

void lower_bodies(Workbench& bench) {
    FieldTypes types(bench);
    for (const VersionWork& work : bench.versions) {
        Bodies(bench, types, work).parameters();
    }
    types.settle();
    for (const VersionWork& work : bench.versions) {
        Bodies(bench, types, work).rest();
    }
}

} // namespace tiaoli::check
