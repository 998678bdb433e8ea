// Tables against a plain reading of their rows: what they give, what they leave open and what they give twice.
#include "deciding.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <rapidcheck.h>
#include <sstream>

using namespace tiaoli;
using namespace tiaoli::property;

namespace {

/// A policy over 事 with the fields 类 and 数 (from 0 to 9) and an amount; `table` stands under 【事】 and gives 得数.
std::string policy_with(const std::string& table) {
    return "政策 “试”\n版本 “一”\n施行 2020年1月1日\n记录 "
           "事（号），发生于日\n号：文本\n日：日期\n类：甲、乙、丙\n"
           "数：整数，在0至9之间\n额：金额\n同日次序 事\n事项 审：审核事，依据日为日。\n【事】\n" +
           table + "\n【审】\n要求 额不低于0元。\n输出 值 ＝ 得数；四舍五入到分。\n";
}

std::set<std::string> codes_of(const std::string& table) {
    const ScratchFolder folder;
    write_text(folder.path() + "/试.policy", policy_with(table));
    const auto project = project::load(folder.path());
    std::set<std::string> codes;
    for (const diag::Diagnostic& message : project.value().messages.all()) {
        codes.insert(std::string(diag::code(message.message)));
    }
    return codes;
}

/// What the policy gives for each amount (in fen), in their order.
std::vector<std::string> values_of(const std::string& table, const std::vector<std::int64_t>& fen) {
    const ScratchFolder folder;
    write_text(folder.path() + "/试.policy", policy_with(table));
    std::string cases = "号,日,类,数,额\n";
    for (std::size_t at = 0; at < fen.size(); ++at) {
        cases += fmt::format("{:04},2025-01-01,甲,0,{}.{:02}\n", at, fen[at] / 100, fen[at] % 100);
    }
    const ScratchFolder data;
    write_text(data.path() + "/事.csv", cases);
    std::istringstream lines(decide(folder.path(), data.path()).at("审.csv"));
    std::vector<std::string> values;
    std::string heading;
    std::getline(lines, heading);
    const std::string before = heading.substr(0, heading.find("值"));
    const auto column = static_cast<std::size_t>(std::count(before.begin(), before.end(), ',') + 1);
    for (std::string line; std::getline(lines, line);) {
        std::istringstream cells(line);
        std::string cell;
        for (std::size_t at = 0; at < column; ++at) {
            std::getline(cells, cell, ',');
        }
        values.push_back(cell.substr(0, cell.find('\r')));
    }
    return values;
}

/// Ends of tiers in 万元, ascending.
std::vector<int> some_ends() {
    std::set<int> ends;
    const int count = *rc::gen::inRange(1, 6);
    for (int at = 0; at < count; ++at) {
        ends.insert(*rc::gen::inRange(1, 40));
    }
    return {ends.begin(), ends.end()};
}

std::vector<std::int64_t> amounts_around(const std::vector<int>& ends) {
    std::vector<std::int64_t> fen{0, 1};
    for (const int end : ends) {
        const std::int64_t there = std::int64_t{end} * 1'000'000;
        fen.insert(fen.end(), {there - 1, there, there + 1});
    }
    return fen;
}

} // namespace

TEST_CASE("a table of half-open intervals gives what its rows say") {
    const bool holds = rc::check("intervals", [] {
        const std::vector<int> ends = some_ends();
        std::string table = "决策表（额（万元））得得数（元）\n|额|得数|\n";
        for (std::size_t at = 0; at <= ends.size(); ++at) {
            const std::string from = at == 0 ? "" : fmt::format("满{}", ends[at - 1]);
            const std::string to = at == ends.size() ? "" : fmt::format("不满{}", ends[at]);
            table += fmt::format("|{}{}|{}|\n", from, to, at + 1);
        }
        const std::vector<std::int64_t> fen = amounts_around(ends);
        const std::vector<std::string> values = values_of(table, fen);
        RC_ASSERT(values.size() == fen.size());
        for (std::size_t at = 0; at < fen.size(); ++at) {
            std::size_t row = 0;
            while (row < ends.size() && fen[at] >= std::int64_t{ends[row]} * 1'000'000) {
                ++row;
            }
            RC_ASSERT(values[at] == fmt::format("{}.00", row + 1));
        }
    });
    CHECK(holds);
}

