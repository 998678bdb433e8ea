// Declares the stored fields of one record type: types, key, day.
#include "declare_fields.hpp"

#include <algorithm>

namespace tiaoli::check {

namespace {

using diag::Message;
using model::TypeKind;

struct TypeName {
    std::string_view chinese;
    std::string_view english;
    TypeKind kind;
};

constexpr TypeName type_names[] = {
    {"文本", "text", TypeKind::Text},       {"是否", "yesno", TypeKind::Bool},
    {"整数", "integer", TypeKind::Integer}, {"数值", "number", TypeKind::Number},
    {"金额", "money", TypeKind::Money},     {"比例", "ratio", TypeKind::Ratio},
    {"日期", "date", TypeKind::Date},       {"期间", "duration", TypeKind::Duration}};

class FieldsDeclaration {
  public:
    FieldsDeclaration(Workbench& bench, const RecordWork& work)
        : bench_(bench), tree_(*work.tree), decl_(work.decl), record_(work.id) {}

    void run() {
        for (NodeId part : tree_.children(decl_)) {
            if (tree_.kind(part) == Kind::field_decl) {
                declare(part);
            }
        }
        for (NodeId part : tree_.children(decl_)) {
            if (tree_.kind(part) == Kind::key) {
                take_key(part);
            } else if (tree_.kind(part) == Kind::occurs_at) {
                take_day(tree_.child(part, Kind::name));
            }
        }
    }

  private:
    Workbench& bench_;
    const Tree& tree_;
    NodeId decl_;
    model::RecordId record_;

    model::Record& record() { return bench_.schema().records[record_]; }

    void declare(NodeId decl) {
        const NodeId name = tree_.child(decl, Kind::name);
        const auto [place, is_new] = bench_.names.fields.try_emplace({record_, tree_.text(name)});
        if (!is_new) {
            const source::Span before = bench_.schema().fields[place->second].declared;
            bench_.messages.add(Message::DuplicateName, tree_.span(name), {tree_.display(name)}).notes = {
                {before, Message::OtherPlace, {}}};
            return;
        }
        check_name(bench_, tree_, name);
        model::Field field;
        field.name = tree_.display(name);
        field.record = record_;
        field.type = read_type(decl);
        field.declared = tree_.span(name);
        read_modifiers(bench_, tree_, decl, field);
        place->second = bench_.schema().fields.add(std::move(field));
        record().fields.push_back(place->second);
    }

    model::Type read_type(NodeId decl) {
        if (const NodeId list = tree_.child(decl, Kind::inline_values); list.valid()) {
            return {TypeKind::Enumeration, declare_values(bench_, tree_, tree_.children(list), {})};
        }
        const NodeId written = tree_.child(decl, Kind::type_name);
        const std::string name = tree_.text(written);
        for (const TypeName& type : type_names) {
            if (name == type.chinese || name == type.english) {
                return {type.kind};
            }
        }
        if (const auto found = bench_.names.enumerations.find(name);
            found != bench_.names.enumerations.end()) {
            return {TypeKind::Enumeration, found->second};
        }
        if (const auto found = bench_.names.records.find(name); found != bench_.names.records.end()) {
            return {TypeKind::Reference, {}, found->second};
        }
        report_type(written, name);
        return {};
    }

    void report_type(NodeId written, const std::string& name) {
        std::vector<std::string> names;
        for (const TypeName& type : type_names) {
            names.emplace_back(type.chinese);
        }
        for (const auto& [other, id] : bench_.names.enumerations) {
            names.push_back(other);
        }
        for (const auto& [other, id] : bench_.names.records) {
            names.push_back(other);
        }
        const std::string near = nearest(name, names);
        if (near.empty()) {
            bench_.messages.add(Message::UnknownType, tree_.span(written), {tree_.display(written)});
            return;
        }
        bench_.messages.add(Message::UnknownTypeNear, tree_.span(written), {tree_.display(written), near})
            .fix = diag::Fix{tree_.span(written), near};
    }

    model::FieldId find(NodeId name) const {
        const auto found = bench_.names.fields.find({record_, tree_.text(name)});
        return found == bench_.names.fields.end() ? model::FieldId{} : found->second;
    }

    void take_key(NodeId name) {
        const model::FieldId field = find(name);
        if (!field.valid()) {
            bench_.messages.add(Message::KeyNotField, tree_.span(name), {tree_.display(name), record().name});
            return;
        }
        if (bench_.schema().fields[field].absence != model::Absence::Required) {
            bench_.messages.add(Message::KeyMayBeAbsent, bench_.schema().fields[field].declared,
                                {tree_.display(name)});
        }
        if (std::find(record().key.begin(), record().key.end(), field) != record().key.end()) {
            bench_.messages.add(Message::DuplicateName, tree_.span(name), {tree_.display(name)});
            return;
        }
        record().key.push_back(field);
    }

    void take_day(NodeId name) {
        const model::FieldId field = find(name);
        const bool fits = field.valid() && bench_.schema().fields[field].type.kind == TypeKind::Date &&
                          bench_.schema().fields[field].absence == model::Absence::Required;
        if (fits) {
            record().day = field;
        } else {
            bench_.messages.add(Message::DayNotDate, tree_.span(name), {tree_.display(name), record().name});
        }
    }
};

} // namespace

void declare_fields(Workbench& bench, const RecordWork& work) { FieldsDeclaration(bench, work).run(); }

} // namespace tiaoli::check
