// Builds, cuts and decides worlds of facts.
#include "worlds.hpp"

#include "tiaoli/base/match.hpp"

#include <fmt/format.h>

#include <set>

namespace tiaoli::property {

namespace {

std::string scalar_text(const model::Schema& schema, const data::CaseData& data, const model::Field& field,
                        const model::Scalar& scalar) {
    return base::match(
        scalar, [](bool yes) { return std::string{yes ? "是" : "否"}; },
        [&](const value::Number& number) {
            return field.type.kind == model::TypeKind::Ratio ? (number * value::Number{100}).to_text() + "%"
                                                             : number.to_text();
        },
        [](const value::Date& date) { return date.to_text(); },
        [](const value::Duration& length) { return length.to_text(); },
        [](const value::Period& period) { return period.to_text(); },
        [](const std::string& text) { return text; },
        [&](const model::EnumerationValue& word) {
            return schema.enumerations[word.enumeration].values.at(word.index);
        },
        [&](const model::RowRef& row) { return data.table(row.record).key(row.row); });
}

const std::string* text_of(const data::RowText& row, model::FieldId field) {
    for (const data::RowText::Value& value : row.values) {
        if (value.field == field)
            return &value.text;
    }
    return nullptr;
}

using Keys = std::set<std::pair<model::RecordId, std::string>>;

bool refers_to_kept(const model::Schema& schema, const data::RowText& row, const Keys& kept) {
    for (const data::RowText::Value& value : row.values) {
        const model::Field& field = schema.fields[value.field];
        const bool refers = field.type.kind == model::TypeKind::Reference && !value.text.empty();
        if (refers && !kept.contains({field.type.record, value.text}))
            return false;
    }
    return true;
}

/// Drops rows that refer to rows that are not there, until none is left.
void drop_loose(const model::Schema& schema, std::vector<data::RowText>& kept) {
    for (bool dropped = true; dropped;) {
        Keys keys;
        for (const data::RowText& row : kept)
            keys.insert({row.record, row.key});
        const auto loose = [&](const data::RowText& row) { return !refers_to_kept(schema, row, keys); };
        dropped = std::erase_if(kept, loose) > 0;
    }
}

using Days = std::map<std::pair<model::RecordId, std::string>, std::string>;

bool is_backdated(const model::Schema& schema, const data::RowText& row, const Days& days) {
    const auto own = days.find({row.record, row.key});
    if (own == days.end())
        return false;
    for (const data::RowText::Value& value : row.values) {
        const model::Field& field = schema.fields[value.field];
        const auto other = days.find({field.type.record, value.text});
        const bool refers = field.type.kind == model::TypeKind::Reference && other != days.end();
        if (refers && other->second >= own->second)
            return true;
    }
    return false;
}

std::string value_text(const model::Schema& schema, const data::CaseData& data, model::FieldId field,
                       const interp::Value& value) {
    const auto* scalar = std::get_if<model::Scalar>(&value);
    return scalar != nullptr ? scalar_text(schema, data, schema.fields[field], *scalar)
                             : "#" + std::to_string(value.index());
}

std::string decision_text(const model::Schema& schema, const data::CaseData& data,
                          const interp::Decision& decision) {
    std::string text{model::verdict_name(decision.verdict)};
    for (const interp::OutputValue& output : decision.outputs)
        text += " " + value_text(schema, data, output.field, output.value);
    text += decision.trial ? " 试算 " : " ";
    for (const interp::RuleOutcome& rule : decision.rules)
        text += "+-0?!"[static_cast<std::size_t>(rule.state)];
    return text;
}

} // namespace

project::Project load_policy(const std::string& path) {
    project::Project loaded = project::load(path).value();
    if (loaded.messages.has_errors())
        throw std::runtime_error(diag::render_text(loaded.messages, loaded.sources, diag::Language::Chinese));
    return loaded;
}

project::Project load_text(const std::string& policy_text) {
    const ScratchFolder folder;
    write_text(folder.path() + "/text.policy", policy_text);
    return load_policy(folder.path());
}

std::vector<data::RowText> rows_of_folder(const model::Schema& schema, const std::string& path) {
    const data::CaseData data = data::read_cases(schema, path).value();
    std::vector<data::RowText> rows;
    for (std::uint32_t index = 0; index < schema.records.size(); ++index) {
        const data::Table& table = data.table({index});
        for (std::uint32_t at = 0; at < table.rows(); ++at) {
            data::RowText row{{index}, table.key(at), {}, {}};
            for (const model::FieldId field : schema.records[{index}].fields) {
                const bool given = table.presence(at, field) == data::Presence::Given;
                row.values.push_back(
                    {field,
                     given ? scalar_text(schema, data, schema.fields[field], table.scalar(at, field))
                           : std::string{},
                     {}});
            }
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

std::vector<data::RowText> without_backdated(const model::Schema& schema,
                                             const std::vector<data::RowText>& rows) {
    Days days;
    for (const data::RowText& row : rows) {
        const model::FieldId own_day = schema.records[row.record].day;
        if (own_day.valid())
            days[{row.record, row.key}] = *text_of(row, own_day);
    }
    std::vector<data::RowText> kept = rows;
    std::erase_if(kept, [&](const data::RowText& row) { return is_backdated(schema, row, days); });
    drop_loose(schema, kept);
    return kept;
}

std::vector<data::RowText> rows_before(const model::Schema& schema, const std::vector<data::RowText>& rows,
                                       value::Date day) {
    std::vector<data::RowText> kept;
    for (const data::RowText& row : rows) {
        const model::FieldId own_day = schema.records[row.record].day;
        if (!own_day.valid() || *text_of(row, own_day) < day.to_text())
            kept.push_back(row);
    }
    drop_loose(schema, kept);
    return kept;
}

std::map<std::string, DecidedText> decisions_of(const model::Policy& policy,
                                                const std::vector<data::RowText>& rows, value::Date today,
                                                const std::vector<data::SettledText>& settled) {
    const model::Schema& schema = policy.schema;
    const data::CaseData data = data::build_tables(schema, rows, settled);
    if (!data.turned_back.empty())
        throw std::runtime_error("a row was turned back: " + data.turned_back.front().key);
    interp::Evaluator evaluator{policy, data, interp::Options{today, {}, {}, {}}};
    std::map<std::string, DecidedText> decisions;
    for (std::uint32_t index = 0; index < schema.matters.size(); ++index) {
        const model::Matter& matter = schema.matters[{index}];
        const data::Table& table = data.table(matter.record);
        const auto count = static_cast<std::uint32_t>(evaluator.instances({index}).size());
        for (std::uint32_t at = 0; at < count; ++at) {
            const interp::Decision& decision = evaluator.decide({index}, at);
            const std::string period = decision.period ? " " + decision.period->to_text() : "";
            decisions[matter.name + " " + table.key(decision.row) + period] = {
                value::Date{decision.moment.day}, decision_text(schema, data, decision)};
        }
    }
    return decisions;
}

} // namespace tiaoli::property
