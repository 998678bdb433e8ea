// Enumerations of which no field is, and record types that no matter, field or rule speaks of.
#include "workbench.hpp"

#include "tiaoli/model/walk.hpp"

#include <algorithm>

namespace tiaoli::check {

namespace {

using diag::Message;

/// What the policy speaks of. Whatever is mentioned anywhere counts: this check says only what is certain.
class Mentions {
  public:
    explicit Mentions(const model::Policy& policy) : schema_(policy.schema) {
        for (const model::Field& field : schema_.fields) {
            take(field.type);
        }
        for (const model::Matter& matter : schema_.matters) {
            records_.insert(matter.record);
        }
        for (const model::Version& version : policy.versions) {
            for (const model::Parameter& parameter : version.parameters) {
                take(parameter.type);
            }
            for (const model::Expr& expr : version.exprs) {
                take(expr);
            }
            take_definitions(version);
        }
    }

    bool has(model::EnumerationId id) const { return enumerations_.contains(id); }
    bool has(model::RecordId id) const { return records_.contains(id); }

  private:
    const model::Schema& schema_;
    std::set<model::EnumerationId> enumerations_;
    std::set<model::RecordId> records_;

    void take(const model::Type& type) {
        if (type.kind == model::TypeKind::Enumeration) {
            enumerations_.insert(type.enumeration);
        } else if (type.kind == model::TypeKind::Reference) {
            records_.insert(type.record);
        }
    }

    void take(const model::Expr& expr) {
        take(expr.type);
        if (const auto* field = std::get_if<model::FieldOf>(&expr.node)) {
            records_.insert(schema_.fields[field->field].record);
        } else if (const auto* aggregate = std::get_if<model::Aggregate>(&expr.node)) {
            records_.insert(aggregate->set.record);
        }
    }

    void take_definitions(const model::Version& version) {
        for (const auto& [field, definition] : version.definitions) {
            records_.insert(schema_.fields[field].record);
        }
        for (const auto& [field, state] : version.states) {
            records_.insert(schema_.fields[field].record);
        }
    }
};

} // namespace

void check_unused_types(Workbench& bench) {
    const Mentions mentions(bench.policy);
    const model::Schema& schema = bench.schema();
    for (std::uint32_t index = 0; index < schema.enumerations.size(); ++index) {
        const model::EnumerationId id{index};
        const model::Enumeration& enumeration = schema.enumerations[id];
        if (!enumeration.name.empty() && enumeration.declared.source.valid() && !mentions.has(id)) {
            bench.messages.add(Message::UnusedEnumeration, enumeration.declared, {enumeration.name});
        }
    }
    for (std::uint32_t index = 0; index < schema.records.size(); ++index) {
        const model::RecordId id{index};
        if (!mentions.has(id)) {
            bench.messages.add(Message::UnusedRecord, schema.records[id].declared, {schema.records[id].name});
        }
    }
}

} // namespace tiaoli::check
