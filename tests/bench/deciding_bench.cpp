// Decides a made-up population by the Dalian policy with the reference evaluator, and writes the result tables: time and memory a
// loan, beside those of reading the same case files.  deciding_bench FOLDER_FOR_WORK [LOANS…]
#include "measured.hpp"
#include "population.hpp"

#include "tiaoli/project/project.hpp"
#include "tiaoli/report/report.hpp"

#include <fmt/format.h>

namespace {

using namespace tiaoli;

const std::string policy_folder = std::string(TIAOLI_REPOSITORY) + "/policies/dalian-ip-pledge";

enum class Until { Read, Decided, Written };

void carry_out(const project::Project& project, const std::string& folder, Until until) {
    const auto cases = data::read_cases(project.policy.schema, folder);
    if (!cases.ok() || cases.value().messages.has_errors())
        std::exit(1);
    if (until == Until::Read)
        return;
    interp::Options options;
    options.today = *value::Date::from_ymd(2026, 6, 30);
    interp::Evaluator evaluator{project.policy, cases.value(), options};
    evaluator.settle();
    if (until == Until::Decided)
        return;
    std::vector<model::MatterId> matters;
    for (std::uint32_t matter = 0; matter < project.policy.schema.matters.size(); ++matter)
        matters.push_back({matter});
    report::Outcome outcome{{project, cases.value()}, options, "bench", {}, {}};
    outcome.matters = report::decide_all(evaluator, matters);
    outcome.formats = {report::TableFormat::Csv};
    const auto files = report::files(outcome);
    if (!files.ok() || !report::write(folder + "/results", files.value()).ok())
        std::exit(1);
}

void measure(const project::Project& project, const std::string& folder, std::size_t loans) {
    bench::write_population({loans}, folder);
    const bench::Measured empty = bench::measured([] {});
    fmt::print("{:>9} loans", loans);
    for (const auto& [name, until] :
         {std::pair{"read", Until::Read}, std::pair{"and decided", Until::Decided},
          std::pair{"and written", Until::Written}}) {
        const Until wanted = until;
        const bench::Measured used = bench::measured([&] { carry_out(project, folder, wanted); });
        fmt::print("   {} {:>7} ns {:>6} B", name,
                   static_cast<std::size_t>(used.processor.count()) * 1000 / loans,
                   (used.peak_bytes - empty.peak_bytes) / loans);
        std::fflush(stdout);
    }
    fmt::print("   a loan\n");
    std::filesystem::remove_all(folder);
}

} // namespace

int main(int count, char** words) {
    if (count < 2) {
        fmt::print(stderr, "deciding_bench FOLDER_FOR_WORK [LOANS…]\n");
        return 2;
    }
    const auto project = project::load(policy_folder);
    if (!project.ok() || project.value().messages.has_errors())
        return 4;
    std::vector<std::size_t> sizes;
    for (int at = 2; at < count; ++at)
        sizes.push_back(std::stoul(words[at]));
    for (const std::size_t loans : sizes.empty() ? std::vector<std::size_t>{1'000, 10'000, 100'000} : sizes)
        measure(project.value(), std::string(words[1]) + "/population", loans);
    return 0;
}
