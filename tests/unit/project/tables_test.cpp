// Mistakes in tables, each with its message, and tables that are right.
#include "checking.hpp"

#include <catch2/catch.hpp>

using namespace tiaoli;
using namespace tiaoli::check::test;

namespace {

/// The codes that a table under 【贷款】 causes beside the notice that its result is not used.
std::string codes(const std::string& table) {
    Checked checked;
    check_texts({head + schema + "要求 本金超过0元。\n【贷款】\n" + table}, checked);
    std::string all;
    for (const std::string& code : checked.codes()) {
        all += code == "C245" ? "" : (all.empty() ? "" : " ") + code;
    }
    return all;
}

std::string said(const std::string& table) {
    Checked checked;
    check_texts({head + schema + "要求 本金超过0元。\n【贷款】\n" + table}, checked);
    return checked.said();
}

const std::string by_amount = "决策表（本金（万元））得上限\n|本金|上限|\n";
const std::string tiers = "分档表 本金（万元）得费用，超额累进\n|本金|费用|\n";

} // namespace

TEST_CASE("tables that are right cause no message") {
    CHECK(codes(by_amount + "|不满20|1元|\n|满20不满30|2元|\n|30以上|3元|\n").empty());
    CHECK(codes(by_amount + "|20以下|1元|\n|超过20，30以下|2元|\n|其他|3元|\n").empty());
    CHECK(codes("决策表（企业的规模、企业独立法人）得上限（%）\n|企业的规模|企业独立法人|上限（%）|\n"
                "|小型、中型|任意|20|\n|微型|是|30|\n|不为小型|否|20|\n")
              .empty());
    CHECK(codes("决策表（放款日）得率二\n|放款日|率二|\n|早于2025年3月1日|1%|\n|不早于2025年3月1日|2%|\n")
              .empty());
    CHECK(codes("决策表（本金）得乙数、甲数\n|本金|乙数|甲数|\n|不超过利息|1%|2元|\n|超过利息|2%|利息|\n") ==
          "C366");
    CHECK(codes(tiers + "|10以下|1%|\n|超过10，20以下|2%|\n|超过20|3%|\n").empty());
    CHECK(codes("分档表（人数）得费用（元），超额累进\n|人数|费用|\n|10人以下|5|\n|超过10人|6|\n").empty());
}

TEST_CASE("the lines of a table: headings, cells, units, options") {
    CHECK(codes("决策表（本金）得上限\n") == "C260");
    CHECK(codes("决策表（本金）得上限\n|本金|上限|\n|---|---|\n") == "C260");
    CHECK(codes("决策表（本金）得上限\n|本金|\n|1元|1元|\n") == "C261");
    CHECK(codes("决策表（本金）得上限\n|利息|上限|\n|任意|1元|\n") == "C262");
    CHECK(codes("决策表（本金、利息）得上限\n|利息|本金|上限|\n|任意|任意|1元|\n") == "C262");
    CHECK(codes(by_amount + "|20以下|1元|2元|\n") == "C263");
    CHECK(codes(by_amount + "||1元|\n") == "C264");
    CHECK(codes(by_amount + "| - |1元|\n") == "C264");
    CHECK(codes(by_amount + "|任意|  |\n") == "C265");
    CHECK(codes("决策表（本金）得上限\n|本金（斤）|上限|\n|任意|1元|\n") == "C266");
    CHECK(codes("决策表（本金（元））得上限\n|本金（万元）|上限|\n|任意|1元|\n") == "C267");
    CHECK(codes(by_amount + "|任意|1元|\n|任意|1元|\n|") == "C263");
    CHECK(codes("决策表（本金）得上限，全额适用\n|本金|上限|\n|任意|1元|\n") == "C269");
    CHECK(codes("分档表 本金 得上限，取先满足的一行，全额适用\n|本金|上限|\n|任意|1元|\n") == "C269");
    CHECK(codes("决策表（本金）得上限，取先满足的一行，取先满足的一行\n|本金|上限|\n|任意|1元|\n") == "C228");
    CHECK(codes("决策表（本金）得上限，自某日起\n|本金|上限|\n|任意|1元|\n") == "C225");
    CHECK(codes("决策表（本金）得上限、上限\n|本金|上限|上限|\n|任意|1元|1元|\n") == "C201");
    CHECK(codes("决策表（本金）得利息\n|本金|利息|\n|任意|1元|\n") == "C235");
    std::string many = by_amount;
    for (int row = 0; row <= 2000; ++row) {
        many += "|任意|1元|\n";
    }
    CHECK(codes(many) == "C268");
}

TEST_CASE("the cells of a table have the types of their columns") {
    CHECK(codes("决策表（本金）得上限\n|本金|上限|\n|满20|1元|\n|其他|2元|\n") == "C312");
    CHECK(codes("决策表（本金）得上限\n|本金|上限|\n|早于20元|1元|\n|其他|2元|\n") == "C315");
    CHECK(codes(by_amount + "|20以下|1元|\n|其他|50%|\n") == "C337");
    CHECK(codes("决策表（企业的规模）得上限\n|企业的规模|上限|\n|巨型|1元|\n|其他|2元|\n") == "P109");
    CHECK(codes("决策表（模式、本金）得上限\n|模式|本金|上限|\n|任意|其他|1元|\n|任意|任意|2元|\n") ==
          "C277");
}

