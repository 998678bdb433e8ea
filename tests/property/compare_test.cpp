// Two versions differ where their models do and nowhere else; the sums of a comparison are those of two runs; every changed case
// has a cause, and a cause is enough.
#include "worlds.hpp"

#include "tiaoli/compare/attribution.hpp"
#include "tiaoli/report/addable.hpp"

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

using namespace tiaoli;
using namespace tiaoli::property;

namespace {

/// What a small policy says, and how it is written.
struct Recipe {
    int ratio = 40;
    int limit = 300;
    bool has_tier = false;
    bool has_article = false;
    int base = 100;
    bool is_reordered = false; ///< from here on: the way of writing
    bool is_english = false;
    bool has_comments = false;

    bool says_the_same(const Recipe& other) const {
        return std::tie(ratio, limit, has_tier, has_article, base) ==
               std::tie(other.ratio, other.limit, other.has_tier, other.has_article, other.base);
    }
};

Recipe any_recipe() {
    Recipe recipe;
    recipe.ratio = *rc::gen::element(30, 40, 50);
    recipe.limit = *rc::gen::element(300, 400);
    recipe.has_tier = *rc::gen::arbitrary<bool>();
    recipe.has_article = *rc::gen::arbitrary<bool>();
    recipe.base = *rc::gen::element(90, 100);
    recipe.is_reordered = *rc::gen::arbitrary<bool>();
    recipe.is_english = *rc::gen::arbitrary<bool>();
    recipe.has_comments = *rc::gen::arbitrary<bool>();
    return recipe;
}

std::string text_of(const Recipe& recipe) {
    const std::string note = recipe.has_comments ? " // 说明\n" : "\n";
    const std::string require = recipe.is_english ? "require " : "要求 ";
    const std::string high = fmt::format("{}“比例”：比例{}{}%。", require,
                                         recipe.is_english ? " atmost " : "不高于", recipe.ratio);
    const std::string some = require + "“本金”：本金高于0元。";
    std::string text =
        "政策 “试”\n版本 “一”\n枚举 类别：甲、乙、丙\n同日次序 贷款\n记录 银行（号）\n号：文本\n"
        "记录 贷款（号），发生于日\n号：文本\n日：日期\n银行：银行\n类：类别\n本金：金额\n比例：比例\n"
        "事项 备案：审核贷款，依据日为日。\n";
    text += fmt::format("【贷款】\n基数 ＝ 本金×{}%。", recipe.base) + note;
    text += "第一条\n> 基金的比例有上限。\n施行 2025年1月1日\n【备案】\n" +
            (recipe.is_reordered ? some : high) + note + (recipe.is_reordered ? high : some) + note;
    text += fmt::format("第二条\n> 单笔有上限。\n【备案】\n上限 ＝ 类为甲的，100万元；{}",
                        recipe.has_tier ? "类为乙的，" : "其他的，") +
            fmt::format("{}万元{}。", recipe.limit, recipe.has_tier ? "；其他的，600万元" : "") + note;
    text += require + "“单笔”：本金不超过上限。\n输出 补偿 ＝ 基数×比例；四舍五入到分。\n小结 补偿\n";
    if (recipe.has_article)
        text += "第三条\n> 一家银行一年的补偿有限。\n【备案】\n" + require +
                "“累计”：贷款（同一银行，备案为通过）的补偿合计低于300万元。\n";
    return text;
}

std::vector<data::RowText> any_rows(const model::Schema& schema) {
    const auto record = [&](const std::string& name) {
        for (std::uint32_t index = 0; index < schema.records.size(); ++index) {
            if (schema.records[{index}].name == name)
                return model::RecordId{index};
        }
        throw std::runtime_error(name);
    };
    const auto field = [&](model::RecordId of, const std::string& name) {
        for (const model::FieldId each : schema.records[of].fields) {
            if (schema.fields[each].name == name)
                return each;
        }
        throw std::runtime_error(name);
    };
    const model::RecordId bank = record("银行");
    const model::RecordId loan = record("贷款");
    std::vector<data::RowText> rows{{bank, "B1", {}, {}}, {bank, "B2", {}, {}}};
    const int count = *rc::gen::inRange(0, 12);
    for (int at = 0; at < count; ++at)
        rows.push_back(
            {loan,
             fmt::format("L{:02}", at),
             {{field(loan, "日"), fmt::format("2025-{:02}-10", at + 1), {}},
              {field(loan, "银行"), *rc::gen::element<std::string>("B1", "B2"), {}},
              {field(loan, "类"), *rc::gen::element<std::string>("甲", "乙", "丙"), {}},
              {field(loan, "本金"), std::to_string(*rc::gen::inRange(1, 50) * 100000 + 33) + ".33", {}},
              {field(loan, "比例"), *rc::gen::element<std::string>("30%", "35%", "45%", "55%"), {}}},
             {}});
    return rows;
}

const value::Date today = *value::Date::from_ymd(2026, 6, 30);

/// The sum of each output that may be added up, over what passed in a run of its own.
std::map<std::string, value::Number> sums_of_run(const model::Policy& policy, const data::CaseData& data) {
    interp::Options options;
    options.today = today;
    options.only_version = model::VersionId{0};
    interp::Evaluator evaluator{policy, data, options};
    std::map<std::string, value::Number> sums;
    const std::set<model::FieldId> addable = report::addable_outputs(policy);
    for (const report::MatterDecisions& matter : report::decide_all(evaluator, {model::MatterId{0}})) {
        for (const interp::Decision& decision : matter.decisions) {
            for (const interp::OutputValue& output : decision.outputs) {
                const auto* scalar = std::get_if<model::Scalar>(&output.value);
                if (decision.verdict != model::Verdict::Pass || scalar == nullptr ||
                    !addable.contains(output.field))
                    continue;
                value::Number& sum = sums[policy.schema.fields[output.field].name];
                sum = sum + std::get<value::Number>(*scalar);
            }
        }
    }
    return sums;
}

} // namespace

