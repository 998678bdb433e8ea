// Reads what stands after a field's type: absence, default, headings, unit, pattern, bounds.
#include "declare_fields.hpp"
#include "literals.hpp"

#include <regex>

namespace tiaoli::check {

namespace {

using diag::Message;
using model::TypeKind;

bool is_numeric(TypeKind kind) {
    return kind == TypeKind::Integer || kind == TypeKind::Number || kind == TypeKind::Money ||
           kind == TypeKind::Ratio;
}

class Modifiers {
  public:
    Modifiers(Workbench& bench, const Tree& tree, model::Field& field)
        : bench_(bench), tree_(tree), field_(field) {}

    void read(NodeId node) {
        switch (tree_.kind(node)) {
        case Kind::modifier_optional:
            return absence(node, model::Absence::Optional);
        case Kind::modifier_nullable:
            return absence(node, model::Absence::Nullable);
        case Kind::modifier_pending:
            return pending(node);
        case Kind::modifier_default:
            return default_value(node);
        case Kind::modifier_unique:
            field_.unique = true;
            return;
        case Kind::modifier_column:
            for (NodeId heading : tree_.children(node)) {
                field_.columns.emplace_back(tree_.verbatim(heading));
            }
            return;
        case Kind::modifier_unit:
            return unit(node);
        case Kind::modifier_pattern:
            return pattern(node);
        case Kind::modifier_bounds:
            return bounds(node);
        default:
            return; // the name and the type
        }
    }

  private:
    Workbench& bench_;
    const Tree& tree_;
    model::Field& field_;
    bool absence_said_ = false;

    std::string type() const { return type_words(bench_.schema(), field_.type); }

    void absence(NodeId node, model::Absence kind) {
        if (absence_said_) {
            bench_.messages.add(Message::TwoAbsences, tree_.span(node));
            return;
        }
        absence_said_ = true;
        field_.absence = kind;
    }

    void pending(NodeId node) {
        if (field_.type.kind != TypeKind::Date && field_.type.kind != TypeKind::Unknown) {
            bench_.messages.add(Message::PendingNotDate, tree_.span(node), {field_.name});
            return;
        }
        absence(node, model::Absence::Pending);
    }

    void default_value(NodeId node) {
        absence(node, model::Absence::Default);
        const NodeId written = tree_.children(node).front();
        if (field_.type.kind == TypeKind::Text) {
            field_.default_value = std::string(tree_.verbatim(written));
            return;
        }
        field_.default_value = scalar(written);
    }

    std::optional<model::Scalar> scalar(NodeId written) {
        if (field_.type.kind == TypeKind::Unknown) {
            return std::nullopt;
        }
        const auto value = read_scalar(bench_.schema(), field_.type, tree_.text(written));
        if (!value) {
            bench_.messages.add(Message::BadModifierValue, tree_.span(written),
                                {tree_.display(written), type()});
        }
        return value;
    }

    bool misfit(NodeId node, bool fits, const char* word) {
        if (!fits && field_.type.kind != TypeKind::Unknown) {
            bench_.messages.add(Message::ModifierMisfit, tree_.span(node), {word, type()});
        }
        return !fits;
    }

    void unit(NodeId node) {
        if (misfit(node, is_numeric(field_.type.kind), "单位")) {
            return;
        }
        const NodeId written = tree_.children(node).front();
        const auto one = whole_literal("1" + tree_.text(written));
        const TypeKind kind = one ? literal_type(*one).kind : TypeKind::Unknown;
        const bool fits =
            kind == field_.type.kind || (kind == TypeKind::Integer && field_.type.kind == TypeKind::Number);
        if (!fits) {
            bench_.messages.add(Message::BadModifierValue, tree_.span(written),
                                {tree_.display(written), type()});
            return;
        }
        field_.unit = std::get<value::Number>(literal_scalar(*one));
    }

    void pattern(NodeId node) {
        if (misfit(node, field_.type.kind == TypeKind::Text, "格式")) {
            return;
        }
        const NodeId written = tree_.children(node).front();
        field_.pattern = tree_.verbatim(written);
        try {
            const std::regex tried(field_.pattern);
        } catch (const std::regex_error&) {
            bench_.messages.add(Message::BadPattern, tree_.span(written), {field_.pattern});
            field_.pattern.clear();
        }
    }

    void bounds(NodeId node) {
        if (misfit(node, is_numeric(field_.type.kind), "在…至…之间")) {
            return;
        }
        const std::vector<NodeId> ends = tree_.children(node);
        const auto low = scalar(ends.front());
        const auto high = scalar(ends.back());
        if (low && high) {
            field_.minimum = std::get<value::Number>(*low);
            field_.maximum = std::get<value::Number>(*high);
        }
    }
};

} // namespace

void read_modifiers(Workbench& bench, const Tree& tree, NodeId decl, model::Field& field) {
    Modifiers modifiers(bench, tree, field);
    for (NodeId part : tree.children(decl)) {
        modifiers.read(part);
    }
}

} // namespace tiaoli::check
