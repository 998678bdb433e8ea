// Reads a long 贷款.csv: processor time and peak memory a row, beside those of a reader that knows nothing of policies and keeps each
// cell as a text.  case_reading FOLDER_FOR_WORK [ROWS…]
#include "measured.hpp"

#include "tiaoli/data/tables.hpp"
#include "tiaoli/project/project.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace {

namespace fs = std::filesystem;
using namespace tiaoli;

const std::string policy_folder = std::string(TIAOLI_REPOSITORY) + "/policies/dalian-ip-pledge";

std::vector<std::string> lines_of(const fs::path& path) {
    std::ifstream in(path);
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);)
        lines.push_back(line);
    return lines;
}

/// The sample cases with `rows` loans: the sample's own first, then the same again under other contract numbers.
void write_cases(const fs::path& folder, std::size_t rows) {
    fs::remove_all(folder);
    fs::copy(policy_folder + "/cases", folder, fs::copy_options::recursive);
    const std::vector<std::string> lines = lines_of(folder / "贷款.csv");
    std::ofstream out(folder / "贷款.csv");
    out << lines.front() << '\n';
    for (std::size_t row = 0; row < rows; ++row) {
        const std::string& line = lines[1 + row % (lines.size() - 1)];
        if (row + 1 < lines.size())
            out << line << '\n';
        else
            out << fmt::format("HT{:09}", row) << line.substr(line.find(',')) << '\n';
    }
}

void read_as_texts(const fs::path& folder) {
    std::vector<std::vector<std::string>> rows;
    std::ifstream in(folder / "贷款.csv");
    for (std::string line; std::getline(in, line);) {
        rows.emplace_back();
        std::istringstream cells(line);
        for (std::string cell; std::getline(cells, cell, ',');)
            rows.back().push_back(cell);
    }
}

std::string figures(const bench::Measured& measured, const bench::Measured& empty, std::size_t rows) {
    const auto nanoseconds = measured.processor.count() * 1000;
    return fmt::format("{:>6} ns {:>6} B", static_cast<std::size_t>(nanoseconds) / rows,
                       (measured.peak_bytes - empty.peak_bytes) / rows);
}

void measure(const model::Schema& schema, const fs::path& folder, std::size_t rows) {
    write_cases(folder, rows);
    const bench::Measured empty = bench::measured([] {});
    const bench::Measured ours = bench::measured([&] {
        if (!data::read_cases(schema, folder.string()).ok())
            std::exit(1);
    });
    const bench::Measured texts = bench::measured([&] { read_as_texts(folder); });
    fmt::print("{:>9} rows {:>5} B in the file   read {}   as texts {}   peak {} MB\n", rows,
               fs::file_size(folder / "贷款.csv") / rows, figures(ours, empty, rows),
               figures(texts, empty, rows), ours.peak_bytes / 1'000'000);
    fs::remove_all(folder);
}

} // namespace

int main(int count, char** words) {
    if (count < 2) {
        fmt::print(stderr, "case_reading FOLDER_FOR_WORK [ROWS…]\n");
        return 2;
    }
    const auto project = project::load(policy_folder);
    if (!project.ok())
        return 4;
    std::vector<std::size_t> sizes;
    for (int at = 2; at < count; ++at)
        sizes.push_back(std::stoul(words[at]));
    for (const std::size_t rows :
         sizes.empty() ? std::vector<std::size_t>{10'000, 100'000, 1'000'000} : sizes)
        measure(project.value().policy.schema, fs::path(words[1]) / "cases", rows);
    return 0;
}
