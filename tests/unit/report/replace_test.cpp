// A result set takes the place of another whole or not at all, wherever the program is stopped.
#include "broken_off.hpp"
#include "folder.hpp"
#include "old_results.hpp"
#include "tiaoli/report/report.hpp"
#include "tiaoli/source/checksum.hpp"

#include <catch2/catch.hpp>

#include <fmt/format.h>

#include <fstream>

using namespace tiaoli;
using namespace tiaoli::report::testing;

namespace {

/// Results of one run: every table names it, the manifest lists the tables.
std::vector<report::OutputFile> results(const std::string& run, const std::vector<std::string>& names) {
    std::vector<report::OutputFile> out;
    std::string listed;
    for (const std::string& name : names) {
        out.push_back({name, "table of " + run});
        listed += fmt::format("{}    {{\"文件\": \"{}\", \"sha256\": \"{}\"}}", listed.empty() ? "" : ",\n",
                              name, source::sha256(out.back().bytes));
    }
    out.push_back(
        {"清单.json", fmt::format("{{\n  \"run\": \"{}\",\n  \"结果文件\": [\n{}\n  ]\n}}\n", run, listed)});
    return out;
}

const std::vector<std::string> old_names{"贷款备案.csv", "补偿.csv", "退回.csv"};
const std::vector<std::string> new_names{"结果.xlsx", "贷款备案.csv", "退回.csv"};

void write_file(const std::string& path, const std::string& bytes) {
    std::filesystem::create_directories(std::filesystem::path{path}.parent_path());
    std::ofstream{path, std::ios::binary} << bytes;
}

/// Whether the folder holds exactly the tables of that run, each whole, and its manifest.
bool holds(const std::string& folder, const std::string& run, const std::vector<std::string>& names) {
    for (const report::OutputFile& file : results(run, names)) {
        if (bytes_of(folder + "/" + file.name) != file.bytes)
            return false;
    }
    for (const std::string& name : old_names) {
        if (std::find(names.begin(), names.end(), name) == names.end() &&
            std::filesystem::exists(folder + "/" + name))
            return false;
    }
    return true;
}

/// An officer's own things beside the results: a file, an edited old table, a folder.
void add_own_things(const std::string& out) {
    write_file(out + "/批注.txt", "note");
    write_file(out + "/附件/扫描.txt", "scan");
}

bool has_own_things(const std::string& out) {
    return bytes_of(out + "/批注.txt") == "note" && bytes_of(out + "/附件/扫描.txt") == "scan";
}

/// Own things are in the folder or, where the program was killed, in the old folder beside it.
bool nothing_is_lost(const std::string& out) {
    const bool note = bytes_of(out + "/批注.txt") == "note" || bytes_of(out + ".part/批注.txt") == "note";
    const bool scan =
        bytes_of(out + "/附件/扫描.txt") == "scan" || bytes_of(out + ".part/附件/扫描.txt") == "scan";
    return note && scan;
}

bool has_leftovers(const std::string& out) {
    return std::filesystem::exists(out + ".part") || std::filesystem::exists(out + "/.tiaoli-new") ||
           std::filesystem::exists(out + "/.tiaoli-part");
}

bool write_new_results(const std::string& out) { return report::write(out, results("new", new_names)).ok(); }

} // namespace

TEST_CASE("killed at any change of the file system: old or new, never some of each") {
    int killed = 0;
    for (int at = 1; at < 200; ++at) {
        const Folder folder;
        const std::string out = folder.in("结果");
        REQUIRE(report::write(out, results("old", old_names)).ok());
        add_own_things(out);
        const End end = run_with({Accident::Kill, at}, [&] { return write_new_results(out); });
        INFO("killed at change " << at);
        CHECK((holds(out, "old", old_names) || holds(out, "new", new_names)));
        CHECK(nothing_is_lost(out));
        REQUIRE(report::write(out, results("next", {"风险补偿.csv", "退回.csv"})).ok());
        CHECK(holds(out, "next", {"风险补偿.csv", "退回.csv"}));
        CHECK_FALSE(std::filesystem::exists(out + "/结果.xlsx"));
        CHECK(has_own_things(out));
        CHECK_FALSE(has_leftovers(out));
        if (end == End::Succeeded)
            break;
        ++killed;
    }
    CHECK(killed > 20);
    CHECK(killed < 199);
}

