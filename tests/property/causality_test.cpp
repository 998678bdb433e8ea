// Later facts never change an earlier decision; the order of rows changes nothing; very many records are no trouble.
#include "worlds.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <rapidcheck.h>

#include <algorithm>
#include <chrono>

using namespace tiaoli;
using namespace tiaoli::property;

namespace {

const value::Date today = *value::Date::from_ymd(2026, 12, 31);

/// A fund in small: totals that rest on verdicts, outputs, other totals, pending dates, and the day of the asker.
const std::string fund = R"(政策 “小基金”
版本 “一”
同日次序 还款、尽职调查、逾期、贷款、申请
记录 企业（编号）
编号：文本
退出日：日期，可未发生
记录 贷款（编号），发生于放款日
编号：文本
企业：企业
放款日：日期
本金：金额，可缺
记录 质押（编号）
编号：文本
贷款：贷款
估值：金额
记录 还款（编号），发生于还款日
编号：文本
贷款：贷款
还款日：日期
数额：金额
记录 逾期（编号），发生于逾期日
编号：文本
贷款：贷款
逾期日：日期
结清日：日期，可未发生
记录 尽职调查（编号），发生于结论日
编号：文本
企业：企业
结论日：日期
记录 申请（编号），发生于申请日
编号：文本
贷款：贷款
申请日：日期
决定日：日期，可未发生
事项 备案：审核贷款，依据日为放款日。
事项 补偿：审核申请，依据日为贷款的放款日，事实截至决定日。
第一条
【逾期】
企业 ＝ 贷款的企业。
【贷款】
年度 ＝ 放款日的年度。
企业最近逾期日 ＝ 最近的逾期（同一企业）的逾期日。
序号 ＝ 贷款（同一企业）的数量＋1。
上笔本金 ＝ 最近的贷款（同一企业）的本金；没有的，0元。
时点 尚欠 ＝ 本金－还款（贷款为本贷款）的数额合计。
时点 逾期中 ＝ 有逾期（贷款为本贷款，结清日晚于当日）。
【企业】
时点 逾期额 ＝ 贷款（企业为本企业，备案为通过，逾期中）的尚欠合计。
时点 放款额 ＝ 贷款（企业为本企业，备案为通过）的本金合计。
时点 逾期率 ＝ 逾期额÷放款额。
时点 申请数 ＝ 申请（贷款的企业为本企业）的数量。
状态 受限：自逾期率达到30%之日起，至有尽职调查（企业为本企业）之日止。
【备案】
本年已用 ＝ 贷款（同一企业、年度，备案为通过）的支持额合计。
输出 支持额 ＝ 本金；不超过20元－本年已用；不低于0元。
输出 笔数 ＝ 序号。
要求 “没有退出”：企业的退出日晚于放款日。
要求 “有足够质押”：质押（贷款为本贷款）的估值合计满1元，否则提示。
要求 “逾期率不高”：有企业的逾期率的，企业的逾期率低于50%。
要求 “没有受限”：企业不处于受限，否则暂缓。
要求 “比上笔不大太多”：上笔本金满1元的，本金不超过上笔本金＋4元，否则提示。
要求 “经尽职调查”：有企业最近逾期日的，有尽职调查（同一企业，结论日晚于本贷款的企业最近逾期日），否则暂缓。
【补偿】
输出 补偿额 ＝ 贷款的尚欠；不超过贷款的支持额；减申请（同一贷款，补偿为通过）的补偿额合计；不低于0元。
输出 所见申请 ＝ 贷款的企业的申请数。
要求 “备案通过”：贷款的备案为通过。
要求 “逾期”：有逾期（同一贷款）。
)";

class Facts {
  public:
    explicit Facts(const model::Schema& schema) : schema_(schema) {}

    void add(const std::string& record, const std::string& key,
             const std::vector<std::pair<std::string, std::string>>& values) {
        const model::RecordId id = record_id(record);
        data::RowText row{id, key, {}, {}};
        for (const auto& [name, text] : values)
            row.values.push_back({field_id(id, name), text, {}});
        rows.push_back(std::move(row));
    }
    std::vector<data::RowText> rows;

  private:
    model::RecordId record_id(const std::string& name) const {
        for (std::uint32_t index = 0; index < schema_.records.size(); ++index) {
            if (schema_.records[{index}].name == name)
                return {index};
        }
        throw std::runtime_error("no such record: " + name);
    }
    model::FieldId field_id(model::RecordId record, const std::string& name) const {
        for (const model::FieldId field : schema_.records[record].fields) {
            if (schema_.fields[field].name == name)
                return field;
        }
        throw std::runtime_error("no such field: " + name);
    }
    const model::Schema& schema_;
};

std::string some_day() {
    return fmt::format("2025-{:02}-{:02}", *rc::gen::inRange(1, 13), *rc::gen::inRange(1, 29));
}
std::string day_or_none() { return *rc::gen::inRange(0, 3) == 0 ? "" : some_day(); }
std::string one_of(const char* prefix, int count) {
    return prefix + std::to_string(*rc::gen::inRange(0, count));
}

