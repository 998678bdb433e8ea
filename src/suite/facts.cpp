// Joins the facts of an example with those that it starts from; a later value for the same field wins.
#include "facts.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace tiaoli::suite {

namespace {

/// The word that blanks a value.
constexpr std::string_view blank_word = "缺";

/// The examples from the first one that all start from to `example` itself.
std::vector<const model::Example*> chain_of(const model::Version& version, const model::Example& example) {
    std::vector<const model::Example*> chain{&example};
    std::set<std::string> met{example.name};
    while (!chain.back()->like.empty() && met.insert(chain.back()->like).second) {
        const auto found =
            std::find_if(version.examples.begin(), version.examples.end(),
                         [&](const model::Example& other) { return other.name == chain.back()->like; });
        if (found == version.examples.end())
            break;
        chain.push_back(&*found);
    }
    std::reverse(chain.begin(), chain.end());
    return chain;
}

data::RowText* find_row(std::vector<data::RowText>& rows, model::RecordId record, const std::string& key) {
    for (data::RowText& row : rows) {
        if (row.record == record && row.key == key)
            return &row;
    }
    return nullptr;
}

void set_value(data::RowText& row, const model::ExampleFact::Value& value) {
    const data::RowText::Value text{value.field, value.text == blank_word ? std::string{} : value.text,
                                    value.span};
    for (data::RowText::Value& held : row.values) {
        if (held.field == value.field) {
            held = text;
            return;
        }
    }
    row.values.push_back(text);
}

void apply(std::vector<data::RowText>& rows, const model::ExampleFact& fact) {
    data::RowText* row = find_row(rows, fact.record, fact.key);
    if (row == nullptr) {
        rows.push_back({fact.record, fact.key, {}, fact.span});
        row = &rows.back();
    }
    if (!fact.like.empty()) {
        const data::RowText* like = find_row(rows, fact.record, fact.like);
        if (like != nullptr)
            row->values = like->values;
    }
    for (const model::ExampleFact::Value& value : fact.values)
        set_value(*row, value);
}

} // namespace

std::vector<data::RowText> rows_of(const model::Version& version, const model::Example& example) {
    std::vector<data::RowText> rows;
    for (const model::Example* each : chain_of(version, example)) {
        for (const model::ExampleFact& fact : each->facts)
            apply(rows, fact);
    }
    return rows;
}

std::vector<data::SettledText> settled_of(const model::Schema& schema, const model::Version& version,
                                          const model::Example& example) {
    std::map<std::tuple<model::MatterId, std::string, std::string>, data::SettledText> found;
    for (const model::Example* each : chain_of(version, example)) {
        for (const model::ExampleSettled& stated : each->settled) {
            data::SettledText text{
                stated.matter, stated.key, {{"结论", stated.verdict, stated.span}}, stated.span};
            if (!stated.period.empty())
                text.values.push_back({"期间", stated.period, stated.span});
            if (!stated.day.empty())
                text.values.push_back({"决定日", stated.day, stated.span});
            for (const model::ExampleFact::Value& output : stated.outputs)
                text.values.push_back({schema.fields[output.field].name, output.text, output.span});
            found[{stated.matter, stated.key, stated.period}] = std::move(text);
        }
    }
    std::vector<data::SettledText> out;
    for (auto& [place, text] : found)
        out.push_back(std::move(text));
    return out;
}

} // namespace tiaoli::suite