TEST_CASE("progressive tiers come to the sum of their stretches, without a jump") {
    const bool holds = rc::check("tiers", [] {
        const std::vector<int> ends = some_ends();
        std::string table = "分档表 额（万元）得得数前，超额累进\n|额|得数前|\n";
        std::vector<int> rates;
        for (std::size_t at = 0; at <= ends.size(); ++at) {
            rates.push_back(*rc::gen::inRange(0, 101));
            const std::string from = at == 0 ? "" : fmt::format("超过{}", ends[at - 1]);
            const std::string to = at == ends.size() ? "" : fmt::format("{}以下", ends[at]);
            table +=
                fmt::format("|{}{}{}|{}%|\n", from, from.empty() || to.empty() ? "" : "，", to, rates[at]);
        }
        const std::vector<std::int64_t> fen = amounts_around(ends);
        const std::vector<std::string> values = values_of(table + "得数 ＝ 得数前×100。\n", fen);
        std::int64_t before = 0;
        for (std::size_t at = 0; at < fen.size(); ++at) {
            std::int64_t sum = 0; // in 1/100 fen, which is fen once multiplied by 100
            for (std::size_t tier = 0; tier <= ends.size(); ++tier) {
                const std::int64_t low = tier == 0 ? 0 : std::int64_t{ends[tier - 1]} * 1'000'000;
                const std::int64_t high =
                    tier == ends.size() ? fen[at] : std::int64_t{ends[tier]} * 1'000'000;
                sum += std::max<std::int64_t>(0, std::min(fen[at], high) - low) * rates[tier];
            }
            RC_ASSERT(values[at] == fmt::format("{}.{:02}", sum / 100, sum % 100));
            const bool follows = at > 0 && fen[at] == fen[at - 1] + 1;
            RC_ASSERT(!follows || sum - before <= 100);
            before = sum;
        }
    });
    CHECK(holds);
}

namespace {

/// A row over 类 (three values) and 数 (0 to 9) as text and as what it takes.
struct SomeRow {
    std::string cells;
    std::function<bool(int kind, int number)> takes;
};

SomeRow some_row() {
    const std::vector<std::string> kinds{"甲", "乙", "丙"};
    const int kind = *rc::gen::inRange(0, 5);
    const int low = *rc::gen::inRange(0, 9);
    const int high = *rc::gen::inRange(low + 1, 11);
    const std::string first = kind < 3    ? kinds[static_cast<std::size_t>(kind)]
                              : kind == 3 ? "不为乙"
                                          : "任意";
    const auto takes_kind = [kind](int value) {
        return kind == 4 || (kind == 3 ? value != 1 : value == kind);
    };
    if (*rc::gen::inRange(0, 4) == 0) {
        return {first + "|任意", [=](int value, int) { return takes_kind(value); }};
    }
    return {fmt::format("{}|满{}不满{}", first, low, high),
            [=](int value, int number) { return takes_kind(value) && number >= low && number < high; }};
}

} // namespace

TEST_CASE("gaps, overlaps and rows never reached are those that trying out all cases finds") {
    const bool holds = rc::check("cases", [] {
        const int count = *rc::gen::inRange(2, 7);
        const bool first = *rc::gen::arbitrary<bool>();
        std::string table = std::string("决策表（类、数）得得数（元）") + (first ? "，取先满足的一行" : "") +
                            "\n|类|数|得数|\n";
        std::vector<SomeRow> rows;
        for (int row = 0; row < count; ++row) {
            rows.push_back(some_row());
            table += fmt::format("|{}|{}|\n", rows.back().cells, row + 1);
        }
        const bool last_is_all = rows.back().cells == "任意|任意"; // 其他的: where no other row holds
        bool gap = false;
        bool overlap = false;
        std::set<int> reached;
        for (int kind = 0; kind < 3; ++kind) {
            for (int number = 0; number < 10; ++number) {
                std::vector<int> taking;
                for (int row = 0; row < count; ++row) {
                    const bool rest = last_is_all && row + 1 == count;
                    if (rest ? taking.empty() : rows[static_cast<std::size_t>(row)].takes(kind, number)) {
                        taking.push_back(row);
                    }
                }
                gap = gap || taking.empty();
                overlap = overlap || (!first && taking.size() > 1);
                reached.insert(taking.begin(), first && !taking.empty() ? taking.begin() + 1 : taking.end());
            }
        }
        const std::set<std::string> codes = codes_of(table);
        RC_LOG() << table;
        RC_ASSERT(codes.contains("C279") == gap);
        RC_ASSERT(codes.contains("C278") == overlap);
        RC_ASSERT(codes.contains("C365") == (reached.size() < static_cast<std::size_t>(count)));
    });
    CHECK(holds);
}