TEST_CASE("where folders cannot be swapped, a folder with a manifest holds the results of one run") {
    int killed = 0;
    for (int at = 1; at < 200; ++at) {
        const Folder folder;
        const std::string out = folder.in("结果");
        REQUIRE(report::write(out, results("old", old_names)).ok());
        add_own_things(out);
        const End end = run_with({Accident::Kill, at, false}, [&] { return write_new_results(out); });
        INFO("killed at change " << at);
        if (std::filesystem::exists(out + "/清单.json"))
            CHECK((holds(out, "old", old_names) || holds(out, "new", new_names)));
        CHECK(has_own_things(out));
        // The next run finishes what was begun, by the same way, and then puts its own results there.
        const std::vector<std::string> next{"风险补偿.csv", "退回.csv"};
        CHECK(run_with({Accident::Kill, 0, false},
                       [&] { return report::write(out, results("next", next)).ok(); }) == End::Succeeded);
        CHECK(holds(out, "next", next));
        CHECK_FALSE(std::filesystem::exists(out + "/结果.xlsx"));
        CHECK(has_own_things(out));
        CHECK_FALSE(has_leftovers(out));
        if (end == End::Succeeded)
            break;
        ++killed;
    }
    CHECK(killed > 20);
    CHECK(killed < 199);
}

TEST_CASE("a full disk leaves the old results whole") {
    for (const bool can_exchange : {true, false}) {
        int failed = 0;
        for (int at = 1; at < 200; ++at) {
            const Folder folder;
            const std::string out = folder.in("结果");
            REQUIRE(report::write(out, results("old", old_names)).ok());
            const End end =
                run_with({Accident::FullDisk, at, can_exchange}, [&] { return write_new_results(out); });
            INFO("full at change " << at);
            REQUIRE(end != End::Killed);
            CHECK(holds(out, end == End::Succeeded ? "new" : "old",
                        end == End::Succeeded ? new_names : old_names));
            CHECK_FALSE(has_leftovers(out));
            failed += end == End::Failed ? 1 : 0;
        }
        CHECK(failed > 5);
    }
}

TEST_CASE("a full disk is named") {
    const Folder folder;
    const std::string out = folder.in("结果");
    CHECK(run_with({Accident::FullDisk, 4}, [&] {
              const auto written = report::write(out, results("new", new_names));
              return !written.ok() && written.failure().reason == std::strerror(ENOSPC);
          }) == End::Succeeded);
    CHECK_FALSE(std::filesystem::exists(out));
}

TEST_CASE("old results that are not written again go, edited ones stay") {
    const Folder folder;
    const std::string out = folder.in("结果");
    REQUIRE(report::write(out, results("old", {"甲.csv", "乙.csv", "丙.csv"})).ok());
    write_file(out + "/乙.csv", "edited");
    REQUIRE(report::write(out, results("new", {"丙.csv"})).ok());
    CHECK_FALSE(std::filesystem::exists(out + "/甲.csv"));
    CHECK(bytes_of(out + "/乙.csv") == "edited");
    CHECK(bytes_of(out + "/丙.csv") == "table of new");
}

TEST_CASE("a folder of the same name as the one built beside is left alone") {
    const Folder folder;
    const std::string out = folder.in("结果");
    write_file(out + ".part/mine.txt", "mine");
    const auto written = report::write(out, results("new", new_names));
    REQUIRE_FALSE(written.ok());
    CHECK(written.failure().what == out + ".part");
    CHECK(bytes_of(out + ".part/mine.txt") == "mine");
    CHECK_FALSE(std::filesystem::exists(out));
}

TEST_CASE("the folder keeps its mode, and may be reached by a link") {
    const Folder folder;
    std::filesystem::create_directories(folder.in("真/结果"));
    std::filesystem::permissions(folder.in("真/结果"), std::filesystem::perms{0750});
    std::filesystem::create_directory_symlink(folder.in("真/结果"), folder.in("链"));
    REQUIRE(report::write(folder.in("链"), results("new", new_names)).ok());
    CHECK(std::filesystem::is_symlink(folder.in("链")));
    CHECK(holds(folder.in("真/结果"), "new", new_names));
    CHECK(std::filesystem::status(folder.in("真/结果")).permissions() == std::filesystem::perms{0750});
}

TEST_CASE("the folder that the program works in is not swapped away") {
    const Folder folder;
    REQUIRE(report::write(folder.in("结果"), results("old", old_names)).ok());
    CHECK(run_with({}, [&] {
              std::filesystem::current_path(folder.in("结果"));
              return write_new_results(".") && std::filesystem::exists("结果.xlsx");
          }) == End::Succeeded);
    CHECK(holds(folder.in("结果"), "new", new_names));
}
