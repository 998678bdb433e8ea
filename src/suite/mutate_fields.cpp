// The changes of what a field of the case data may hold: its ends, and what a blank means.
#include "mutant_list.hpp"

#include "literal_steps.hpp"
#include "node_changes.hpp"

namespace tiaoli::suite {

namespace {

using End = std::optional<value::Number> model::Field::*;

void change_end(MutantList& list, const model::Schema& schema, model::FieldId id, End end, Wording name) {
    const model::Field& field = schema.fields[id];
    if (!(field.*end))
        return;
    const std::string before = scalar_words(schema, *(field.*end), field.type);
    for (const Neighbour& next : neighbours(before, *(field.*end), field.type)) {
        list.add({ChangeKind::Number,
                  field.declared,
                  {},
                  model::VersionId{0},
                  {name.chinese + before, name.english + before},
                  {name.chinese + next.words, name.english + next.words},
                  [id, end, to = std::get<value::Number>(next.value)](model::Policy& policy) {
                      policy.schema.fields[id].*end = to;
                  },
                  {{{}, Witness::Need::Given, 0, id}},
                  true});
    }
}

void change_default(MutantList& list, const model::Schema& schema, model::FieldId id) {
    const model::Field& field = schema.fields[id];
    if (field.absence != model::Absence::Default || !field.default_value)
        return;
    const std::string before = scalar_words(schema, *field.default_value, field.type);
    const auto change = [&](ChangeKind kind, const model::Scalar& value, const std::string& words) {
        list.add({kind,
                  field.declared,
                  {},
                  model::VersionId{0},
                  {"缺省" + before, "default " + before},
                  {"缺省" + words, "default " + words},
                  [id, value](model::Policy& policy) { policy.schema.fields[id].default_value = value; },
                  {},
                  true});
    };
    for (const Neighbour& next : neighbours(before, *field.default_value, field.type))
        change(std::holds_alternative<value::Date>(next.value) ? ChangeKind::Day : ChangeKind::Number,
               next.value, next.words);
    if (const auto other = other_result(schema, *field.default_value))
        change(ChangeKind::Result, *other, scalar_words(schema, *other, field.type));
}

} // namespace

void add_field_mutants(MutantList& list, const project::Project& project) {
    const model::Schema& schema = project.policy.schema;
    for (std::uint32_t index = 0; index < schema.fields.size(); ++index) {
        const model::FieldId id{index};
        if (schema.fields[id].role != model::FieldRole::Stored)
            continue;
        change_end(list, schema, id, &model::Field::minimum, {"不低于", "at least "});
        change_end(list, schema, id, &model::Field::maximum, {"不超过", "at most "});
        change_default(list, schema, id);
    }
}

} // namespace tiaoli::suite