/// A world with few firms and days, so that records meet.
std::vector<data::RowText> some_world(const model::Schema& schema) {
    Facts facts(schema);
    constexpr int firms = 2;
    const int loans = *rc::gen::inRange(2, 14);
    const auto key = [](const char* prefix, int at) { return prefix + std::to_string(at); };
    for (int at = 0; at < firms; ++at)
        facts.add("企业", key("F", at), {{"退出日", *rc::gen::inRange(0, 6) == 0 ? some_day() : ""}});
    for (int at = 0; at < loans; ++at) {
        const std::string yuan = *rc::gen::inRange(0, 15) == 0 ? "" : std::to_string(*rc::gen::inRange(1, 9));
        facts.add("贷款", key("L", at),
                  {{"企业", one_of("F", firms)}, {"放款日", some_day()}, {"本金", yuan}});
        facts.add("质押", key("P", at), {{"贷款", one_of("L", loans)}, {"估值", "1"}});
        facts.add("还款", key("R", at),
                  {{"贷款", one_of("L", loans)}, {"还款日", some_day()}, {"数额", "1"}});
        if (at % 2 == 0)
            facts.add("逾期", key("O", at),
                      {{"贷款", one_of("L", loans)}, {"逾期日", some_day()}, {"结清日", day_or_none()}});
        if (at % 3 == 0)
            facts.add("尽职调查", key("D", at), {{"企业", one_of("F", firms)}, {"结论日", some_day()}});
        facts.add("申请", key("C", at),
                  {{"贷款", one_of("L", loans)}, {"申请日", some_day()}, {"决定日", day_or_none()}});
    }
    return facts.rows;
}

/// The first decision of `part` before `day` that `whole` does not repeat; empty when there is none.
std::string changed(const std::map<std::string, DecidedText>& part,
                    const std::map<std::string, DecidedText>& whole, value::Date day) {
    for (const auto& [name, decided] : part) {
        const DecidedText& later = whole.at(name);
        if (later.day < day && later.text != decided.text)
            return name + "：" + decided.text + " → " + later.text;
    }
    return {};
}

} // namespace

TEST_CASE("random worlds: later facts change no earlier decision") {
    const project::Project loaded = load_text(fund);
    const bool holds = rc::check("later facts change no earlier decision", [&] {
        const std::vector<data::RowText> whole =
            without_backdated(loaded.policy.schema, some_world(loaded.policy.schema));
        const value::Date cut = *value::Date::from_ymd(2025, *rc::gen::inRange(2, 13), 1);
        const std::vector<data::RowText> part = rows_before(loaded.policy.schema, whole, cut);
        const std::string difference =
            changed(decisions_of(loaded.policy, part, today), decisions_of(loaded.policy, whole, today), cut);
        RC_LOG() << difference;
        RC_ASSERT(difference.empty());
    });
    CHECK(holds);
}

TEST_CASE("random worlds: the order of rows changes nothing") {
    const project::Project loaded = load_text(fund);
    const bool holds = rc::check("the order of rows changes nothing", [&] {
        std::vector<data::RowText> world = some_world(loaded.policy.schema);
        const auto before = decisions_of(loaded.policy, world, today);
        std::reverse(world.begin(), world.end());
        std::rotate(world.begin(), world.begin() + *rc::gen::inRange(0, static_cast<int>(world.size())),
                    world.end());
        const auto after = decisions_of(loaded.policy, world, today);
        for (const auto& [name, decided] : before)
            RC_ASSERT(after.at(name).text == decided.text);
    });
    CHECK(holds);
}

TEST_CASE("the sample cases of Dalian, cut at any month, decide as they did in the end") {
    const project::Project loaded = load_policy(dalian);
    const std::vector<data::RowText> rows = rows_of_folder(loaded.policy.schema, dalian + "/cases");
    const auto whole = decisions_of(loaded.policy, rows, today);
    REQUIRE(whole.size() > 60);
    for (int month = 2; month <= 18; ++month) {
        const value::Date cut = *value::Date::from_ymd(2025 + (month - 1) / 12, (month - 1) % 12 + 1, 1);
        const auto part = decisions_of(loaded.policy, rows_before(loaded.policy.schema, rows, cut), today);
        INFO(cut.to_text());
        CHECK(changed(part, whole, cut).empty());
    }
}

TEST_CASE("a hundred thousand loans of one firm in one year settle in seconds, without deep recursion") {
    constexpr int loans = 100000;
    const project::Project loaded = load_text(fund);
    Facts facts(loaded.policy.schema);
    facts.add("企业", "F", {});
    for (int at = 0; at < loans; ++at) {
        const std::string day = fmt::format("2025-{:02}-{:02}", 1 + at / 8400, 1 + at / 300 % 28);
        facts.add("贷款", fmt::format("L{:06}", at), {{"企业", "F"}, {"放款日", day}, {"本金", "1"}});
    }
    const data::CaseData data = data::build_tables(loaded.policy.schema, facts.rows);
    REQUIRE(data.turned_back.empty());
    const auto start = std::chrono::steady_clock::now();
    interp::Evaluator evaluator{loaded.policy, data, interp::Options{today, {}, {}, {}}};
    evaluator.settle();
    const interp::Decision& last = evaluator.decide({0}, loans - 1);
    const auto took =
        std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() - start);
    CHECK(std::get<model::Scalar>(last.outputs.at(0).value) == model::Scalar{value::Number{0}});
    CHECK(std::get<model::Scalar>(last.outputs.at(1).value) == model::Scalar{value::Number{loans}});
    INFO("settled in " << took.count() << " s");
    CHECK(took < std::chrono::minutes(5));
}
