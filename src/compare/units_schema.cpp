// What the version says of itself, and what its case data look like.
#include "units.hpp"

#include <algorithm>

namespace tiaoli::compare {

void UnitCollector::collect_force() {
    const auto say = [&](std::string_view title, const Meaning& meaning, const std::string& words) {
        Unit& unit = add(UnitKind::Force, {}, {});
        unit.name = title;
        unit.title = title;
        unit.words = words;
        unit.meaning = meaning;
    };
    const auto text = [&](std::string_view title, const std::string& words) {
        MeaningWriter meaning = writer();
        meaning.word(words);
        say(title, meaning.take(), words);
    };
    const auto day = [&](std::string_view title, const std::optional<value::Date>& on,
                         std::string_view note) {
        MeaningWriter meaning = writer();
        meaning.day(on);
        meaning.word(note);
        say(title, meaning.take(), on ? on->to_chinese_text() + std::string{note} : "无");
    };
    text("政策", schema_.policy_name);
    text("版本", version_.name);
    if (!version_.document_number.empty())
        text("文号", version_.document_number);
    day("施行", version_.effective, version_.provisional ? "（暂定）" : "");
    units.back().article = article_of(syntax::Kind::effective);
    if (version_.expires) {
        day("有效期至", version_.expires, "");
        units.back().article = article_of(syntax::Kind::expires);
    }
    std::vector<std::string> repealed = version_.repeals;
    std::sort(repealed.begin(), repealed.end());
    std::string all;
    for (const std::string& each : repealed)
        all += (all.empty() ? "" : "、") + each;
    if (!all.empty()) {
        text("废止", all);
        units.back().article = article_of(syntax::Kind::repeals);
    }
}

/// By its bytes: what days it names cannot be asked of it.
void UnitCollector::collect_calendar() {
    for (const project::PolicyFile& file : project_.files) {
        if (!file.path.ends_with(".csv")) // the only files of a project that are no policy files
            continue;
        Unit& unit = add(UnitKind::Calendar, {}, {});
        unit.name = "日历";
        unit.title = unit.name;
        unit.words = file.path.substr(file.path.find_last_of('/') + 1);
        MeaningWriter meaning = writer();
        meaning.word(file.sha256);
        unit.meaning = meaning.take();
    }
}

void UnitCollector::collect_schema() {
    for (const model::Enumeration& enumeration : schema_.enumerations) {
        if (enumeration.name.empty() || !enumeration.declared.source.valid())
            continue;
        Unit& unit = add(UnitKind::Enumeration, {}, enumeration.declared);
        unit.name = enumeration.name;
        unit.title = enumeration.name;
        MeaningWriter meaning = writer();
        for (const std::string& value : enumeration.values)
            meaning.word(value);
        unit.meaning = meaning.take();
    }
    std::vector<std::pair<int, std::string>> order;
    for (std::uint32_t index = 0; index < schema_.records.size(); ++index) {
        const model::Record& record = schema_.records[model::RecordId{index}];
        collect_record({index});
        if (record.day.valid())
            order.emplace_back(record.rank, record.name);
    }
    std::sort(order.begin(), order.end());
    Unit& unit = add(UnitKind::Order, {}, {});
    unit.name = "同日次序";
    unit.title = unit.name;
    MeaningWriter meaning = writer();
    for (const auto& [rank, name] : order) {
        meaning.word(name);
        unit.words += (unit.words.empty() ? "" : "、") + name;
    }
    unit.meaning = meaning.take();
}

void UnitCollector::collect_record(model::RecordId id) {
    const model::Record& record = schema_.records[id];
    Unit& unit = add(UnitKind::Record, {}, record.declared);
    unit.name = record.name;
    unit.title = record.name;
    unit.words = record.name + "（";
    MeaningWriter meaning = writer();
    for (const model::FieldId key : record.key) {
        meaning.field(key);
        unit.words += (key == record.key.front() ? "" : "、") + schema_.fields[key].name;
    }
    unit.words += "）";
    meaning.field(record.day);
    if (record.day.valid())
        unit.words += "，发生于" + schema_.fields[record.day].name;
    unit.meaning = meaning.take();
    for (const model::FieldId field : record.fields)
        collect_field(schema_.fields[field]);
}

void UnitCollector::collect_field(const model::Field& field) {
    Unit& unit = add(UnitKind::Field, {}, field.declared);
    unit.home = schema_.records[field.record].name;
    unit.name = field.name;
    unit.title = unit.home + "的" + field.name;
    unit.words = line_at(field.declared);
    MeaningWriter meaning = writer();
    meaning.type(field.type);
    meaning.number(static_cast<std::size_t>(field.absence));
    if (field.default_value)
        meaning.scalar(*field.default_value, field.type);
    for (const auto& bound : {field.minimum, field.maximum}) {
        if (bound)
            meaning.scalar(*bound, field.type);
        else
            meaning.word("-");
    }
    for (const std::string& column : field.columns)
        meaning.word(column);
    meaning.word(field.unit.to_text());
    meaning.word(field.pattern);
    meaning.word(field.unique ? "unique" : "any");
    unit.meaning = meaning.take();
}

void UnitCollector::collect_matters() {
    for (const model::MatterTerms& terms : version_.matters)
        collect_terms(terms);
}

void UnitCollector::collect_terms(const model::MatterTerms& terms) {
    const model::Matter& matter = schema_.matters[terms.matter];
    Unit& unit = add(UnitKind::Matter, {}, terms.span.source.valid() ? terms.span : matter.declared);
    unit.name = matter.name;
    unit.title = matter.name;
    MeaningWriter meaning = writer();
    meaning.word(schema_.records[matter.record].name);
    meaning.number(static_cast<std::size_t>(matter.recurrence));
    for (const model::ExprId each : {terms.governed, terms.facts_until, terms.reviewed, terms.since})
        meaning.expr(each);
    meaning.word(terms.survives_expiry ? "survives" : "ends");
    unit.meaning = meaning.take();
}

} // namespace tiaoli::compare
