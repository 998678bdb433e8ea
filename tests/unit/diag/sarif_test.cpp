// A SARIF log: paths as URIs, rows of case files, second places, fixes. Its shape as a whole is held by tests/tools/sarif_shape.py.
#include "tiaoli/diag/sarif.hpp"

#include <catch2/catch.hpp>

using namespace tiaoli;
using diag::Message;

namespace {

bool has(const std::string& log, const std::string& part) { return log.find(part) != std::string::npos; }

} // namespace

TEST_CASE("a log without messages is whole") {
    const std::string log = diag::SarifLog{"0.1.0", diag::Language::Chinese}.text();
    CHECK(has(log, R"("version": "2.1.0")"));
    CHECK(has(log, R"("results": [])"));
}

TEST_CASE("places, second places and fixes") {
    source::Sources sources;
    const source::SourceId id = sources.add("政策 一/a.policy", "要球 模式为A。\n");
    const source::Span word{id, 0, 6};
    diag::Diagnostics messages;
    diag::Diagnostic& mistake = messages.add(Message::UnknownStatementNear, word, {"要球", "要求"});
    mistake.notes = {{word, Message::OtherPlace, {}}, {std::monostate{}, Message::DidYouMean, {"要求"}}};
    mistake.fix = diag::Fix{word, "要求"};
    messages.add(Message::CellBlank, source::CellPlace{"a.csv", "", 3, 2, "本金", source::Grid::Lines},
                 {"本金"});
    messages.add(Message::CellBlank, source::CellPlace{"a.xlsx", "贷款", 3, 2, "", source::Grid::Letters},
                 {"本金"});
    messages.add(Message::UnknownVerb, std::monostate{}, {"chek"});
    diag::SarifLog log{"0.1.0", diag::Language::English};
    log.add(messages, sources);
    const std::string text = log.text();
    INFO(text);
    CHECK(has(text, R"("uri": "%E6%94%BF%E7%AD%96%20%E4%B8%80/a.policy")"));
    CHECK(has(text, R"({"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 3})"));
    CHECK(has(text, R"(\u000aDid you mean)"));
    CHECK(has(text, R"("insertedContent": {"text": "要求"})"));
    CHECK(has(text, R"({"artifactLocation": {"uri": "a.csv"}, "region": {"startLine": 3}})"));
    CHECK(has(text, R"([{"physicalLocation": {"artifactLocation": {"uri": "a.xlsx"}}}])"));
    CHECK(has(text, R"("locations": [], "relatedLocations": [])"));
}
