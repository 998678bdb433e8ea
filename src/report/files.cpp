// Decides all rows, and names and writes the files of a run; an interrupted run leaves the old files whole.
#include "tiaoli/report/report.hpp"

#include "tables.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <optional>
#include <system_error>

#include <unistd.h>

namespace tiaoli::report {

namespace {

constexpr std::string_view unfinished = ".part";

/// Nothing when the file was written and is on the disk.
std::optional<base::Failure> write_whole(const std::string& path, const std::string& bytes);

} // namespace

std::vector<MatterDecisions> decide_all(interp::Evaluator& evaluator,
                                        const std::vector<model::MatterId>& matters) {
    evaluator.settle();
    std::vector<MatterDecisions> out;
    for (const model::MatterId matter : matters) {
        MatterDecisions decided{matter, {}};
        const auto count = static_cast<std::uint32_t>(evaluator.instances(matter).size());
        decided.decisions.reserve(count);
        for (std::uint32_t instance = 0; instance < count; ++instance)
            decided.decisions.push_back(evaluator.decide(matter, instance));
        out.push_back(std::move(decided));
    }
    return out;
}

std::vector<OutputFile> files(const Outcome& outcome) {
    const explain::Scene chinese{outcome.scene.project, outcome.scene.data, diag::Language::Chinese};
    std::vector<OutputFile> out;
    for (const MatterDecisions& matter : outcome.matters)
        out.push_back({chinese.schema().matters[matter.matter].name + ".csv", matter_table(chinese, matter)});
    out.push_back({"退回.csv", turned_back_table(chinese)});
    out.push_back({"清单.json", manifest(outcome, out)});
    return out;
}

base::Result<std::vector<std::string>> write(const std::string& folder,
                                             const std::vector<OutputFile>& files) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error)
        return base::Failure{folder, error.message()};
    std::vector<std::string> paths;
    std::optional<base::Failure> failure;
    for (const OutputFile& file : files) {
        paths.push_back((std::filesystem::path{folder} / file.name).string());
        failure = write_whole(paths.back() + std::string{unfinished}, file.bytes);
        if (failure)
            break;
    }
    for (std::size_t at = 0; at < paths.size() && !failure; ++at) {
        std::filesystem::rename(paths[at] + std::string{unfinished}, paths[at], error);
        if (error)
            failure = base::Failure{paths[at], error.message()};
    }
    if (!failure)
        return paths;
    for (const std::string& path : paths)
        std::filesystem::remove(path + std::string{unfinished}, error);
    return *failure;
}

namespace {

std::optional<base::Failure> write_whole(const std::string& path, const std::string& bytes) {
    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    const std::unique_ptr<std::FILE, Close> file{std::fopen(path.c_str(), "wb")};
    if (!file)
        return base::Failure{path, std::strerror(errno)};
    const bool whole = std::fwrite(bytes.data(), 1, bytes.size(), file.get()) == bytes.size() &&
                       std::fflush(file.get()) == 0 && fsync(fileno(file.get())) == 0;
    if (!whole)
        return base::Failure{path, std::strerror(errno)};
    return std::nullopt;
}

} // namespace

} // namespace tiaoli::report
