// A file that people have written is replaced at once, with its rights, or not at all.
#include "replace_file.hpp"

#include "tiaoli/source/source.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <unistd.h>

using namespace tiaoli;
namespace fs = std::filesystem;

TEST_CASE("new bytes stand in the place of a file with its rights; links and read-only files are refused") {
    const fs::path folder = fs::temp_directory_path() / ("tiaoli-replace-" + std::to_string(::getpid()));
    fs::create_directories(folder);
    const fs::path file = folder / "a.policy";
    std::ofstream(file) << "old";
    fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read);
    CHECK(!cli::replace_file(file.string(), "new"));
    CHECK(source::read_file(file.string()).value() == "new");
    CHECK(fs::status(file).permissions() ==
          (fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read));
    CHECK(!fs::exists(file.string() + ".part"));

    const fs::path link = folder / "link.policy";
    fs::create_symlink(file, link);
    CHECK(cli::replace_file(link.string(), "other").has_value());
    fs::permissions(file, fs::perms::owner_read);
    CHECK(cli::replace_file(file.string(), "other").has_value());
    CHECK(cli::replace_file((folder / "none.policy").string(), "other").has_value());
    CHECK(source::read_file(file.string()).value() == "new");
    fs::remove_all(folder);
}
