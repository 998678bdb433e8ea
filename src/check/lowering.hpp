// Turns one reading of an expression into a typed expression. One file a feature; all share this class.
#pragma once

#include "field_types.hpp"
#include "workbench.hpp"

namespace tiaoli::check {

using ExprStore = base::Store<model::Expr, model::ExprId>;
using model::ExprId;
using model::Type;
using model::TypeKind;

enum class TodayRule : std::uint8_t { Refused, Allowed };

/// Where an expression stands: what its plain names mean.
struct Scope {
    model::RecordId own = {};    ///< the record that the statement belongs to; not valid: a parameter's value
    model::MatterId matter = {}; ///< valid inside a matter's block
    TodayRule today = TodayRule::Refused;
    model::RecordId element = {};  ///< valid inside the parentheses of a set (the innermost)
    model::MatterId terms_of = {}; ///< valid in what a matter's declaration says of its period
};

Scope scope_of(const Statement& statement);

class Lowering {
  public:
    Lowering(Workbench& in_bench, FieldTypes& with_types, const VersionWork& of_work, const Tree& in_tree,
             Scope where)
        : bench(in_bench), types(with_types), work(of_work), tree(in_tree), scope(where) {}

    /// `expected` is the type of the other side, where the position has one: it decides what a bare value means.
    ExprId lower(NodeId node, Type expected = {});
    /// A yes/no value; anything else is reported.
    ExprId condition(NodeId node);
    /// Several conditions that must all hold.
    ExprId all_of(NodeId whole, std::vector<ExprId> conditions);

    ExprId add(NodeId node, model::ExprNode expr, Type type);
    /// Reports and gives an expression of unknown type, which causes no further reports.
    ExprId fail(NodeId node, diag::Message message, std::vector<std::string> args = {});
    Type type(ExprId id) const { return exprs[id].type; }
    std::string type_text(ExprId id) const { return type_words(bench.schema(), type(id)); }
    std::string words(NodeId node) const { return tree.display(node); }
    const std::string& record_name(model::RecordId id) const { return bench.schema().records[id].name; }

    // ---- names.cpp: fields
    /// The field under a canonical name as this version knows it; not valid when there is none.
    model::FieldId find_field(model::RecordId record, const std::string& name) const;
    ExprId field_of(NodeId node, ExprId base, model::FieldId field);
    /// Reports that the record has no such field, with the nearest one.
    ExprId no_field(NodeId name, model::RecordId record);
    /// Whether the name can be nothing but a value of an enumeration here.
    bool is_bare_value(NodeId node) const;
    /// 本X or the record looked at: what plain names belong to.
    ExprId here(NodeId node);

    Workbench& bench;
    FieldTypes& types;
    const VersionWork& work;
    const Tree& tree;
    Scope scope;
    ExprStore exprs;
    diag::Diagnostics messages;
};

// ---- one function a kind of node
ExprId lower_name(Lowering& at, NodeId node, Type expected);
ExprId lower_field(Lowering& at, NodeId node);
ExprId lower_own(Lowering& at, NodeId node);
ExprId lower_predicate(Lowering& at, NodeId node);
ExprId lower_literal(Lowering& at, NodeId node);
ExprId lower_logic(Lowering& at, NodeId node);
ExprId lower_not(Lowering& at, NodeId node);
ExprId lower_presence(Lowering& at, NodeId node);
ExprId lower_compare(Lowering& at, NodeId node);
ExprId lower_bound(Lowering& at, NodeId node);
ExprId lower_member(Lowering& at, NodeId node);
ExprId lower_between(Lowering& at, NodeId node);
ExprId lower_in_period(Lowering& at, NodeId node);
ExprId lower_elapsed(Lowering& at, NodeId node);
ExprId lower_during(Lowering& at, NodeId node);
ExprId lower_sum(Lowering& at, NodeId node);
ExprId lower_product(Lowering& at, NodeId node);
ExprId lower_negate(Lowering& at, NodeId node);
ExprId lower_call(Lowering& at, NodeId node);
ExprId lower_total(Lowering& at, NodeId node);
ExprId lower_all(Lowering& at, NodeId node);
ExprId lower_latest(Lowering& at, NodeId node);
ExprId lower_period_word(Lowering& at, NodeId node);
ExprId lower_workdays(Lowering& at, NodeId node);
/// Whether the field of a matter has one value here: a matter that recurs decides anew in each period.
bool reads_one_period(const Lowering& at, const model::Field& field, bool is_own);
/// 有 before a set: whether it holds any record.
ExprId lower_exists(Lowering& at, NodeId node, NodeId set, model::Total total);

/// Reports where two types cannot be compared by `op`; `left` and `right` are the nodes that stand for them.
bool check_comparable(Lowering& at, NodeId node, ExprId left, ExprId right, model::CompareOperator op);
model::CompareOperator compare_operator(syntax::Word relation);

bool is_plain_number(TypeKind kind);
/// Whether a value of type `from` can stand where `to` is wanted (whole numbers are numbers too).
bool fits(const Type& from, const Type& to);

/// The expression as one line of text, the same for expressions that mean the same; for comparing readings and for tests.
std::string describe(const model::Schema& schema, const model::Version& version, const ExprStore& exprs,
                     ExprId id);

} // namespace tiaoli::check