TEST_CASE("tiers: which reading is meant, and stretches that join") {
    CHECK(codes("分档表 本金 得费用\n|本金|费用|\n|任意|1%|\n") == "C270");
    CHECK(codes("分档表 本金 得费用，全额适用，超额累进\n|本金|费用|\n|任意|1%|\n") == "C270");
    CHECK(codes("分档表（本金、利息）得费用，全额适用\n|本金|利息|费用|\n|任意|任意|1%|\n") == "C271");
    CHECK(codes("分档表 率 得费用，超额累进\n|率|费用|\n|1%以下|1%|\n|超过1%|2%|\n") == "C272");
    CHECK(codes(tiers + "|10以下|1元|\n") == "C272");
    CHECK(codes(tiers + "|10以下|1%|\n|其他|2%|\n") == "C273");
    CHECK(codes(tiers + "|不超过利息|1%|\n|超过利息|2%|\n") == "C273");
    CHECK(codes(tiers + "|超过5，10以下|1%|\n|超过10|2%|\n") == "C274");
    CHECK(codes(tiers + "|10以下|1%|\n|超过11|2%|\n") == "C275");
    CHECK(codes(tiers + "|10以下|1%|\n|10以上|2%|\n") == "C275");
    CHECK(codes(tiers + "|不满10|1%|\n|超过10|2%|\n") == "C275");
    CHECK(codes(tiers + "|10以下|1%|\n|超过10|2%|\n|超过20|3%|\n") == "C276");
    CHECK(codes(tiers + "|10以下|1%|\n|超过10，20以下|2%|\n") == "C279");
}

TEST_CASE("overlaps, gaps and rows never reached come with an example") {
    CHECK(said(by_amount + "|20以下|1元|\n|20以上|2元|\n")
              .find("本金为20万元时，第 1 行和第 2 行都适用，得出的“上限”不同（1元、2元）") !=
          std::string::npos);
    CHECK(codes(by_amount + "|20以下|1元|\n|20以上|1元|\n").empty());
    CHECK(said(by_amount + "|不满20|1元|\n|超过20|2元|\n").find("本金为20万元时，没有一行适用") !=
          std::string::npos);
    CHECK(said("决策表（企业的规模、人数）得上限\n|企业的规模|人数|上限|\n|小型、中型|任意|1元|\n|微型|"
               "满10人|2元|\n")
              .find("企业的规模为微型、人数为0人时，没有一行适用") != std::string::npos);
    const std::string first = "决策表（本金（万元））得上限，取先满足的一行\n|本金|上限|\n";
    CHECK(codes(first + "|20以下|1元|\n|10以下|2元|\n|其他|3元|\n") == "C365");
    CHECK(codes(first + "|满20不满10|1元|\n|任意|2元|\n") == "C365");
    CHECK(codes(first + "|任意|1元|\n|10以下|2元|\n") == "C365");
    CHECK(codes(by_amount + "|20以下|1元|\n|20以上|2元|\n") == "C278");
    CHECK(codes(by_amount + "|不满20|1元|\n|超过20|2元|\n") == "C279");
}

TEST_CASE("tables of different days are looked at apart") {
    const std::string rows = "\n|本金|上限|\n|20以下|";
    CHECK(codes("决策表（本金（万元））得上限，自2025年1月1日起" + rows +
                "1元|\n|超过20|2元|\n决策表（本金（万元））得上限，自2026年1月1日起" + rows +
                "3元|\n|超过20|4元|\n")
              .empty());
    CHECK(codes("决策表（本金（万元））得上限，自2025年1月1日起" + rows +
                "1元|\n|超过20|2元|\n决策表（本金（万元））得上限，自2025年1月1日起" + rows +
                "3元|\n|超过20|4元|\n") == "C367");
}

TEST_CASE("guarded clauses that overlap for certain are an error, those that may not are none") {
    const std::string cap = "上限 ＝ 本金超过20元的，1元；";
    CHECK(codes(cap + "本金超过10元的，2元。\n") == "C367");
    CHECK(codes(cap + "本金不超过20元的，2元。\n").empty());
    CHECK(codes(cap + "利息超过10元的，1元。\n").empty());
    CHECK(codes(cap + "利息超过10元的，2元。\n") == "C367");
    CHECK(codes(cap + "本金超过利息的，2元。\n").empty());
    CHECK(codes(cap + "本金超过30元的，利息。\n").empty());
    CHECK(codes("倍 ＝ 本金×2。\n上限 ＝ 倍超过20元的，1元；利息超过10元的，2元。\n").empty());
    CHECK(codes("上限 ＝ 企业的规模为微型的，1元。\n上限 ＝ 企业的规模属于微型、小型的，2元。\n") == "C367");
    CHECK(said("上限 ＝ 企业的规模为微型的，1元。\n上限 ＝ 企业的规模属于微型、小型的，2元。\n")
              .find("企业的规模为微型时") != std::string::npos);
}
