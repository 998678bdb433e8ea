// 清单.json: what was run on what, so that the same can be computed again.
#include "tables.hpp"

#include "tiaoli/source/checksum.hpp"
#include "tiaoli/source/json.hpp"

#include <fmt/format.h>

namespace tiaoli::report {

namespace {

/// A list of objects or texts, one a line; empty: [].
std::string json_list(const std::vector<std::string>& items) {
    if (items.empty())
        return "[]";
    std::string out = "[\n";
    for (std::size_t at = 0; at < items.size(); ++at)
        out += "    " + items[at] + (at + 1 < items.size() ? ",\n" : "\n");
    return out + "  ]";
}

std::vector<std::string> policy_files(const project::Project& project) {
    std::vector<std::string> out;
    for (const project::PolicyFile& file : project.files)
        out.push_back(fmt::format(R"({{"文件": {}, "sha256": {}}})", source::json_text(file.path),
                                  source::json_text(file.sha256)));
    return out;
}

std::vector<std::string> case_files(const data::CaseData& data) {
    std::vector<std::string> out;
    for (const data::InputFile& file : data.files)
        out.push_back(fmt::format(R"({{"文件": {}, "编码": {}, "行数": {}, "sha256": {}}})",
                                  source::json_text(file.path), source::json_text(file.encoding),
                                  file.data_rows, source::json_text(file.sha256)));
    return out;
}

std::vector<std::string> result_files(const std::vector<OutputFile>& results) {
    std::vector<std::string> out;
    for (const OutputFile& file : results)
        out.push_back(fmt::format(R"({{"文件": {}, "sha256": {}}})", source::json_text(file.name),
                                  source::json_text(source::sha256(file.bytes))));
    return out;
}

/// Every parameter that could be read in several ways, or that was set for this run, with what it was.
std::vector<std::string> readings_taken(const Outcome& outcome) {
    std::vector<std::string> out;
    for (const model::Version& version : outcome.scene.project.policy.versions) {
        for (const model::Parameter& parameter : version.parameters) {
            const auto set = outcome.setting_texts.find(parameter.name);
            const auto chosen = outcome.options.readings.find(parameter.name);
            std::string value;
            if (set != outcome.setting_texts.end())
                value = set->second;
            else if (chosen != outcome.options.readings.end())
                value = chosen->second;
            else if (!parameter.alternatives.empty() && !parameter.values.empty())
                value = explain::quoted(outcome.scene, version.exprs[parameter.values.front().value].span);
            else
                continue;
            out.push_back(fmt::format(R"({{"版本": {}, "参数": {}, "取值": {}}})",
                                      source::json_text(version.name), source::json_text(parameter.name),
                                      source::json_text(value)));
        }
    }
    return out;
}

std::vector<std::string> unsettled(const Outcome& outcome) {
    std::vector<std::string> out;
    for (const model::Version& version : outcome.scene.project.policy.versions) {
        for (const model::ReadingNote& note : version.readings) {
            if (!note.settled)
                out.push_back(fmt::format(R"({{"版本": {}, "条": {}, "待释": {}}})",
                                          source::json_text(version.name),
                                          source::json_text(explain::article_label(version, note.article)),
                                          source::json_text(note.text)));
        }
    }
    return out;
}

} // namespace

std::string manifest(const Outcome& outcome, const std::vector<OutputFile>& results) {
    const model::Policy& policy = outcome.scene.project.policy;
    std::string out = "{\n";
    out += fmt::format("  \"程序\": {},\n", source::json_text("tiaoli " + outcome.program_version));
    out += fmt::format("  \"政策\": {},\n", source::json_text(policy.schema.policy_name));
    out += fmt::format("  \"今日\": {},\n", source::json_text(outcome.options.today.to_text()));
    if (outcome.options.only_version.valid())
        out += fmt::format("  \"指定版本\": {},\n",
                           source::json_text(policy.versions[outcome.options.only_version].name));
    out += fmt::format("  \"政策文件\": {},\n", json_list(policy_files(outcome.scene.project)));
    out += fmt::format("  \"案卷文件\": {},\n", json_list(case_files(outcome.scene.data)));
    out += fmt::format("  \"所取读法\": {},\n", json_list(readings_taken(outcome)));
    out += fmt::format("  \"待释\": {},\n", json_list(unsettled(outcome)));
    out += fmt::format("  \"结果文件\": {}\n", json_list(result_files(results)));
    return out + "}\n";
}

} // namespace tiaoli::report
