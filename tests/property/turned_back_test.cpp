// A row that is turned back never helps: a loan or claim that did not pass does not pass because a fact could not be read, unless
// another one became 退回补正 for it and the result names that one.
#include "deciding.hpp"

#include <catch2/catch.hpp>
#include <set>
#include <sstream>

using namespace tiaoli::property;

namespace {

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) {
        lines.push_back(line);
    }
    return lines;
}

/// The keys of a result table that passed for certain: key and verdict are the first two cells, and no returned one is named.
std::set<std::string> passed_for_certain(const std::string& table) {
    std::set<std::string> keys;
    for (const std::string& line : lines_of(table)) {
        const std::size_t comma = line.find(',');
        if (comma != std::string::npos && line.substr(comma + 1).starts_with("通过,") &&
            line.find("退回补正，补正后可能改变本结论") == std::string::npos) {
            keys.insert(line.substr(0, comma));
        }
    }
    return keys;
}

/// The keys of a result table that passed.
std::set<std::string> passed(const std::string& table) {
    std::set<std::string> keys;
    for (const std::string& line : lines_of(table)) {
        const std::size_t comma = line.find(',');
        if (comma != std::string::npos && line.substr(comma + 1).starts_with("通过,")) {
            keys.insert(line.substr(0, comma));
        }
    }
    return keys;
}

/// The file with a cell too many in every row, or in one: such rows cannot be read.
std::string damaged(const std::string& text, std::size_t row) {
    std::string out;
    const auto lines = lines_of(text);
    for (std::size_t at = 0; at < lines.size(); ++at) {
        out += lines[at] + (at > 0 && (row == 0 || row == at) ? ",多一格" : "") + "\n";
    }
    return out;
}

/// The file with something unreadable in one column of every row.
std::string blotted(const std::string& text, std::size_t column) {
    std::string out;
    const auto lines = lines_of(text);
    for (std::size_t at = 0; at < lines.size(); ++at) {
        std::string line;
        std::size_t number = 0;
        std::istringstream in(lines[at]);
        for (std::string cell; std::getline(in, cell, ',');) {
            line += (number > 0 ? "," : "") + (at > 0 && number == column ? "?？不是值" : cell);
            ++number;
        }
        out += line + (lines[at].ends_with(',') ? "," : "") + "\n";
    }
    return out;
}

void check_no_new_pass(const std::string& file,
                       const std::function<std::string(const std::string&)>& damage) {
    static const auto sound = decide(dalian, dalian + "/cases");
    const ScratchFolder folder;
    copy_folder(dalian + "/cases", folder.path(), [&](const std::string& name, std::string text) {
        return name == file ? damage(text) : text;
    });
    const auto now = decide(dalian, folder.path());
    for (const std::string table : {"贷款备案.csv", "风险补偿.csv"}) {
        const auto before = passed(sound.at(table));
        for (const std::string& key : passed_for_certain(now.at(table))) {
            INFO(file << " " << table << " " << key);
            CHECK(before.contains(key));
        }
    }
}

const std::vector<std::string> fact_files = {"贷款.csv",    "补偿申请.csv", "逾期.csv",     "尽职调查.csv",
                                             "查实.csv",    "质押.csv",     "知识产权.csv", "规模认定.csv",
                                             "企业.csv",    "合作机构.csv", "合作协议.csv", "专户流水.csv",
                                             "业务恢复.csv"};

} // namespace

TEST_CASE("rows that cannot be read at all make nothing pass") {
    for (const std::string& file : fact_files) {
        check_no_new_pass(file, [](const std::string& text) { return damaged(text, 0); });
        check_no_new_pass(file, [](const std::string& text) { return damaged(text, 1); });
    }
}

TEST_CASE("a cell that cannot be read makes nothing pass") {
    for (const std::string file : {"贷款.csv", "逾期.csv", "尽职调查.csv", "查实.csv", "质押.csv"}) {
        for (std::size_t column = 0; column < 5; ++column) {
            check_no_new_pass(file, [&](const std::string& text) { return blotted(text, column); });
        }
    }
}
