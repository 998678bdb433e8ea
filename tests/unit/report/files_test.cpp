// Result files: quoting, and files that appear whole or not at all.
#include "csv.hpp"
#include "tiaoli/report/report.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <random>

using namespace tiaoli;

namespace {

/// A folder of its own for one test.
struct Folder {
    std::filesystem::path path =
        std::filesystem::temp_directory_path() / ("tiaoli-report-" + std::to_string(std::random_device{}()));
    Folder() {
        std::filesystem::remove_all(path);
        std::filesystem::create_directories(path);
    }
    ~Folder() { std::filesystem::remove_all(path); }
    std::string in(const std::string& name) const { return (path / name).string(); }
};

std::string bytes_of(const std::string& path) {
    const auto bytes = source::read_file(path);
    return bytes.ok() ? bytes.value() : "(none)";
}

} // namespace

TEST_CASE("cells are quoted where RFC 4180 asks for it") {
    CHECK(report::csv_line({"L1", "通过", ""}) == "L1,通过,\r\n");
    CHECK(report::csv_line({"a,b", "说“是”", "he said \"no\"", "two\nlines", " blank"}) ==
          "\"a,b\",说“是”,\"he said \"\"no\"\"\",\"two\nlines\",\" blank\"\r\n");
}

TEST_CASE("files are written whole, into a folder that is made") {
    const Folder folder;
    const auto written = report::write(folder.in("a/b"), {{"贷款备案.csv", "one"}, {"清单.json", "{}"}});
    REQUIRE(written.ok());
    CHECK(written.value().size() == 2);
    CHECK(bytes_of(folder.in("a/b/贷款备案.csv")) == "one");
    CHECK(bytes_of(folder.in("a/b/清单.json")) == "{}");
}

TEST_CASE("when one file cannot be written the old ones stay") {
    const Folder folder;
    REQUIRE(report::write(folder.in("out"), {{"a.csv", "old"}}).ok());
    std::filesystem::create_directories(folder.in("out/b.csv.part"));
    const auto written = report::write(folder.in("out"), {{"a.csv", "new"}, {"b.csv", "new"}});
    REQUIRE_FALSE(written.ok());
    CHECK(written.failure().what == folder.in("out/b.csv.part"));
    CHECK(bytes_of(folder.in("out/a.csv")) == "old");
    CHECK_FALSE(std::filesystem::exists(folder.in("out/a.csv.part")));
}

TEST_CASE("a folder that cannot be made is a failure") {
    const Folder folder;
    REQUIRE(report::write(folder.in("out"), {{"a", "x"}}).ok());
    CHECK_FALSE(report::write(folder.in("out/a"), {{"b", "x"}}).ok());
}
