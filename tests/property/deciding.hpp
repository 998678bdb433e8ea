// Decides whole case folders for the property tests: policy text and case files in, bytes of the result tables out.
#pragma once

#include "tiaoli/report/report.hpp"

#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <stdexcept>
#include <string>
#include <unistd.h>

namespace tiaoli::property {

inline const std::string dalian = std::string(TIAOLI_REPOSITORY) + "/policies/dalian-ip-pledge";

/// A folder that is gone when the test ends.
class ScratchFolder {
  public:
    ScratchFolder() {
        static int count = 0;
        path_ = (std::filesystem::temp_directory_path() /
                 ("tiaoli-property-" + std::to_string(::getpid()) + "-" + std::to_string(++count)))
                    .string();
        std::filesystem::create_directories(path_);
    }
    ~ScratchFolder() { std::filesystem::remove_all(path_); }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    const std::string& path() const { return path_; }

  private:
    std::string path_;
};

inline std::string read_text(const std::string& path) { return source::read_file(path).value(); }

inline void write_text(const std::string& path, const std::string& text) {
    std::ofstream(path, std::ios::binary) << text;
}

/// Copies the files of one folder (no subfolders), each text changed by `change(name, text)`.
inline void copy_folder(const std::string& from, const std::string& to,
                        const std::function<std::string(const std::string&, std::string)>& change) {
    for (const auto& entry : std::filesystem::directory_iterator(from)) {
        if (entry.is_regular_file()) {
            const std::string name = entry.path().filename().string();
            write_text(to + "/" + name, change(name, read_text(entry.path().string())));
        }
    }
}

/// The tables of a run by file name; 清单.json, which names the files' checksums, is left out. Throws what the policy's errors say.
inline std::map<std::string, std::string> decide(const std::string& policy_path,
                                                 const std::string& case_path) {
    const auto project = project::load(policy_path);
    if (project.value().messages.has_errors()) {
        throw std::runtime_error(
            diag::render_text(project.value().messages, project.value().sources, diag::Language::Chinese));
    }
    const auto data = data::read_cases(project.value().policy.schema, case_path);
    const explain::Scene scene{project.value(), data.value()};
    const interp::Options options{*value::Date::from_ymd(2026, 10, 31), {}, {}, {}};
    interp::Evaluator evaluator{project.value().policy, data.value(), options};
    std::vector<model::MatterId> matters;
    for (std::uint32_t index = 0; index < scene.schema().matters.size(); ++index) {
        matters.push_back(model::MatterId{index});
    }
    const report::Outcome outcome{
        scene, options, "test", {}, report::decide_all(evaluator, matters), {report::TableFormat::Csv}};
    std::map<std::string, std::string> tables;
    const auto files = report::files(outcome);
    for (const report::OutputFile& file : files.value()) {
        if (file.name.ends_with(".csv")) {
            tables[file.name] = file.bytes;
        }
    }
    return tables;
}

} // namespace tiaoli::property
