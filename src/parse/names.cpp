// Collects the names that the expressions of a policy may use.
#include "tiaoli/parse/parse.hpp"

#include "tiaoli/value/literal.hpp"

namespace tiaoli::parse {

namespace {

using syntax::Kind;
using syntax::NodeId;
using syntax::Tree;

/// Properties of dates and periods, and the verdicts, which every policy has.
constexpr std::string_view built_in[] = {"年度",     "季度", "月份",   "首日",   "末日",
                                         "年份",     "季次", "月次",   "通过",   "不通过",
                                         "退回补正", "暂缓", "转人工", "不适用", "提示"};
/// These stand right behind a period: 本季末日.
constexpr std::string_view period_parts[] = {"首日", "末日"};

/// A parameter's alternatives may be amounts or ratios: those are no names.
void add_name(const std::string& text, Names& names) {
    const auto literals = value::scan_literals(text, 0);
    if (literals.empty() || literals.front().length != text.size()) {
        names.all.insert(text);
    }
}

bool is_yes_no(const Tree& tree, NodeId field) {
    const NodeId type = tree.child(field, Kind::type_name);
    return type.valid() && (tree.text(type) == "是否" || tree.text(type) == "yesno");
}

void add_field(const Tree& tree, NodeId field, Names& names) {
    for (NodeId child : tree.children(field)) {
        if (tree.kind(child) == Kind::name) {
            names.all.insert(tree.text(child));
            if (is_yes_no(tree, field)) {
                names.predicates.insert(tree.text(child));
            }
        } else if (tree.kind(child) == Kind::inline_values) {
            for (NodeId value : tree.children(child)) {
                names.all.insert(tree.text(value));
            }
        }
    }
}

void add_all_names(const Tree& tree, NodeId item, Names& names) {
    for (NodeId child : tree.children(item)) {
        if (tree.kind(child) == Kind::name) {
            add_name(tree.text(child), names);
        } else if (tree.kind(child) == Kind::choices) {
            add_all_names(tree, child, names);
        } else if (tree.kind(child) == Kind::field_decl) {
            add_field(tree, child, names);
        }
    }
}

/// A tail names a part, it does not declare one.
void add_parts(const Tree& tree, NodeId allocation, Names& names) {
    for (NodeId part : tree.children(allocation)) {
        if (tree.kind(part) != Kind::allocation_tail) {
            add_all_names(tree, part, names);
        }
    }
}

void add_results(const Tree& tree, NodeId table, Names& names) {
    for (NodeId child : tree.children(table)) {
        if (tree.kind(child) == Kind::table_result) {
            const std::string name = tree.text(tree.child(child, Kind::name));
            names.predicates.insert(name);
            add_name(name, names);
        }
    }
}

void add_item(const Tree& tree, NodeId item, Names& names) {
    switch (tree.kind(item)) {
    case Kind::record_decl:
        names.records.insert(tree.text(tree.child(item, Kind::name)));
        add_all_names(tree, item, names);
        break;
    case Kind::definition:
    case Kind::output:
    case Kind::as_of:
        names.predicates.insert(tree.text(tree.child(item, Kind::name)));
        add_all_names(tree, item, names);
        break;
    case Kind::state:
        names.all.insert(tree.text(tree.child(item, Kind::name)));
        names.all.insert(tree.text(tree.child(item, Kind::name)) + "起日");
        break;
    case Kind::deadline: {
        const std::string name = tree.text(tree.child(item, Kind::string));
        names.all.insert(name);
        names.all.insert(name + std::string(syntax::last_day_of));
        break;
    }
    case Kind::allocation:
        add_parts(tree, item, names);
        break;
    case Kind::decision_table:
    case Kind::tier_table:
        add_results(tree, item, names);
        break;
    case Kind::enumeration_decl:
    case Kind::matter_decl:
    case Kind::parameter_decl:
        add_all_names(tree, item, names);
        break;
    default:
        break;
    }
}

} // namespace

void collect_names(const Tree& tree, Names& names) {
    names.all.insert(std::begin(built_in), std::end(built_in));
    names.predicates.insert(std::begin(period_parts), std::end(period_parts));
    for (NodeId item : tree.children(tree.root())) {
        add_item(tree, item, names);
    }
}

} // namespace tiaoli::parse
