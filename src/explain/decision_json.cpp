// An explanation as JSON for other programs.
#include "tiaoli/explain/explanation.hpp"

#include "tiaoli/explain/json_writer.hpp"

namespace tiaoli::explain {

namespace {

class DecisionJson {
  public:
    DecisionJson(const Scene& scene, JsonWriter& json) : scene_(scene), json_(json) {}

    void write(const Explanation& explanation);

  private:
    void write_head(const Explanation& explanation);
    void write_grounds(const Explanation& explanation);
    void write_article(const Explanation& explanation, const ArticleEntry& article);
    void write_rule(const RuleEntry& rule);
    void write_output(const OutputEntry& output);
    void write_reading(const ReadingEntry& reading);
    void write_other_reading(const OtherReading& reading);
    void write_step(const Step& step);
    void write_place(const source::Span& span);
    void write_cell(const Step& step);
    void write_texts(std::string_view name, const std::vector<std::string>& texts);
    template <class Items, class Write>
    void write_list(std::string_view name, const Items& items, Write write) {
        json_.key(name);
        json_.open_array();
        for (const auto& item : items)
            write(item);
        json_.close();
    }

    const Scene& scene_;
    JsonWriter& json_;
};

std::string_view kind_name(StepKind kind);
std::string_view kind_name(GroundKind kind);
std::string_view state_name(interp::RuleState state);

} // namespace

std::string decisions_json(const Scene& scene, const std::vector<Explanation>& explanations) {
    JsonWriter json;
    json.open_array();
    for (const Explanation& each : explanations)
        DecisionJson{scene, json}.write(each);
    json.close();
    return json.take();
}

namespace {

void DecisionJson::write(const Explanation& explanation) {
    json_.open_object();
    write_head(explanation);
    if (explanation.not_reviewed.empty()) {
        write_grounds(explanation);
        write_list("articles", explanation.articles,
                   [&](const ArticleEntry& article) { write_article(explanation, article); });
        write_list("outputs", explanation.outputs, [&](const OutputEntry& output) { write_output(output); });
        write_list("readings", explanation.readings,
                   [&](const ReadingEntry& reading) { write_reading(reading); });
        write_list("other_readings", explanation.other_readings,
                   [&](const OtherReading& reading) { write_other_reading(reading); });
        write_texts("readings_without_effect", explanation.readings_without_effect);
        write_list("other_periods", explanation.other_periods, [&](const PeriodVerdict& each) {
            json_.open_object();
            json_.member("period", each.period);
            json_.member("verdict", each.verdict);
            json_.close();
        });
    }
    json_.close();
}

void DecisionJson::write_head(const Explanation& explanation) {
    const model::Matter& matter = scene_.schema().matters[explanation.decision.matter];
    json_.member("record", scene_.schema().records[matter.record].name);
    json_.member("key", scene_.data.table(matter.record).key(explanation.decision.row));
    json_.member("matter", explanation.matter);
    json_.member("period", explanation.period);
    json_.member("not_reviewed", explanation.not_reviewed);
    json_.member("verdict", explanation.verdict);
    if (!explanation.decision.version.valid())
        return;
    const model::Version& version = scene_.version(explanation.decision.version);
    json_.member("version", version.name);
    json_.member("document_number", version.document_number);
    if (is_trial(explanation.decision)) {
        json_.key("trial");
        json_.boolean(true);
    }
}

void DecisionJson::write_grounds(const Explanation& explanation) {
    const bool has_version = explanation.decision.version.valid();
    write_list("grounds", explanation.grounds, [&](const Ground& ground) {
        json_.open_object();
        json_.member("kind", kind_name(ground.kind));
        json_.key("articles");
        json_.open_array();
        for (const model::ArticleId article : ground.articles) {
            if (has_version && article.valid())
                json_.text(article_label(scene_.version(explanation.decision.version), article));
        }
        json_.close();
        json_.member("text", ground.text);
        json_.close();
    });
}

void DecisionJson::write_article(const Explanation& explanation, const ArticleEntry& entry) {
    json_.open_object();
    if (entry.id.valid()) {
        const model::Article& article = scene_.version(explanation.decision.version).articles[entry.id];
        json_.member("article", article.label);
        json_.member("title", article.title);
        write_texts("law", article.paragraphs);
        write_place(article.span);
    }
    write_list("rules", entry.rules, [&](const RuleEntry& rule) { write_rule(rule); });
    json_.close();
}

void DecisionJson::write_rule(const RuleEntry& rule) {
    json_.open_object();
    json_.member("rule", rule.label);
    json_.member("state", state_name(rule.state));
    json_.member("consequence", rule.consequence);
    json_.member("words", rule.words);
    write_place(rule.place);
    json_.member("lifted", rule.lifted);
    json_.member("lifted_by", rule.lifted_by);
    if (!rule.exceptions.empty())
        write_texts("exceptions", rule.exceptions);
    json_.member("remark", rule.remark);
    if (!rule.reasons.empty())
        write_texts("reasons", rule.reasons);
    if (!rule.distances.empty())
        write_list("distances", rule.distances, [&](const Distance& distance) {
            json_.open_object();
            json_.member("comparison", distance.comparison);
            json_.key("holds");
            json_.boolean(distance.holds);
            json_.member("text", distance.text);
            json_.close();
        });
    write_list("steps", rule.steps, [&](const Step& step) { write_step(step); });
    json_.close();
}

void DecisionJson::write_output(const OutputEntry& output) {
    json_.open_object();
    json_.member("name", output.name);
    json_.member("value", output.value);
    write_list("formulas", output.formulas, [&](const FormulaEntry& formula) {
        json_.open_object();
        json_.member("article", article_label(scene_, formula.article));
        json_.member("words", formula.words);
        write_place(formula.place);
        json_.close();
    });
    write_list("steps", output.steps, [&](const Step& step) { write_step(step); });
    json_.close();
}

void DecisionJson::write_reading(const ReadingEntry& reading) {
    json_.open_object();
    json_.member("article", reading.article);
    json_.key("settled");
    json_.boolean(reading.settled);
    json_.member("text", reading.text);
    json_.close();
}

void DecisionJson::write_other_reading(const OtherReading& reading) {
    json_.open_object();
    json_.member("parameter", reading.parameter);
    json_.member("taken", reading.taken);
    json_.member("instead", reading.instead);
    write_list("changes", reading.changes, [&](const OtherReading::Change& change) {
        json_.open_object();
        json_.member("output", change.name);
        json_.member("before", change.before);
        json_.member("after", change.after);
        json_.close();
    });
    json_.close();
}

void DecisionJson::write_step(const Step& step) {
    json_.open_object();
    json_.member("kind", kind_name(step.kind));
    json_.member("name", step.name);
    json_.member("value", step.value);
    json_.member("text", step.text);
    json_.member("article", article_label(scene_, step.article));
    if (step.words.source.valid())
        write_place(step.words);
    if (step.place)
        write_cell(step);
    if (step.id != 0) {
        json_.key("id");
        json_.number(step.id);
    }
    if (step.opened_at != 0) {
        json_.key("opened_at");
        json_.number(step.opened_at);
    }
    if (!step.parts.empty())
        write_list("steps", step.parts, [&](const Step& part) { write_step(part); });
    json_.close();
}

/// The place in the policy files.
void DecisionJson::write_place(const source::Span& span) {
    if (!span.source.valid())
        return;
    json_.member("policy_file", scene_.project.sources[span.source].path);
    json_.key("line");
    json_.number(scene_.project.sources.line_column(span.source, span.begin).line);
}

void DecisionJson::write_cell(const Step& step) {
    json_.key("cell");
    json_.open_object();
    json_.member("file", step.place->file);
    json_.member("sheet", step.place->sheet);
    json_.key("row");
    json_.number(step.place->row);
    json_.key("column");
    step.place->column == 0 ? json_.null() : json_.number(step.place->column);
    json_.member("heading", step.place->heading);
    json_.key("written");
    json_.text(step.written);
    json_.close();
}

void DecisionJson::write_texts(std::string_view name, const std::vector<std::string>& texts) {
    write_list(name, texts, [&](const std::string& text) { json_.text(text); });
}

std::string_view kind_name(StepKind kind) {
    switch (kind) {
    case StepKind::Field:
        return "field";
    case StepKind::Formula:
        return "formula";
    case StepKind::Cell:
        return "cell";
    case StepKind::Total:
        return "total";
    case StepKind::Parameter:
        return "parameter";
    case StepKind::Choice:
        return "choice";
    case StepKind::Adjustment:
        return "adjustment";
    case StepKind::State:
        return "state";
    case StepKind::Split:
        return "split";
    case StepKind::Deadline:
        return "deadline";
    case StepKind::Remark:
        return "remark";
    }
    return {};
}

std::string_view kind_name(GroundKind kind) {
    switch (kind) {
    case GroundKind::Failed:
        return "failed";
    case GroundKind::Wanting:
        return "wanting";
    case GroundKind::Undefined:
        return "undefined";
    case GroundKind::Hint:
        return "hint";
    case GroundKind::Remark:
        return "remark";
    }
    return {};
}

std::string_view state_name(interp::RuleState state) {
    switch (state) {
    case interp::RuleState::Held:
        return "held";
    case interp::RuleState::Failed:
        return "failed";
    case interp::RuleState::NotApplicable:
        return "not_applicable";
    case interp::RuleState::Unknown:
        return "unknown";
    case interp::RuleState::NoValue:
        return "no_value";
    }
    return {};
}

} // namespace

} // namespace tiaoli::explain
