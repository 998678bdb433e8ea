// Reads unnoticeable-changes.csv, the changes of a policy that no example can notice.
#include "tiaoli/suite/mutation.hpp"

#include "tiaoli/sheets/book.hpp"
#include "tiaoli/source/folded.hpp"

#include <fmt/format.h>

#include <array>
#include <filesystem>

namespace tiaoli::suite {

namespace {

constexpr std::array<std::string_view, 4> headings{"文件", "原文", "改动", "理由"};
constexpr std::string_view name = "unnoticeable-changes.csv";

std::string cell(const sheets::Sheet& sheet, std::size_t row, std::size_t column) {
    return column < sheet.cells(row) ? std::string{sheet.cell(row, column).text} : std::string{};
}

bool has_headings(const sheets::Sheet& sheet) {
    if (sheet.rows() == 0)
        return false;
    for (std::size_t column = 0; column < headings.size(); ++column) {
        if (source::folded_words(cell(sheet, 0, column)) != headings[column])
            return false;
    }
    return true;
}

base::Result<std::vector<Unnoticeable>> lines_of_sheet(const sheets::Sheet& sheet, const std::string& path) {
    if (!has_headings(sheet))
        return base::Failure{path, "第一行要写：文件,原文,改动,理由 (the headings of the four columns)"};
    std::vector<Unnoticeable> out;
    for (std::size_t row = 1; row < sheet.rows(); ++row) {
        Unnoticeable line{cell(sheet, row, 0),
                          cell(sheet, row, 1),
                          cell(sheet, row, 2),
                          cell(sheet, row, 3),
                          {path, {}, sheet.number(row), 0, {}, source::Grid::Lines}};
        if (line.file.empty() || line.words.empty() || line.change.empty() || line.reason.empty())
            return base::Failure{
                path, fmt::format("第 {0} 行没有写全：文件、原文、改动、理由都要写 (line {0} is incomplete)",
                                  sheet.number(row))};
        out.push_back(std::move(line));
    }
    return out;
}

} // namespace

base::Result<std::vector<Unnoticeable>> read_unnoticeable(const std::string& policy_path) {
    namespace files = std::filesystem;
    std::error_code error;
    const files::path policy{policy_path};
    const std::string path =
        ((files::is_directory(policy, error) ? policy : policy.parent_path()) / name).string();
    if (!files::exists(path, error))
        return std::vector<Unnoticeable>{};
    base::Result<std::string> bytes = source::read_file(path);
    if (!bytes.ok())
        return bytes.failure();
    auto opened = sheets::open_book(sheets::Kind::Text, path, std::move(bytes).value());
    if (const auto* trouble = std::get_if<sheets::Trouble>(&opened))
        return base::Failure{path, diag::words(trouble->message, trouble->args, diag::Language::Chinese)};
    return lines_of_sheet(std::get<std::unique_ptr<sheets::Book>>(opened)->read(0), path);
}

} // namespace tiaoli::suite
