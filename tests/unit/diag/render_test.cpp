// Messages as text and JSON: places, marks under wide characters, long lines, notes and fixes.
#include "tiaoli/diag/diagnostic.hpp"
#include "tiaoli/source/characters.hpp"

#include <catch2/catch.hpp>

#include <sstream>

using namespace tiaoli;
using diag::Language;
using diag::Message;

namespace {

struct Policy {
    source::Sources sources;
    source::SourceId id;
    explicit Policy(std::string text) : id(sources.add("a.policy", std::move(text))) {}

    source::Span span(const std::string& part) const {
        const auto begin = static_cast<std::uint32_t>(sources[id].text.find(part));
        return {id, begin, begin + static_cast<std::uint32_t>(part.size())};
    }
};

} // namespace

TEST_CASE("the mark stands right under double-width characters") {
    const Policy policy("第一条\n  要球 模式为A。\n");
    const diag::Diagnostic mistake{Message::UnknownStatementNear,
                                   policy.span("要球"),
                                   {"要球", "要求"},
                                   {},
                                   diag::Fix{policy.span("要球"), "要求"}};
    CHECK(diag::render_text(mistake, policy.sources, Language::Chinese) ==
          "a.policy:2:3: 错误 P102: 这一行不是任何语句的开头：“要球”。是否想写“要求”？\n"
          "      要球 模式为A。\n"
          "      ^~~~\n"
          "  改法：把“要球”改为“要求”\n");
    CHECK(diag::render_text(mistake, policy.sources, Language::English) ==
          "a.policy:2:3: error P102: This line starts no statement: \"要球\". Did you mean \"要求\"?\n"
          "      要球 模式为A。\n"
          "      ^~~~\n"
          "  fix: replace \"要球\" with \"要求\"\n");
    const diag::Diagnostic later{Message::EmptyBody, policy.span("A")};
    CHECK(diag::render_text(later, policy.sources, Language::Chinese) ==
          "a.policy:2:9: 错误 P106: 语句只有开头，后面没有内容\n"
          "      要球 模式为A。\n"
          "                 ^\n");
}

TEST_CASE("a span over lines is marked on its first line, tabs are one column") {
    const Policy policy("甲\t乙\r\n丙");
    CHECK(
        diag::render_text({Message::EmptyBody, policy.span("乙\r\n丙")}, policy.sources, Language::English) ==
        "a.policy:1:3: error P106: The statement has a beginning but nothing after it\n"
        "    甲 乙\n"
        "       ^~\n");
    const source::Span end{policy.id, 12, 12};
    CHECK(diag::render_text({Message::EmptyBody, end}, policy.sources, Language::English) ==
          "a.policy:2:2: error P106: The statement has a beginning but nothing after it\n"
          "    丙\n"
          "      ^\n");
}

TEST_CASE("long lines are cut around the place to 100 columns") {
    std::string text;
    for (int at = 0; at < 80; ++at)
        text += "长";
    text += "「此」";
    for (int at = 0; at < 80; ++at)
        text += "短";
    const Policy policy(text);
    std::istringstream lines(
        diag::render_text({Message::EmptyBody, policy.span("此")}, policy.sources, Language::English));
    std::string head;
    std::string shown;
    std::string mark;
    std::getline(lines, head);
    std::getline(lines, shown);
    std::getline(lines, mark);
    CHECK(source::display_width(shown) <= 100);
    CHECK(shown.substr(0, 7) == "    …");
    CHECK(shown.substr(shown.size() - 3) == "…");
    const std::size_t place = shown.find("此");
    REQUIRE(place != std::string::npos);
    CHECK(static_cast<int>(mark.find('^')) == source::display_width(shown.substr(0, place)));
}

TEST_CASE("cells, notes and messages without a place") {
    const Policy policy("甲");
    source::CellPlace cell{"案卷/贷款.csv", "", 3, 9, "合同本金（万元）"};
    diag::Diagnostic mistake{Message::EmptyBody, cell};
    cell.row = 2;
    mistake.notes.push_back({cell, Message::BodyEndsEarly, {}});
    CHECK(diag::render_text(mistake, policy.sources, Language::Chinese) ==
          "案卷/贷款.csv:3:9（合同本金（万元））: 错误 P106: 语句只有开头，后面没有内容\n"
          "  案卷/贷款.csv:2:9（合同本金（万元））: 说明: 这句话没有说完\n");
    CHECK(diag::render_text({Message::EmptyBody, {}}, policy.sources, Language::Chinese) ==
          "错误 P106: 语句只有开头，后面没有内容\n");
}

TEST_CASE("missing arguments give an empty text") {
    CHECK(diag::words(Message::UnknownStatementNear, {"x"}, Language::English) ==
          "This line starts no statement: \"x\". Did you mean \"\"?");
    CHECK(diag::words(Message::UnknownStatementNear, {"{1}", "y"}, Language::English) ==
          "This line starts no statement: \"{1}\". Did you mean \"y\"?");
}

TEST_CASE("messages sort by place and are counted") {
    const Policy policy("甲乙");
    diag::Diagnostics list;
    list.add(Message::EmptyBody, {}, {"last"});
    list.add(Message::EmptyBody, source::CellPlace{"b.csv", "", 2, 1, ""}, {});
    list.add(Message::EmptyBody, policy.span("乙"));
    list.add(Message::BodyEndsEarly, policy.span("甲"));
    list.append(diag::Diagnostics{list});
    list.sort();
    CHECK(list.count(diag::Severity::Error) == 8);
    CHECK(list.has_errors());
    CHECK(std::get<source::Span>(list.all()[0].place) == policy.span("甲"));
    CHECK(std::get<source::Span>(list.all()[3].place) == policy.span("乙"));
    CHECK(std::holds_alternative<source::CellPlace>(list.all()[4].place));
    CHECK(std::holds_alternative<std::monostate>(list.all()[7].place));
}

TEST_CASE("JSON names code, severity, place, words, notes and fix") {
    const Policy policy("要球 \"x\"");
    diag::Diagnostics list;
    CHECK(diag::render_json(list, policy.sources, Language::English) == "[]\n");
    diag::Diagnostic& first = list.add(Message::UnknownStatement, policy.span("要球"), {"\"x\"\n\\"});
    first.fix = diag::Fix{policy.span("要球"), "要求"};
    first.notes.push_back({source::CellPlace{"b.csv", "表", 2, 0, "列"}, Message::BodyEndsEarly, {}});
    list.add(Message::EmptyBody, {});
    const std::string json = diag::render_json(list, policy.sources, Language::English);
    CHECK(json.find(R"([
 {"code": "P101", "severity": "error", "file": "a.policy", "line": 1, "column": 1, "message": )") == 0);
    CHECK(json.find(R"(\"\"x\"\u000a\\\")") != std::string::npos);
    CHECK(json.find(
              R"("notes": [{"file": "b.csv", "line": 2, "column": null, "sheet": "表", "heading": "列", )") !=
          std::string::npos);
    CHECK(json.find(R"("fix": {"file": "a.policy", "line": 1, "column": 1, "end_line": 1, "end_column": 3, )"
                    R"("replacement": "要求"}})") != std::string::npos);
    CHECK(json.find(R"("file": null, "line": null, "column": null)") != std::string::npos);
}
