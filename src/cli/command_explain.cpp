// explain: one decision, opened down to the cells of the case files.
#include "command.hpp"

#include "tiaoli/explain/decision_text.hpp"
#include "tiaoli/source/characters.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tiaoli::cli {

namespace {

/// The matters asked for, all of one record type.
std::vector<model::MatterId> matters_named(const std::string& name, const model::Schema& schema,
                                           diag::Diagnostics& messages) {
    std::vector<model::MatterId> out;
    std::vector<std::string> names;
    std::string reviewed;
    for (std::uint32_t index = 0; index < schema.matters.size(); ++index) {
        const model::Matter& matter = schema.matters[model::MatterId{index}];
        const std::string& record = schema.records[matter.record].name;
        if (name == matter.name || name == record)
            out.push_back(model::MatterId{index});
        names.push_back(matter.name);
        if (std::find(names.begin(), names.end(), record) == names.end()) {
            names.push_back(record);
            reviewed += (reviewed.empty() ? "" : "、") + record;
        }
    }
    if (!out.empty())
        return out;
    const bool is_record = std::any_of(schema.records.begin(), schema.records.end(),
                                       [&](const model::Record& record) { return record.name == name; });
    if (is_record)
        messages.add(diag::Message::RecordWithoutMatter, std::monostate{}, {name, reviewed});
    else
        add_with_nearest(messages, diag::Message::UnknownRecord, {name}, name, names);
    return out;
}

/// Why the row of that key was not taken; false when no such row was turned back.
bool say_turned_back(const Arguments& arguments, const project::Project& project, const data::CaseData& data,
                     model::RecordId record, const std::string& key) {
    for (const data::TurnedBackRow& row : data.turned_back) {
        if (row.record != record || row.matter.valid() || row.key != key)
            continue;
        diag::Diagnostics messages;
        messages.add(diag::Message::RowNotTaken, row.place,
                     {project.policy.schema.records[record].name, key});
        for (const std::size_t index : row.reasons) {
            const diag::Diagnostic& reason = data.messages.all().at(index);
            messages.add(reason.message, reason.place) = reason;
        }
        fmt::print(stderr, "{}", diag::render_text(messages, project.sources, arguments.language));
        return true;
    }
    return false;
}

Exit say_unknown_key(const Arguments& arguments, const std::string& record, const std::string& key,
                     const data::Table& table) {
    std::vector<std::string> keys;
    for (std::uint32_t row = 0; row < table.rows(); ++row)
        keys.push_back(table.key(row));
    diag::Diagnostics messages;
    add_with_nearest(messages, diag::Message::UnknownKey, {record, key}, key, keys);
    return say_usage(messages, arguments.language);
}

bool recurs(const explain::Scene& scene, model::MatterId matter) {
    return scene.schema().matters[matter].recurrence != model::Recurrence::Once;
}

/// With a period only what recurs is explained.
std::string text_of(const explain::Scene& scene, interp::Evaluator& evaluator, model::MatterId matter,
                    std::uint32_t row, const std::string& period) {
    if (!recurs(scene, matter))
        return period.empty() ? explain::decision_text(scene, evaluator, matter, row) : std::string{};
    if (const auto text = explain::period_text(scene, evaluator, matter, row, period))
        return *text;
    const model::Matter& declared = scene.schema().matters[matter];
    const std::string_view none = explain::in(scene.language, "没有一期要审核", "is reviewed in no period");
    return period.empty() ? fmt::format("{}　{}{}{}\n", explain::row_text(scene, {declared.record, row}),
                                        declared.name, explain::in(scene.language, "：", ": "), none)
                          : std::string{};
}

/// Whether some matter reviews the row in that period; says which there are where none does.
bool has_period(const Arguments& arguments, const explain::Scene& scene, interp::Evaluator& evaluator,
                const std::vector<model::MatterId>& matters, std::uint32_t row, const std::string& period) {
    std::string all;
    for (const model::MatterId matter : matters) {
        if (!recurs(scene, matter))
            continue;
        for (const std::string& each : explain::periods_of(evaluator, matter, row)) {
            if (each == period)
                return true;
            all += (all.empty() ? "" : "、") + each;
        }
    }
    diag::Diagnostics messages;
    messages.add(diag::Message::UnknownPeriod, std::monostate{}, {arguments.words[3], period, all});
    say_usage(messages, arguments.language);
    return false;
}

Exit explain_row(const Arguments& arguments, const project::Project& project, const data::CaseData& data,
                 const interp::Options& options, const std::vector<model::MatterId>& matters) {
    const model::Schema& schema = project.policy.schema;
    const model::RecordId record = schema.matters[matters.front()].record;
    const data::Table& table = data.table(record);
    const std::string& key = arguments.words[3];
    auto row = table.find(key);
    if (!row)
        row = table.find(source::fold_width(key));
    if (!row)
        return say_turned_back(arguments, project, data, record, key)
                   ? Exit::TurnedBack
                   : say_unknown_key(arguments, schema.records[record].name, key, table);
    interp::Evaluator evaluator{project.policy, data, options};
    evaluator.settle();
    const explain::Scene scene{project, data, arguments.language};
    const std::string period = arguments.words.size() > 4 ? source::fold_width(arguments.words[4]) : "";
    if (!period.empty() && !has_period(arguments, scene, evaluator, matters, *row, period))
        return Exit::Usage;
    bool first = true;
    for (const model::MatterId matter : matters) {
        const std::string text = text_of(scene, evaluator, matter, *row, period);
        fmt::print("{}{}", first || text.empty() ? "" : "\n", text);
        first = first && text.empty();
    }
    return Exit::Done;
}

} // namespace

Exit command_explain(const Arguments& arguments) {
    if (!has_words(arguments, 4, 5))
        return Exit::Usage;
    Exit exit = Exit::Done;
    const auto project = load_sound_policy(arguments.words[0], arguments, exit);
    if (!project)
        return exit;
    diag::Diagnostics mistakes;
    const interp::Options options = read_options(arguments, *project, mistakes);
    std::vector<model::MatterId> matters =
        matters_named(arguments.words[2], project->policy.schema, mistakes);
    const std::vector<model::MatterId> asked = matters_asked(arguments, project->policy.schema, mistakes);
    std::erase_if(matters, [&](model::MatterId matter) {
        return std::find(asked.begin(), asked.end(), matter) == asked.end();
    });
    if (matters.empty() && !mistakes.has_errors())
        mistakes.add(diag::Message::MatterOfOther, std::monostate{}, {*arguments.matter, arguments.words[2]});
    if (mistakes.has_errors())
        return say_usage(mistakes, arguments.language);
    const auto data = data::read_cases(project->policy.schema, arguments.words[1]);
    if (!data.ok())
        return say_failure(data.failure(), arguments.language);
    return explain_row(arguments, *project, data.value(), options, matters);
}

} // namespace tiaoli::cli
