// The facts of examples: what an example starts from, and what it changes.
#include "facts.hpp"

#include <catch2/catch.hpp>

using namespace tiaoli;

namespace {

constexpr model::RecordId loan{0};
constexpr model::FieldId principal{0};
constexpr model::FieldId day{1};

model::ExampleFact fact(const std::string& key, const std::string& like,
                        const std::vector<std::pair<model::FieldId, std::string>>& values) {
    model::ExampleFact out{loan, key, like, {}, {}};
    for (const auto& [field, text] : values)
        out.values.push_back({field, text, {}});
    return out;
}

model::Example example(const std::string& name, const std::string& like,
                       std::vector<model::ExampleFact> facts) {
    model::Example example;
    example.name = name;
    example.like = like;
    example.facts = std::move(facts);
    return example;
}

std::string text(const std::vector<data::RowText>& rows) {
    std::string out;
    for (const data::RowText& row : rows) {
        out += row.key + ":";
        for (const data::RowText::Value& value : row.values)
            out += " " + std::to_string(value.field.index) + "=" + value.text;
        out += "\n";
    }
    return out;
}

} // namespace

TEST_CASE("an example like another starts from its facts; later values win, 缺 blanks one") {
    model::Version version;
    version.examples.push_back(
        example("甲", "", {fact("L1", "", {{principal, "100万元"}, {day, "2025-03-10"}})}));
    version.examples.push_back(
        example("乙", "甲", {fact("L1", "", {{principal, "1元"}}), fact("L2", "L1", {{day, "缺"}})}));
    version.examples.push_back(example("丙", "乙", {fact("L1", "", {{day, "2025-04-01"}})}));
    CHECK(text(suite::rows_of(version, version.examples[0])) == "L1: 0=100万元 1=2025-03-10\n");
    CHECK(text(suite::rows_of(version, version.examples[1])) == "L1: 0=1元 1=2025-03-10\nL2: 0=1元 1=\n");
    CHECK(text(suite::rows_of(version, version.examples[2])) == "L1: 0=1元 1=2025-04-01\nL2: 0=1元 1=\n");
}

TEST_CASE("examples that are like each other in a ring end") {
    model::Version version;
    version.examples.push_back(example("甲", "乙", {fact("L1", "", {{principal, "1元"}})}));
    version.examples.push_back(example("乙", "甲", {fact("L1", "", {{principal, "2元"}})}));
    CHECK(text(suite::rows_of(version, version.examples[0])) == "L1: 0=1元\n");
}
