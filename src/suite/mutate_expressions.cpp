// The changes of expressions: bounds, numbers, days, 且 and 或, 非, lists, results.
#include "mutant_list.hpp"

#include "literal_steps.hpp"
#include "node_changes.hpp"
#include "tiaoli/model/walk.hpp"
#include "tiaoli/source/folded.hpp"

#include <algorithm>
#include <set>

namespace tiaoli::suite {

namespace {

class Walk {
  public:
    Walk(MutantList& list, const project::Project& project, model::VersionId id)
        : list_(list), project_(project), id_(id), version_(project.policy.versions[id]) {}

    void run(const std::vector<Root>& roots);

  private:
    void visit(model::ExprId expr, const Root& root);
    void change(model::ExprId expr, const Root& root);
    void change_constant(model::ExprId expr, const model::Constant& constant, const Root& root);
    std::vector<Witness> witnesses_of(model::ExprId expr, const model::Scalar& from,
                                      const model::Scalar& to) const;
    bool is_step_of_rounding(model::ExprId expr) const;
    bool is_count(model::ExprId expr) const;
    bool is_made(model::ExprId expr, const Root& root) const;
    void join_alternatives();
    void add(model::ExprId place, const Root& root, NodeChange change);

    MutantList& list_;
    const project::Project& project_;
    model::VersionId id_;
    const model::Version& version_;
    std::set<model::ExprId> met_;
    std::map<model::ExprId, std::vector<model::ExprId>> parents_;
    std::map<model::ExprId, model::ExprId>
        stands_for_; ///< an alternative that is the parameter's value as well
};

} // namespace

void add_expression_mutants(MutantList& list, const project::Project& project, model::VersionId version,
                            const std::vector<Root>& roots) {
    Walk{list, project, version}.run(roots);
}

namespace {

void Walk::run(const std::vector<Root>& roots) {
    join_alternatives();
    for (std::uint32_t index = 0; index < version_.exprs.size(); ++index) {
        for (const model::ExprId child : model::children(version_.exprs[model::ExprId{index}].node))
            parents_[child].push_back(model::ExprId{index});
    }
    for (const Root& root : roots) {
        if (root.expr.valid())
            visit(root.expr, root);
    }
}

/// The value of a parameter stands among its alternatives too: who changes it changes both.
void Walk::join_alternatives() {
    for (const model::Parameter& parameter : version_.parameters) {
        for (const model::ExprId alternative : parameter.alternatives) {
            const auto* word = std::get_if<model::Constant>(&version_.exprs[alternative].node);
            for (const model::DatedValue& dated : parameter.values) {
                const auto* value = std::get_if<model::Constant>(&version_.exprs[dated.value].node);
                if (word != nullptr && value != nullptr && word->value == value->value)
                    stands_for_[alternative] = dated.value;
            }
        }
    }
}

void Walk::visit(model::ExprId expr, const Root& root) {
    if (!met_.insert(expr).second)
        return;
    change(expr, root);
    Root below = root;
    below.is_looked_through = false;
    below.is_result = false;
    for (const model::ExprId child : model::children(version_.exprs[expr].node))
        visit(child, below);
}

void Walk::change(model::ExprId expr, const Root& root) {
    if (is_made(expr, root))
        return;
    const model::ExprNode& node = version_.exprs[expr].node;
    if (const auto* constant = std::get_if<model::Constant>(&node))
        return change_constant(expr, *constant, root);
    const auto* set = std::get_if<model::Aggregate>(&node);
    for (NodeChange& change : node_changes(project_.policy.schema, version_, expr)) {
        const bool is_of_total = set != nullptr && !change.key;
        if (!is_of_total || !root.is_looked_through)
            add(expr, root, std::move(change));
    }
}

/// What a 超额累进 table itself adds to its rows; of its ends all but zero stand in the rows.
bool Walk::is_made(model::ExprId expr, const Root& root) const {
    if (!root.made.contains(version_.exprs[expr].span))
        return false;
    const auto zero = [&](model::ExprId id) {
        const auto* constant = std::get_if<model::Constant>(&version_.exprs[id].node);
        return constant != nullptr && constant->value == model::Scalar{value::Number{0}};
    };
    const model::ExprNode& node = version_.exprs[expr].node;
    if (const auto* compare = std::get_if<model::Compare>(&node))
        return zero(compare->right);
    return zero(expr) || std::holds_alternative<model::Logic>(node) ||
           std::holds_alternative<model::Call>(node);
}

void Walk::add(model::ExprId expr, const Root& root, NodeChange change) {
    const model::VersionId version = id_;
    const source::Span place = change.key ? *change.key : version_.exprs[expr].span;
    const Witness::Need need = change.only_where_met ? Witness::Need::Met : Witness::Need::Seen;
    const model::ExprId witness = change.witness.valid() ? change.witness : expr;
    list_.add({change.kind,
               place,
               root.article,
               version,
               change.before,
               change.after,
               [version, expr, edit = std::move(change.edit)](model::Policy& policy) {
                   edit(policy.versions[version], expr);
               },
               {{{version, witness}, need, 0, {}}}});
}

void Walk::change_constant(model::ExprId expr, const model::Constant& constant, const Root& root) {
    const model::Expr& at = version_.exprs[expr];
    if (is_step_of_rounding(expr))
        return;
    const auto joined = stands_for_.find(expr);
    const source::Span place = joined == stands_for_.end() ? at.span : version_.exprs[joined->second].span;
    const bool is_made = root.made.contains(at.span);
    const std::string written = is_made ? scalar_words(project_.policy.schema, constant.value, at.type)
                                        : source::folded_words(project_.sources.text(place));
    const auto change = [&](ChangeKind kind, const Neighbour& next) {
        const auto* number = std::get_if<value::Number>(&next.value);
        if (number != nullptr && is_count(expr) && *number <= value::Number{0})
            return;
        list_.add({kind,
                   place,
                   root.article,
                   id_,
                   {written, written},
                   {next.words, next.words},
                   [version = id_, expr, value = next.value](model::Policy& policy) {
                       policy.versions[version].exprs[expr].node = model::Constant{value};
                   },
                   witnesses_of(expr, constant.value, next.value)});
    };
    const ChangeKind kind =
        std::holds_alternative<value::Date>(constant.value) ? ChangeKind::Day : ChangeKind::Number;
    for (const Neighbour& next : neighbours(is_made ? "" : written, constant.value, at.type))
        change(kind, next);
    for (const Neighbour& next : other_calendar(constant.value))
        change(ChangeKind::Calendar, next);
    if (!root.is_result)
        return;
    if (const auto next = other_result(project_.policy.schema, constant.value))
        change(ChangeKind::Result, {*next, scalar_words(project_.policy.schema, *next, at.type)});
}

/// A number that is only compared with matters only to amounts between its old and its new value.
std::vector<Witness> Walk::witnesses_of(model::ExprId expr, const model::Scalar& from,
                                        const model::Scalar& to) const {
    const auto* old_number = std::get_if<value::Number>(&from);
    const auto* new_number = std::get_if<value::Number>(&to);
    const auto parents = parents_.find(expr);
    std::vector<Witness> out;
    if (old_number == nullptr || new_number == nullptr || parents == parents_.end())
        return {{{id_, expr}, Witness::Need::Seen, 0, {}}};
    for (const model::ExprId parent : parents->second) {
        const auto* compare = std::get_if<model::Compare>(&version_.exprs[parent].node);
        if (compare == nullptr)
            return {{{id_, expr}, Witness::Need::Seen, 0, {}}};
        const value::Number reach = *new_number - *old_number;
        out.push_back({{id_, parent}, Witness::Need::Within, compare->right == expr ? reach : -reach, {}});
    }
    return out;
}

bool Walk::is_step_of_rounding(model::ExprId expr) const {
    const auto parents = parents_.find(expr);
    return parents != parents_.end() &&
           std::any_of(parents->second.begin(), parents->second.end(), [&](model::ExprId parent) {
               const auto* call = std::get_if<model::Call>(&version_.exprs[parent].node);
               return call != nullptr && call->function == model::Function::Round &&
                      call->arguments.back() == expr;
           });
}

/// How many working days: never none.
bool Walk::is_count(model::ExprId expr) const {
    const auto parents = parents_.find(expr);
    return parents != parents_.end() &&
           std::any_of(parents->second.begin(), parents->second.end(), [&](model::ExprId parent) {
               const auto* call = std::get_if<model::Call>(&version_.exprs[parent].node);
               return call != nullptr && (call->function == model::Function::LastWorkdays ||
                                          call->function == model::Function::FirstWorkdays);
           });
}

} // namespace

} // namespace tiaoli::suite
