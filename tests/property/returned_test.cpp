// Where the papers of a returned loan are completed, every other result that becomes another had named it.
#include "worlds.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <rapidcheck.h>

#include <algorithm>
#include <set>

using namespace tiaoli;
using namespace tiaoli::property;

namespace {

/// Verdicts and outputs that rest on other decisions: sums, existence, a bank's shared total, a reference, and both at once.
const std::string fund = R"(政策 “小基金”
版本 “一”
同日次序 贷款、申请
记录 企业（编号）
编号：文本
记录 银行（编号）
编号：文本
记录 贷款（编号），发生于放款日
编号：文本
企业：企业
银行：银行
放款日：日期
本金：金额，可缺
记录 申请（编号），发生于申请日
编号：文本
贷款：贷款
申请日：日期
事项 备案：审核贷款，依据日为放款日。
事项 补偿：审核申请，依据日为申请日。
第一条
【银行】
时点 放款额 ＝ 贷款（银行为本银行，备案为通过）的本金合计。
【备案】
本年已用 ＝ 贷款（同一企业，备案为通过）的支持额合计。
输出 支持额 ＝ 本金；不超过30元－本年已用；不低于0元。
要求 “额度没有用完”：本年已用低于30元。
要求 “银行放款不多”：银行的放款额低于60元。
要求 “大额的，银行没有待补正的”：本金低于8元或无贷款（同一银行，备案为退回补正）。
【补偿】
输出 补偿额 ＝ 贷款的支持额；减申请（同一贷款，补偿为通过）的补偿额合计；不低于0元。
要求 “备案通过”：贷款的备案为通过。
)";

struct World {
    explicit World(const model::Schema& schema) : schema_(schema) {}

    void add(std::uint32_t record, const std::string& key, const std::vector<std::string>& texts) {
        data::RowText row{{record}, key, {}, {}};
        for (std::size_t at = 0; at < texts.size(); ++at) // the fields behind the key
            row.values.push_back({schema_.records[{record}].fields[at + 1], texts[at], {}});
        rows.push_back(std::move(row));
    }
    std::vector<data::RowText> rows;

  private:
    const model::Schema& schema_;
};

constexpr std::uint32_t firm = 0;
constexpr std::uint32_t bank = 1;
constexpr std::uint32_t loan = 2;
constexpr std::uint32_t claim = 3;
constexpr std::size_t amount = 3; ///< place in a loan's texts

std::string some(const char* prefix, int count) {
    return prefix + std::to_string(*rc::gen::inRange(0, count));
}

World some_world(const model::Schema& schema) {
    World world(schema);
    for (const char* key : {"F0", "F1", "F2"})
        world.add(firm, key, {});
    for (const char* key : {"B0", "B1"})
        world.add(bank, key, {});
    const int loans = *rc::gen::inRange(2, 30);
    for (int at = 0; at < loans; ++at) {
        const std::string day =
            fmt::format("2025-{:02}-{:02}", *rc::gen::inRange(1, 11), *rc::gen::inRange(1, 29));
        const std::string yuan = *rc::gen::inRange(0, 6) == 0 ? "" : std::to_string(*rc::gen::inRange(1, 12));
        world.add(loan, "L" + std::to_string(at), {some("F", 3), some("B", 2), day, yuan});
        world.add(claim, "C" + std::to_string(at),
                  {some("L", loans), fmt::format("2025-12-{:02}", *rc::gen::inRange(1, 29))});
    }
    return world;
}

/// What a decision comes to, and which records it named.
struct Result {
    interp::Decision decision;
    std::string text;
};

std::map<std::string, Result> results(const project::Project& loaded,
                                      const std::vector<data::RowText>& rows) {
    const data::CaseData data = data::build_tables(loaded.policy.schema, rows);
    const explain::Scene scene{loaded, data};
    interp::Evaluator evaluator{loaded.policy, data, {*value::Date::from_ymd(2026, 12, 31), {}, {}, {}}};
    std::map<std::string, Result> found;
    for (std::uint32_t matter = 0; matter < loaded.policy.schema.matters.size(); ++matter) {
        const model::RecordId record = loaded.policy.schema.matters[{matter}].record;
        for (std::uint32_t row = 0; row < data.table(record).rows(); ++row) {
            Result result{evaluator.decide({matter}, row), {}};
            result.text = model::verdict_name(result.decision.verdict);
            for (const interp::OutputValue& output : result.decision.outputs)
                result.text += " " + explain::plain_text(
                                         scene, loaded.policy.schema.fields[output.field].type, output.value);
            found.emplace(data.table(record).key(row), std::move(result));
        }
    }
    return found;
}

} // namespace

TEST_CASE("random worlds: a result that a completed loan changes had named it") {
    const project::Project loaded = load_text(fund);
    std::size_t changes = 0;
    const bool holds = rc::check("a result that a completed loan changes had named it", [&] {
        World world = some_world(loaded.policy.schema);
        const auto before = results(loaded, world.rows);
        const auto lacks = std::find_if(world.rows.begin(), world.rows.end(), [](const data::RowText& row) {
            return row.record.index == loan && row.values[amount].text.empty();
        });
        if (lacks == world.rows.end() || before.at(lacks->key).decision.verdict != model::Verdict::Return)
            return;
        const model::RowRef completed{{loan}, before.at(lacks->key).decision.row};
        lacks->values[amount].text = std::to_string(*rc::gen::inRange(1, 12));
        for (const auto& [key, result] : results(loaded, world.rows)) {
            const Result& old = before.at(key);
            if (key == lacks->key || old.text == result.text)
                continue;
            ++changes;
            const std::vector<model::RowRef>& named = old.decision.could_change;
            const bool is_named = std::find(named.begin(), named.end(), completed) != named.end();
            RC_LOG() << key << "：" << old.text << " → " << result.text;
            RC_ASSERT(is_named || named.size() > interp::Decision::could_change_counted);
        }
    });
    CHECK(holds);
    CHECK(changes > 20);
}
