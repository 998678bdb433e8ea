// Result files: quoting, and files that appear whole or not at all.
#include "csv.hpp"
#include "folder.hpp"
#include "tiaoli/project/project.hpp"
#include "tiaoli/report/report.hpp"

#include <catch2/catch.hpp>

using namespace tiaoli;
using report::testing::bytes_of;
using report::testing::Folder;

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
    std::filesystem::create_directories(folder.in("out/b.csv"));
    const auto written = report::write(folder.in("out"), {{"a.csv", "new"}, {"b.csv", "new"}});
    REQUIRE_FALSE(written.ok());
    CHECK(written.failure().what == folder.in("out/b.csv"));
    CHECK(bytes_of(folder.in("out/a.csv")) == "old");
    CHECK_FALSE(std::filesystem::exists(folder.in("out.part")));
}

TEST_CASE("a folder that cannot be made is a failure") {
    const Folder folder;
    REQUIRE(report::write(folder.in("out"), {{"a", "x"}}).ok());
    CHECK_FALSE(report::write(folder.in("out/a"), {{"b", "x"}}).ok());
}

TEST_CASE("the results are the same bytes whatever the number of threads") {
    const std::string policy = std::string{TIAOLI_REPOSITORY} + "/policies/dalian-ip-pledge";
    const auto project = project::load(policy);
    REQUIRE(project.ok());
    const auto data = data::read_cases(project.value().policy.schema, policy + "/cases");
    REQUIRE(data.ok());
    interp::Options options;
    options.today = *value::Date::from_ymd(2026, 6, 30);
    interp::Evaluator evaluator{project.value().policy, data.value(), options};
    report::Outcome outcome{{project.value(), data.value()}, options, "test", {}, {}};
    outcome.formats = {report::TableFormat::Csv, report::TableFormat::Xlsx, report::TableFormat::Json,
                       report::TableFormat::Html};
    std::vector<model::MatterId> matters;
    for (std::uint32_t matter = 0; matter < project.value().policy.schema.matters.size(); ++matter)
        matters.push_back({matter});
    outcome.matters = report::decide_all(evaluator, matters);
    const auto one = report::files(outcome);
    outcome.jobs = 5;
    const auto five = report::files(outcome);
    REQUIRE(one.ok());
    REQUIRE(five.ok());
    REQUIRE(one.value().size() == five.value().size());
    for (std::size_t at = 0; at < one.value().size(); ++at) {
        CHECK(one.value()[at].name == five.value()[at].name);
        CHECK(one.value()[at].bytes == five.value()[at].bytes);
    }
}
