// Mistakes in declarations, headings, versions and examples, each with the message that an officer gets.
#include "checking.hpp"

#include <catch2/catch.hpp>

using namespace tiaoli::check::test;

namespace {

void check_all(const std::vector<Mistake>& mistakes, const std::string& before) {
    for (const Mistake& mistake : mistakes) {
        Checked checked;
        check_texts({before + mistake.text}, checked);
        INFO(mistake.code << ": " << mistake.text << checked.said());
        CHECK(checked.has(mistake.code));
    }
}

} // namespace

TEST_CASE("every mistake in the records gets its message") {
    check_all(
        {
            {"C201", "记录 甲（号）\n号：文本\n记录 甲（号）\n号：文本\n"},
            {"C203", "记录 甲（号）\n号：文本\n我的：文本\n"},
            {"C204", "记录 甲（号）\n号：文本\n一年：文本\n"},
            {"C205", "记录 甲（号）\n号：文本\n未还：金额\n"},
            {"C206", "枚举 类：甲\n"},
            {"C207", "记录 甲（号）\n号：文本\n乙：完全没有的东西\n"},
            {"C208", "记录 甲（号）\n号：文本\n乙：文木\n"},
            {"C209", "记录 甲（号）\n名：文本\n"},
            {"C210", "记录 甲（号）\n号：文本，可缺\n"},
            {"C211", "记录 甲（号），发生于日\n号：文本\n日：日期，可缺\n同日次序 甲\n"},
            {"C212", "记录 甲（号），发生于日\n号：文本\n日：日期\n记录 "
                     "乙（号），发生于日\n号：文本\n日：日期\n同日次序 甲\n"},
            {"C213", "记录 甲（号），发生于日\n号：文本\n日：日期\n同日次序 甲、甲\n"},
            {"C214", "记录 甲（号）\n号：文本\n同日次序 甲\n"},
            {"C215", "记录 甲（号）\n号：文本\n乙：金额，可未发生\n"},
            {"C216", "记录 甲（号）\n号：文本\n乙：金额，缺省多少\n"},
            {"C217", "记录 甲（号）\n号：文本\n乙：日期，单位万元\n"},
            {"C218", "记录 甲（号）\n号：文本\n乙：日期，可缺，可无\n"},
            {"C219", "记录 甲（号）\n号：文本，格式“[”\n"},
            {"C237", "事项 备案：审核没有。\n没有 ＝ 1。\n"},
        },
        head);
}

TEST_CASE("every mistake in headings and in what a version says of itself gets its message") {
    const std::string records = head + schema + "要求 本金超过1元。\n";
    check_all(
        {
            {"C221", "第一条\n> 又一。\n"},
            {"C222", "第五章 甲\n第二条\n> 略。\n不设规则 “无”\n第五章 乙\n"},
            {"C223", "第五条\n> 略。\n不设规则 “无”\n第二条\n> 略。\n不设规则 “无”\n"},
            {"C225", "有效期至 2027年13月1日\n"},
            {"C226", "有效期至 2024年1月1日\n"},
            {"C228", "施行 2026年1月1日\n"},
            {"C230", "【完全没有这个】\n"},
            {"C231", "【备安】\n"},
            {"C232", "第二条\n> 略。\n要求 本金超过1元。\n"},
            {"C241", "第二条\n> 只有原文。\n"},
            {"C242", "第二条\n> 略。\n不设规则 “无”\n【备案】\n要求 本金超过1元。\n"},
            {"C243", "待释 “一”\n解释 “二”\n"},
            {"C411", "假设 贷款 甲：本金 1元\n"},
        },
        records);
    Checked provisional;
    check_texts({"政策 “试”\n版本 “一”\n施行 2025年1月1日（暂定）\n" + schema + "要求 本金超过1元。\n"},
                provisional);
    CHECK(provisional.has("C224"));
    Checked undated;
    check_texts({"政策 “试”\n版本 “一”\n" + schema + "要求 本金超过1元。\n"}, undated);
    CHECK(undated.has("C227"));
}

TEST_CASE("an article that says when the version is in force, or gives a figure, may be one without rules") {
    Checked force;
    check_texts({head + schema +
                 "要求 本金超过1元。\n第二条\n> 略。\n有效期至 2027年1月1日\n"
                 "参数 额 ＝ 1元。\n待释 “一”\n不设规则 “只写有效期”\n"},
                force);
    INFO(force.said());
    CHECK(!force.has("C242"));
    CHECK(!force.has("C241"));
}

TEST_CASE("every mistake in an example gets its message") {
    check_all(
        {
            {"C412", "案例 “一”\n假设 贷款 甲：本金 1元\n结果 甲的备案为通过\n案例 “一”\n假设 贷款 甲：本金 "
                     "1元\n结果 甲的备案为通过\n"},
            {"C413", "案例 “一”，同案例 “没有”\n假设 贷款 甲：本金 1元\n结果 甲的备案为通过\n"},
            {"C414", "案例 “一”\n假设 贷款人 甲：本金 1元\n假设 房屋 甲：本金 1元\n结果 甲的备案为通过\n"},
            {"C415", "案例 “一”\n假设 贷款：本金 1元\n"},
            {"C416", "案例 “一”\n假设 贷款 甲：本金 1元\n结果 乙的备案为通过\n"},
            {"C417", "案例 “一”\n假设 贷款 甲：本斤 1元\n结果 甲的备案为通过\n"},
            {"C418", "案例 “一”\n假设 贷款 甲：本金 1元\n结果 甲的备案通过\n"},
            {"C419", "案例 “一”\n假设 贷款 甲：本金 1元\n结果 甲的备案为不通过，依据第九十九条\n"},
            {"C420", "案例 “一”\n假设 贷款 甲：本金 1元\n"},
        },
        head + schema + "要求 本金超过1元。\n");
}

TEST_CASE("versions share one schema, and may not contradict each other in it") {
    const std::string second = "政策 “试行办法”\n版本 “二”\n施行 2026年1月1日\n";
    Checked same;
    check_texts({head + schema + "要求 本金超过1元。\n", second + schema + "要求 本金超过2元。\n"}, same);
    INFO(same.said());
    CHECK(!same.messages.has_errors());
    CHECK(same.policy.versions.size() == 2);
    CHECK(same.policy.schema.records.size() == 3);

    std::string other = schema;
    other.replace(other.find("人数：整数"), std::string("人数：整数").size(), "人数：金额");
    Checked contradiction;
    check_texts({head + schema + "要求 本金超过1元。\n", second + other + "要求 本金超过2元。\n"},
                contradiction);
    CHECK(contradiction.has("C202"));
    CHECK(contradiction.has("C200") == false); // the other place is a note of the message, not one of its own
    CHECK(contradiction.said().find("另一处在这里") != std::string::npos);

    std::string elsewhere = schema;
    elsewhere.replace(elsewhere.find("备案：审核贷款，依据日为放款日"),
                      std::string("备案：审核贷款，依据日为放款日").size(), "备案：审核企业，依据日为注册日");
    Checked moved;
    check_texts({head + schema, second + elsewhere}, moved);
    CHECK(moved.has("C238"));

    Checked renamed;
    check_texts({head + schema, "政策 “别的”\n版本 “二”\n施行 2026年1月1日\n" + schema}, renamed);
    CHECK(renamed.has("C229"));
}