TEST_CASE("a comparison shows a change of rules exactly where two versions do not say the same") {
    const bool holds = rc::check("changes", [] {
        const Recipe old = any_recipe();
        const Recipe now = *rc::gen::arbitrary<bool>() ? any_recipe() : old;
        Recipe written = now;
        written.is_reordered = !written.is_reordered;
        const project::Project before = load_text(text_of(old));
        const compare::Comparison found = compare::compare(before, load_text(text_of(written)));
        RC_ASSERT(found.changes.empty() == old.says_the_same(now));
    });
    CHECK(holds);
}

TEST_CASE(
    "the sums of a comparison are those of two runs, its groups add up to them, and causes are enough") {
    const bool holds = rc::check("sums", [] {
        const project::Project before = load_text(text_of(any_recipe()));
        const project::Project after = load_text(text_of(any_recipe()));
        const std::vector<data::RowText> rows = any_rows(before.policy.schema);
        const data::CaseData old_data = data::build_tables(before.policy.schema, rows);
        const data::CaseData new_data = data::build_tables(after.policy.schema, rows);
        interp::Evaluator old_evaluator{before.policy, old_data, compare::options_for(today)};
        interp::Evaluator new_evaluator{after.policy, new_data, compare::options_for(today)};
        const compare::Side old_side{before, old_data};
        const compare::Side new_side{after, new_data};
        const compare::DecisionChanges changes =
            compare::decision_changes(old_side, old_evaluator, new_side, new_evaluator);
        const compare::MatterSums& sums = changes.matters.front();
        RC_ASSERT(sums.sums.money[0] == sums_of_run(before.policy, old_data));
        RC_ASSERT(sums.sums.money[1] == sums_of_run(after.policy, new_data));
        for (const compare::Dimension& dimension : sums.dimensions) {
            for (const int side : {0, 1}) {
                value::Number sum = 0;
                for (const auto& [group, each] : dimension.groups)
                    sum = sum + each.of(side, "补偿");
                RC_ASSERT(sum == sums.sums.of(side, "补偿"));
            }
        }
        const compare::Comparison comparison = compare::compare(before, after);
        const compare::Attribution causes = compare::attribution(
            comparison, changes, old_side, new_side,
            [&](const model::Schema& schema) {
                return std::make_unique<data::CaseData>(data::build_tables(schema, rows));
            },
            today);
        RC_ASSERT(causes.sound);
        RC_ASSERT(causes.exact);
        for (const compare::Cause& cause : causes.causes)
            RC_ASSERT(!cause.sufficient.empty());
    });
    CHECK(holds);
}
