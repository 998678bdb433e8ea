// The changes of what is no expression: days of force, exceptions, limits and rounding of definitions, deadlines.
#include "mutant_list.hpp"

#include "literal_steps.hpp"
#include "node_changes.hpp"

namespace tiaoli::suite {

namespace {

class Statements {
  public:
    Statements(MutantList& list, const project::Project& project, model::VersionId id)
        : list_(list), project_(project), id_(id), version_(project.policy.versions[id]) {}

    void run();

  private:
    void change_days_of_force();
    void change_day(syntax::Kind kind, const std::optional<value::Date>& day,
                    std::optional<value::Date> model::Version::*member);
    void change_parameter(model::ParameterId id);
    void change_rule(model::RuleId id);
    void change_part(model::FieldId field, std::size_t part);
    void change_adjustments(model::FieldId field, std::size_t part);
    void change_deadline(model::DeadlineId id);
    void change_terms(std::size_t place);
    source::Span place_of(syntax::Kind kind) const;
    Witness seen(model::ExprId expr) const { return {{id_, expr}, Witness::Need::Seen, 0, {}}; }

    MutantList& list_;
    const project::Project& project_;
    model::VersionId id_;
    const model::Version& version_;
};

} // namespace

void add_statement_mutants(MutantList& list, const project::Project& project, model::VersionId version) {
    Statements{list, project, version}.run();
}

namespace {

void Statements::run() {
    change_days_of_force();
    for (std::uint32_t index = 0; index < version_.parameters.size(); ++index)
        change_parameter(model::ParameterId{index});
    for (std::uint32_t index = 0; index < version_.rules.size(); ++index)
        change_rule(model::RuleId{index});
    for (const auto& [field, definition] : version_.definitions) {
        for (std::size_t part = 0; part < definition.parts.size(); ++part) {
            change_part(field, part);
            change_adjustments(field, part);
        }
    }
    for (std::uint32_t index = 0; index < version_.deadlines.size(); ++index)
        change_deadline(model::DeadlineId{index});
    for (std::size_t place = 0; place < version_.matters.size(); ++place)
        change_terms(place);
}

void Statements::change_days_of_force() {
    change_day(syntax::Kind::effective, version_.effective, &model::Version::effective);
    change_day(syntax::Kind::expires, version_.expires, &model::Version::expires);
}

void Statements::change_day(syntax::Kind kind, const std::optional<value::Date>& day,
                            std::optional<value::Date> model::Version::*member) {
    if (!day)
        return;
    for (const Neighbour& next : neighbours({}, *day, {model::TypeKind::Date})) {
        list_.add({ChangeKind::Day,
                   place_of(kind),
                   {},
                   id_,
                   {day->to_chinese_text(), day->to_text()},
                   {next.words, next.words},
                   [id = id_, member, to = std::get<value::Date>(next.value)](model::Policy& policy) {
                       policy.versions[id].*member = to;
                   }});
    }
}

/// Where the version's own file says it; the whole file where it does not.
source::Span Statements::place_of(syntax::Kind kind) const {
    for (const syntax::Tree& tree : project_.versions.at(id_.index)) {
        for (std::uint32_t index = 0; index < tree.size(); ++index) {
            if (tree.kind(syntax::NodeId{index}) == kind)
                return tree.span(syntax::NodeId{index});
        }
    }
    const syntax::Tree& own = project_.versions.at(id_.index).front();
    return own.span(own.root());
}

void Statements::change_parameter(model::ParameterId id) {
    const model::Parameter& parameter = version_.parameters[id];
    for (std::size_t at = 0; at < parameter.values.size(); ++at) {
        const std::optional<value::Date>& from = parameter.values[at].from;
        if (!from)
            continue;
        const source::Span place = version_.exprs[parameter.values[at].value].span;
        for (const Neighbour& next : neighbours({}, *from, {model::TypeKind::Date})) {
            const std::string before = "自" + from->to_chinese_text() + "起";
            const std::string after = "自" + next.words + "起";
            list_.add(
                {ChangeKind::Day,
                 place,
                 parameter.article,
                 id_,
                 {before, before},
                 {after, after},
                 [version = id_, id, at, to = std::get<value::Date>(next.value)](model::Policy& policy) {
                     policy.versions[version].parameters[id].values[at].from = to;
                 }});
        }
    }
}

void Statements::change_rule(model::RuleId id) {
    const model::Rule& rule = version_.rules[id];
    for (std::size_t at = 0; at < rule.exceptions.size(); ++at) {
        const model::RuleException& exception = rule.exceptions[at];
        list_.add({ChangeKind::Exception,
                   exception.span,
                   exception.article,
                   id_,
                   {"有这条例外", "with this exception"},
                   {"没有这条例外", "without it"},
                   [version = id_, id, at](model::Policy& policy) {
                       auto& exceptions = policy.versions[version].rules[id].exceptions;
                       exceptions.erase(exceptions.begin() + static_cast<std::ptrdiff_t>(at));
                   },
                   {seen(exception.condition)}});
    }
}

void Statements::change_part(model::FieldId field, std::size_t part) {
    const model::DefinitionPart& said = version_.definitions.at(field).parts[part];
    if (said.from) {
        for (const Neighbour& next : neighbours({}, *said.from, {model::TypeKind::Date})) {
            const std::string before = "自" + said.from->to_chinese_text() + "起";
            const std::string after = "自" + next.words + "起";
            list_.add(
                {ChangeKind::Day,
                 said.span,
                 said.article,
                 id_,
                 {before, before},
                 {after, after},
                 [id = id_, field, part, to = std::get<value::Date>(next.value)](model::Policy& policy) {
                     policy.versions[id].definitions.at(field).parts[part].from = to;
                 }});
        }
    }
    if (!said.overrides.valid())
        return;
    list_.add({ChangeKind::Exception,
               said.span,
               said.article,
               id_,
               {"有这条例外", "with this exception"},
               {"没有这条例外", "without it"},
               [id = id_, field, part](model::Policy& policy) {
                   auto& parts = policy.versions[id].definitions.at(field).parts;
                   parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(part));
               }});
}

void Statements::change_adjustments(model::FieldId field, std::size_t part) {
    const model::DefinitionPart& said = version_.definitions.at(field).parts[part];
    for (std::size_t at = 0; at < said.adjustments.size(); ++at) {
        const model::Adjustment& adjustment = said.adjustments[at];
        const auto change = [&](ChangeKind kind, Wording before, Wording after, auto edit) {
            list_.add({kind,
                       adjustment.span,
                       said.article,
                       id_,
                       std::move(before),
                       std::move(after),
                       [id = id_, field, part, at, edit](model::Policy& policy) {
                           edit(policy.versions[id].definitions.at(field).parts[part].adjustments, at);
                       },
                       {seen(adjustment.operand)}});
        };
        using Adjustments = std::vector<model::Adjustment>;
        const auto drop = [](Adjustments& all, std::size_t place) {
            all.erase(all.begin() + static_cast<std::ptrdiff_t>(place));
        };
        const auto round_otherwise = [](Adjustments& all, std::size_t place) {
            all[place].rounding = other_rounding(all[place].rounding);
        };
        if (adjustment.kind == model::AdjustmentKind::AtMost)
            change(ChangeKind::Bound, {"不超过", "at most"}, {"不设上限", "without a limit"}, drop);
        else if (adjustment.kind == model::AdjustmentKind::AtLeast)
            change(ChangeKind::Bound, {"不低于", "at least"}, {"不设下限", "without a limit"}, drop);
        else if (adjustment.kind == model::AdjustmentKind::Round)
            change(ChangeKind::Rounding, rounding_words(adjustment.rounding),
                   rounding_words(other_rounding(adjustment.rounding)), round_otherwise);
    }
}

void Statements::change_deadline(model::DeadlineId id) {
    const model::Deadline& deadline = version_.deadlines[id];
    const Wording rolls{"末日遇休息日顺延", "the last day rolls forward"};
    const Wording stays{"末日不顺延", "the last day stays"};
    const bool is_rolling = deadline.last_day == model::LastDay::RollsForward;
    if (!is_rolling)
        return;
    list_.add({ChangeKind::Calendar,
               deadline.span,
               deadline.article,
               id_,
               rolls,
               stays,
               [version = id_, id](model::Policy& policy) {
                   policy.versions[version].deadlines[id].last_day = model::LastDay::Stays;
               },
               {seen(deadline.start)}});
}

void Statements::change_terms(std::size_t place) {
    if (!version_.matters[place].survives_expiry)
        return;
    list_.add({ChangeKind::Negation,
               version_.matters[place].span,
               {},
               id_,
               {"届满后仍适用", "survives expiry"},
               {"届满后不适用", "ends at expiry"},
               [version = id_, place](model::Policy& policy) {
                   policy.versions[version].matters[place].survives_expiry = false;
               }});
}

} // namespace

} // namespace tiaoli::suite
