// Words of letters, fields along references, outputs as decided.
#include "placeholders.hpp"

#include "words.hpp"

#include <algorithm>

namespace tiaoli::letter {

namespace {

Found there(std::string text) {
    if (text.empty())
        return {Found::Kind::Missing, {}, "没有写"};
    return {Found::Kind::There, std::move(text)};
}

Found missing(std::string why) { return {Found::Kind::Missing, {}, std::move(why)}; }

constexpr std::string_view words_of_letters[] = {"今日", "结论", "事项", "政策",    "版本",
                                                 "文号", "键",   "期间", "依据条文"};

/// As the decision saw the field; null where it did not look at it.
const interp::TraceStep* seen(const std::vector<interp::TraceStep>& steps, const model::RowRef& row,
                              model::FieldId field) {
    for (const interp::TraceStep& step : steps) {
        if (step.kind == interp::TraceStep::Kind::State)
            continue; // what stands below it holds on another day
        if (step.row == row && step.field == field && step.kind == interp::TraceStep::Kind::Field)
            return &step;
        if (const interp::TraceStep* found = seen(step.parts, row, field))
            return found;
    }
    return nullptr;
}

std::vector<std::string> path_of(const std::string& name) {
    std::vector<std::string> out;
    std::string rest = name;
    for (std::size_t at = rest.find("．"); at != std::string::npos; at = rest.find("．"))
        rest.replace(at, std::string_view{"．"}.size(), ".");
    for (std::size_t at = rest.find('.'); at != std::string::npos; at = rest.find('.')) {
        out.emplace_back(trimmed(rest.substr(0, at)));
        rest = rest.substr(at + 1);
    }
    out.emplace_back(trimmed(rest));
    return out;
}

} // namespace

Found Placeholders::find(const std::string& name, const Item* item) const {
    if (item != nullptr) {
        if (const auto found = item->find(name); found != item->end())
            return there(found->second);
    }
    if (const auto found = word(name))
        return *found;
    if (const std::vector<Item>* items = list(name)) {
        Found out = there(std::to_string(items->size()));
        out.counts = !items->empty();
        return out;
    }
    return field_path(name);
}

std::optional<Found> Placeholders::word(const std::string& name) const {
    const interp::Decision& decision = explanation_.decision;
    const model::Version* version = decision.version.valid() ? &scene_.version(decision.version) : nullptr;
    if (name == "今日")
        return there(occasion_.today.to_chinese_text());
    if (name == "结论")
        return there(explanation_.verdict);
    if (name == "事项")
        return there(explanation_.matter);
    if (name == "政策")
        return there(scene_.schema().policy_name);
    if (name == "版本")
        return there(version == nullptr ? "" : version->name);
    if (name == "文号")
        return there(version == nullptr ? "" : version->document_number);
    if (name == "键")
        return there(scene_.data.table(matter().record).key(decision.row));
    if (name == "期间")
        return there(explanation_.period);
    if (name == "依据条文")
        return there(lists_.articles);
    return std::nullopt;
}

const std::vector<Item>* Placeholders::list(const std::string& name) const {
    const auto found = lists_.items.find(name);
    return found == lists_.items.end() ? nullptr : &found->second;
}

Found Placeholders::field_path(const std::string& path) const {
    model::RowRef row{matter().record, explanation_.decision.row};
    const std::vector<std::string> names = path_of(path);
    for (std::size_t at = 0; at < names.size(); ++at) {
        const auto field = field_named(row.record, names[at]);
        if (!field)
            return {};
        const model::Type& type = scene_.schema().fields[*field].type;
        const interp::Value value = value_of(row, *field);
        if (at + 1 == names.size())
            return worded(type, value);
        if (type.kind != model::TypeKind::Reference)
            return {};
        const auto* scalar = std::get_if<model::Scalar>(&value);
        if (scalar == nullptr) {
            // Every way further must be a name all the same.
            for (model::RecordId record = type.record; ++at < names.size();) {
                const auto next = field_named(record, names[at]);
                if (!next)
                    return {};
                record = scene_.schema().fields[*next].type.record;
                if (at + 1 < names.size() && !record.valid())
                    return {};
            }
            return worded(type, value);
        }
        row = std::get<model::RowRef>(*scalar);
    }
    return {};
}

Found Placeholders::worded(const model::Type& type, const interp::Value& value) const {
    const auto* scalar = std::get_if<model::Scalar>(&value);
    if (scalar == nullptr) {
        const auto* unknown = std::get_if<interp::UnknownValue>(&value);
        const std::string reasons =
            unknown == nullptr
                ? std::string{}
                : explain::reasons_text(scene_, explanation_.decision.version, unknown->reasons);
        return missing(reasons.empty() ? explain::value_text(scene_, type, value) : reasons);
    }
    const auto* date = std::get_if<value::Date>(scalar);
    Found out =
        there(date != nullptr ? date->to_chinese_text() : explain::scalar_text(scene_, type, *scalar));
    const auto* number = std::get_if<value::Number>(scalar);
    const auto* yes = std::get_if<bool>(scalar);
    out.counts = (number == nullptr || !number->is_zero()) && (yes == nullptr || *yes);
    if (number != nullptr && type.kind == model::TypeKind::Money)
        out.amount = *number;
    return out;
}

std::optional<model::FieldId> Placeholders::field_named(model::RecordId record,
                                                        const std::string& name) const {
    const base::Store<model::Field, model::FieldId>& fields = scene_.schema().fields;
    for (std::uint32_t index = 0; index < fields.size(); ++index) {
        const model::Field& field = fields[{index}];
        const bool is_ours = !field.matter.valid() || field.matter == explanation_.decision.matter;
        const bool is_state =
            field.role == model::FieldRole::State || field.role == model::FieldRole::StateStart;
        if (field.record == record && field.name == name && is_ours && !is_state)
            return model::FieldId{index};
    }
    return std::nullopt;
}

interp::Value Placeholders::value_of(const model::RowRef& row, model::FieldId id) const {
    const model::Field& field = scene_.schema().fields[id];
    const interp::Decision& decision = explanation_.decision;
    const bool is_own = row == model::RowRef{matter().record, decision.row};
    if (field.role == model::FieldRole::Output && is_own) {
        const bool has_none =
            decision.verdict == model::Verdict::Fail || decision.verdict == model::Verdict::Return;
        for (const interp::OutputValue& output : decision.outputs) {
            if (output.field == id && !has_none)
                return output.value;
        }
        return interp::NoValue{};
    }
    if (field.role == model::FieldRole::Stored || field.role == model::FieldRole::Derived)
        return occasion_.evaluator.field(id, row.row);
    if (const interp::TraceStep* step = seen(explanation_.trace, row, id))
        return step->value;
    return interp::NoValue{}; // it holds at a moment, and the decision did not look at it at its own
}

std::vector<std::string> Placeholders::names(const Item* item, const std::string& name) const {
    std::vector<std::string> out;
    model::RecordId record = matter().record;
    std::string before;
    for (const std::string& part : path_of(name)) {
        const auto field = field_named(record, part);
        if (!field || !scene_.schema().fields[*field].type.record.valid())
            break;
        record = scene_.schema().fields[*field].type.record;
        before += part + ".";
    }
    if (before.empty()) {
        for (const auto& [word, text] : item == nullptr ? Item{} : *item)
            out.push_back(word);
        out.insert(out.end(), std::begin(words_of_letters), std::end(words_of_letters));
    }
    for (const model::Field& field : scene_.schema().fields) {
        if (field.record == record)
            out.push_back(before + field.name);
    }
    return out;
}

std::vector<std::string> Placeholders::list_names() const {
    std::vector<std::string> out;
    for (const auto& [name, items] : lists_.items)
        out.push_back(name);
    return out;
}

} // namespace tiaoli::letter
