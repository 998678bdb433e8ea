// Days that no version covers, and days that two cover.
#include "checking.hpp"

#include <catch2/catch.hpp>

using namespace tiaoli::check::test;

namespace {

std::string version(const std::string& name, const std::string& force, const std::string& survives = "") {
    return "政策 “甲”\n版本 “" + name + "”\n" + force +
           "记录 贷款（编号），发生于放款日\n编号：文本\n放款日：日期\n同日次序 贷款\n"
           "事项 备案：审核贷款，依据日为放款日" +
           survives + "。\n";
}

const std::string older = "施行 2023年3月1日\n有效期至 2027年5月12日\n";

std::string said_of(const std::vector<std::string>& texts) {
    Checked checked;
    check_texts(texts, checked);
    return checked.said();
}

} // namespace

TEST_CASE("days between two versions that none covers are a warning") {
    const std::string said = said_of({version("一版", older), version("二版", "施行 2028年1月1日\n")});
    INFO(said);
    CHECK(said.find("C382") != std::string::npos);
    CHECK(said.find("2027年5月13日至2027年12月31日没有版本适用") != std::string::npos);
    CHECK(said_of({version("一版", older, "，届满后仍适用"), version("二版", "施行 2028年1月1日\n")})
              .find("C382") == std::string::npos);
    CHECK(said_of({version("一版", older), version("二版", "施行 2027年5月13日\n")}).find("C38") ==
          std::string::npos);
}

TEST_CASE("days on which two versions are in force are a notice that names the newer") {
    const std::string said = said_of({version("一版", older), version("二版", "施行 2027年1月1日\n")});
    INFO(said);
    CHECK(said.find("C383") != std::string::npos);
    CHECK(said.find("2027年1月1日至2027年5月12日") != std::string::npos);
    CHECK(said.find("“二版”为准") != std::string::npos);
}
