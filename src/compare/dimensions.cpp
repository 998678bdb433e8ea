// Looks around the record that a matter reviews.
#include "dimensions.hpp"

#include "tiaoli/explain/wording.hpp"
#include "tiaoli/model/provisions.hpp"

#include <algorithm>
#include <set>

namespace tiaoli::compare {

namespace {

/// So many references are followed: a recovery refers to a loan, the loan to its bank and its enterprise, which has a size.
constexpr std::size_t farthest = 2;

class Search {
  public:
    Search(const model::Policy& policy, model::MatterId matter)
        : schema_(policy.schema), version_(policy.versions[model::VersionId{0}]), matter_(matter) {}

    std::vector<GroupingField> run() {
        const model::Matter& matter = schema_.matters[matter_];
        std::vector<Stand> stands{{matter.record, {}}};
        for (std::size_t at = 0; at < stands.size(); ++at) {
            const Stand stand = stands[at];
            look(stand, stands);
        }
        for (const model::FieldId output : matter.outputs)
            offer({}, output);
        if (schema_.records[matter.record].day.valid())
            found_.push_back(
                {"年度（" + schema_.fields[schema_.records[matter.record].day].name + "）", {}, {}, false});
        return std::move(found_);
    }

  private:
    /// A record that the reviewed one refers to, and the way to it.
    struct Stand {
        model::RecordId record;
        std::vector<model::FieldId> way;
    };

    void look(const Stand& stand, std::vector<Stand>& stands) {
        for (std::uint32_t index = 0; index < schema_.fields.size(); ++index) {
            const model::Field& field = schema_.fields[model::FieldId{index}];
            if (field.record != stand.record)
                continue;
            const bool stored = field.role == model::FieldRole::Stored;
            const bool derived =
                field.role == model::FieldRole::Derived || field.role == model::FieldRole::AsOf;
            if (!stored && !(derived && model::gives(version_, {index})))
                continue;
            offer(stand.way, {index});
            if (stored && field.type.kind == model::TypeKind::Reference && stand.way.size() < farthest) {
                Stand next{field.type.record, stand.way};
                next.way.push_back({index});
                stands.push_back(std::move(next));
            }
        }
    }

    void offer(const std::vector<model::FieldId>& way, model::FieldId id) {
        const model::Field& field = schema_.fields[id];
        const bool refers =
            field.type.kind == model::TypeKind::Reference && !schema_.records[field.type.record].day.valid();
        if ((!refers && field.type.kind != model::TypeKind::Enumeration) || !named_.insert(field.name).second)
            return;
        std::string name;
        for (const model::FieldId step : way)
            name += schema_.fields[step].name + "的";
        found_.push_back({name + field.name, way, id, refers});
    }

    const model::Schema& schema_;
    const model::Version& version_;
    model::MatterId matter_;
    std::set<std::string> named_;
    std::vector<GroupingField> found_;
};

} // namespace

std::vector<GroupingField> grouping_fields(const model::Policy& policy, model::MatterId matter) {
    return Search{policy, matter}.run();
}

std::string group_of(const Side& side, interp::Evaluator& evaluator, const GroupingField& field,
                     model::MatterId matter, std::uint32_t instance) {
    constexpr const char* none = "无";
    const model::Schema& schema = side.project.policy.schema;
    model::RecordId record = schema.matters[matter].record;
    std::uint32_t row = evaluator.instances(matter)[instance].row;
    for (const model::FieldId step : field.way) {
        const data::Table& table = side.data.table(record);
        if (table.presence(row, step) != data::Presence::Given)
            return none;
        const auto& to = std::get<model::RowRef>(table.scalar(row, step));
        record = to.record;
        row = to.row;
        if (row >= side.data.table(record).rows()) // a row that was turned back has no value that is certain
            return none;
    }
    if (!field.field.valid()) {
        const model::FieldId day = schema.records[record].day;
        const data::Table& table = side.data.table(record);
        return table.presence(row, day) == data::Presence::Given
                   ? std::to_string(std::get<value::Date>(table.scalar(row, day)).year()) + "年"
                   : none;
    }
    const model::Field& asked = schema.fields[field.field];
    if (asked.role == model::FieldRole::Stored) {
        const data::Table& table = side.data.table(record);
        if (table.presence(row, field.field) != data::Presence::Given)
            return none;
        return explain::scalar_text({side.project, side.data}, asked.type, table.scalar(row, field.field));
    }
    const bool of_matter = asked.matter.valid();
    const std::string text = explain::plain_text({side.project, side.data}, asked.type,
                                                 evaluator.field(field.field, of_matter ? instance : row));
    return text.empty() ? none : text;
}

} // namespace tiaoli::compare
