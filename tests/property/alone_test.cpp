// A case is decided alike whether it stands alone or among ten thousand others that have nothing to do with it.
#include "worlds.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <algorithm>

using namespace tiaoli;
using namespace tiaoli::property;

namespace {

const value::Date today = *value::Date::from_ymd(2026, 6, 30);

/// The row as one of another world: its own key and all that it refers to are that world's.
data::RowText elsewhere(const model::Schema& schema, const data::RowText& row, int world) {
    const std::string mark = fmt::format("~{}", world);
    data::RowText copy = row;
    copy.key = row.key + mark;
    const std::vector<model::FieldId>& key = schema.records[row.record].key;
    for (data::RowText::Value& value : copy.values) {
        const bool refers = schema.fields[value.field].type.kind == model::TypeKind::Reference;
        const bool is_key = std::find(key.begin(), key.end(), value.field) != key.end();
        if ((refers || is_key) && !value.text.empty())
            value.text += mark;
    }
    if (key.size() > 1) {
        copy.key.clear();
        for (const data::RowText::Value& value : copy.values) {
            if (std::find(key.begin(), key.end(), value.field) != key.end())
                copy.key += (copy.key.empty() ? "" : "、") + value.text;
        }
    }
    return copy;
}

} // namespace

TEST_CASE("a case is decided alike alone and among ten thousand others") {
    constexpr int worlds = 100; // of about a hundred loans each
    const project::Project loaded = load_policy(dalian);
    const model::Schema& schema = loaded.policy.schema;
    const std::vector<data::RowText> alone = rows_of_folder(schema, dalian + "/cases");
    std::vector<data::RowText> among;
    for (int world = 1; world <= worlds; ++world) {
        for (const data::RowText& row : alone) {
            if (schema.records[row.record].name != "专户流水") // there is one account for all
                among.push_back(elsewhere(schema, row, world));
        }
    }
    among.insert(among.begin() + static_cast<std::ptrdiff_t>(among.size() / 2), alone.begin(), alone.end());
    const auto before = decisions_of(loaded.policy, alone, today);
    const auto after = decisions_of(loaded.policy, among, today);
    REQUIRE(before.size() > 200);
    REQUIRE(after.size() > 10000);
    for (const auto& [name, decided] : before) {
        INFO(name);
        CHECK(after.at(name).text == decided.text);
    }
}
