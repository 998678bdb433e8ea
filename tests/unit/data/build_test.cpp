// Tables from rows given in memory, and single values.
#include "case_text.hpp"

#include <catch2/catch.hpp>

using namespace tiaoli;

namespace {

struct Facts {
    model::Schema schema = case_text::schema();
    std::vector<data::RowText> rows;

    model::FieldId field(model::RecordId record, const std::string& name) const {
        for (const model::FieldId field : schema.records[record].fields) {
            if (schema.fields[field].name == name)
                return field;
        }
        FAIL(name);
        return {};
    }
    void row(model::RecordId record, const std::string& key,
             const std::vector<std::pair<std::string, std::string>>& values, source::Span span = {}) {
        data::RowText row{record, key, {}, span};
        for (const auto& [name, text] : values)
            row.values.push_back({field(record, name), text, span});
        rows.push_back(row);
    }
};

constexpr model::RecordId enterprise{0};
constexpr model::RecordId loan{1};
constexpr model::RecordId pledge{2};

} // namespace

TEST_CASE("rows given in memory read as cells do; what is not mentioned is missing") {
    Facts facts;
    facts.row(enterprise, "甲", {{"规模", "微型"}, {"收入", "300万元"}});
    facts.row(loan, "L1", {{"企业", "甲"}, {"放款日", "2023年3月1日"}});
    facts.row(pledge, "L1、甲", {});
    facts.row(pledge, "某件", {{"贷款", "L1"}, {"企业", "甲"}});
    const data::CaseData data = data::build_tables(facts.schema, facts.rows);
    CHECK(case_text::tables(facts.schema, data) ==
          "企业 甲: 代码=甲 规模=微型 人数? 收入=3000000 独立法人? 电话?\n"
          "贷款 L1: 合同号=L1 企业=→甲 担保人- 放款日=2023-03-01 本金? 比例=0 结清日… 系数? 年度? 宽限期?\n");
    // Both pledges have one key now, so neither can be taken.
    CHECK(data.turned_back.size() == 2);
    CHECK(data.table(enterprise).place(0, facts.field(enterprise, "规模")).heading == "规模");
}

TEST_CASE("messages about rows given in memory point into the policy file") {
    Facts facts;
    source::Sources sources;
    const source::SourceId id = sources.add("a.policy", "假设 贷款 L1：企业 甲，放款日 昨天");
    facts.row(loan, "L1", {{"企业", "甲"}, {"放款日", "昨天"}}, {id, 0, 6});
    facts.row(loan, "L2", {{"企业", "甲"}, {"本金", ""}}, {id, 0, 6});
    const data::CaseData data = data::build_tables(facts.schema, facts.rows);
    CHECK(data.table(loan).rows() == 0);
    CHECK(data.turned_back.size() == 2);
    CHECK(diag::render_text(data.messages.all()[0], sources, diag::Language::Chinese) ==
          "a.policy:1:1: 错误 D549: “昨天”不是日期。请写成 2023-03-01 的样子\n"
          "    假设 贷款 L1：企业 甲，放款日 昨天\n"
          "    ^~~~\n");
    std::string codes;
    for (const diag::Diagnostic& each : data.messages.all())
        codes += std::string(diag::code(each.message)) + " ";
    CHECK(codes == "D549 D533 D541 D541 D533 ");
}

TEST_CASE("one value, as a cell of a field") {
    Facts facts;
    facts.row(enterprise, "甲", {});
    const data::CaseData data = data::build_tables(facts.schema, facts.rows);
    const auto read = [&](model::RecordId record, const std::string& name, const std::string& text) {
        return data::read_value(facts.schema, data, facts.field(record, name), text);
    };
    CHECK(read(loan, "本金", "493,827.16元") == model::Scalar(*value::Number::parse_decimal("493827.16")));
    CHECK(read(loan, "企业", " 甲 ") == model::Scalar(model::RowRef{enterprise, 0}));
    CHECK(read(loan, "企业", "乙") == std::nullopt);
    CHECK(read(loan, "放款日", "昨天") == std::nullopt);
    CHECK(read(loan, "放款日", "") == std::nullopt);
    CHECK(read(enterprise, "独立法人", "是") == model::Scalar(true));
}
