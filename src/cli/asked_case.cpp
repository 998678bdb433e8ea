// Finds the row that a command line names, and says plainly where there is none.
#include "asked_case.hpp"

#include "tiaoli/diag/nearest.hpp"
#include "tiaoli/report/report.hpp"
#include "tiaoli/source/characters.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

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
        diag::add_with_nearest(messages, diag::Message::UnknownRecord, std::monostate{}, {name}, name, names);
    return out;
}

/// Why the row of that key was not taken; false when no such row was turned back.
bool say_turned_back(const Arguments& arguments, const AskedCase& asked, model::RecordId record,
                     const std::string& key) {
    for (const data::TurnedBackRow& row : asked.data.turned_back) {
        if (row.record != record || row.matter.valid() || row.key != key)
            continue;
        diag::Diagnostics messages;
        messages.add(diag::Message::RowNotTaken, row.place,
                     {asked.project.policy.schema.records[record].name, key});
        for (const std::size_t index : row.reasons) {
            const diag::Diagnostic& reason = asked.data.messages.all().at(index);
            messages.add(reason.message, reason.place) = reason;
        }
        fmt::print(stderr, "{}", diag::render_text(messages, asked.project.sources, arguments.language));
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
    diag::add_with_nearest(messages, diag::Message::UnknownKey, std::monostate{}, {record, key}, key, keys);
    return say_usage(messages, arguments.language);
}

bool read_matters(const Arguments& arguments, AskedCase& asked) {
    const model::Schema& schema = asked.project.policy.schema;
    diag::Diagnostics mistakes;
    asked.options = read_options(arguments, asked.project, mistakes);
    asked.matters = matters_named(arguments.words[2], schema, mistakes);
    const std::vector<model::MatterId> wanted = matters_asked(arguments, schema, mistakes);
    std::erase_if(asked.matters, [&](model::MatterId matter) {
        return std::find(wanted.begin(), wanted.end(), matter) == wanted.end();
    });
    if (asked.matters.empty() && !mistakes.has_errors())
        mistakes.add(diag::Message::MatterOfOther, std::monostate{}, {*arguments.matter, arguments.words[2]});
    if (mistakes.has_errors())
        say_usage(mistakes, arguments.language);
    return !mistakes.has_errors();
}

bool read_row(const Arguments& arguments, AskedCase& asked, Exit& exit) {
    const model::Schema& schema = asked.project.policy.schema;
    const model::RecordId record = schema.matters[asked.matters.front()].record;
    const data::Table& table = asked.data.table(record);
    const std::string& key = arguments.words[3];
    auto row = table.find(key);
    if (!row)
        row = table.find(source::fold_width(key));
    if (!row) {
        exit = say_turned_back(arguments, asked, record, key)
                   ? Exit::TurnedBack
                   : say_unknown_key(arguments, schema.records[record].name, key, table);
        return false;
    }
    asked.row = *row;
    asked.period = arguments.words.size() > 4 ? source::fold_width(arguments.words[4]) : "";
    return true;
}

bool recurs(const AskedCase& asked, model::MatterId matter) {
    return asked.project.policy.schema.matters[matter].recurrence != model::Recurrence::Once;
}

/// Whether some matter reviews the row in the period asked for; says which there are where none does.
bool has_period(const Arguments& arguments, const AskedCase& asked, interp::Evaluator& evaluator) {
    std::string all;
    for (const model::MatterId matter : asked.matters) {
        if (!recurs(asked, matter))
            continue;
        for (const std::string& each : explain::periods_of(evaluator, matter, asked.row)) {
            if (each == asked.period)
                return true;
            all += (all.empty() ? "" : "、") + each;
        }
    }
    diag::Diagnostics messages;
    messages.add(diag::Message::UnknownPeriod, std::monostate{}, {arguments.words[3], asked.period, all});
    say_usage(messages, arguments.language);
    return false;
}

} // namespace

std::optional<AskedCase> read_case(const Arguments& arguments, Exit& exit) {
    exit = Exit::Usage;
    if (!has_words(arguments, 4, 5))
        return std::nullopt;
    auto project = load_sound_policy(arguments.words[0], arguments, exit);
    if (!project)
        return std::nullopt;
    AskedCase asked{std::move(*project), {}, {}, {}, 0, {}};
    if (!read_matters(arguments, asked)) {
        exit = Exit::Usage;
        return std::nullopt;
    }
    auto data = data::read_cases(asked.project.policy.schema, arguments.words[1]);
    if (!data.ok()) {
        exit = say_failure(data.failure(), arguments.language);
        return std::nullopt;
    }
    asked.data = std::move(data).value();
    if (!read_row(arguments, asked, exit))
        return std::nullopt;
    exit = Exit::Done;
    return asked;
}

std::vector<explain::Explanation> explanations(const Arguments& arguments, const AskedCase& asked,
                                               interp::Evaluator& evaluator, Exit& exit) {
    if (!asked.period.empty() && !has_period(arguments, asked, evaluator)) {
        exit = Exit::Usage;
        return {};
    }
    const explain::Scene scene{asked.project, asked.data, arguments.language};
    std::vector<explain::Explanation> out;
    for (const model::MatterId matter : asked.matters) {
        if (!recurs(asked, matter)) {
            if (asked.period.empty()) // with a period only what recurs is explained
                out.push_back(explain::explanation(scene, evaluator, matter, asked.row));
        } else if (auto one =
                       explain::explanation_of_period(scene, evaluator, matter, asked.row, asked.period)) {
            out.push_back(std::move(*one));
        } else if (asked.period.empty()) {
            out.push_back(explain::without_periods(scene, matter, asked.row));
        }
    }
    return out;
}

Exit write_out(const Arguments& arguments, const std::string& bytes) {
    if (!arguments.output) {
        fmt::print("{}", bytes);
        return Exit::Done;
    }
    const std::filesystem::path path{*arguments.output};
    const std::string folder = path.has_parent_path() ? path.parent_path().string() : ".";
    const auto written = report::write(folder, {{path.filename().string(), bytes}});
    return written.ok() ? Exit::Done : say_failure(written.failure(), arguments.language);
}

} // namespace tiaoli::cli
