// One number changed in a rule changes the decisions that depend on it and no others.
#include "deciding.hpp"

#include <catch2/catch.hpp>
#include <set>
#include <sstream>

using namespace tiaoli::property;

namespace {

/// The lines of a result table by their key (the first cell; keys hold no comma).
std::map<std::string, std::string> lines_by_key(const std::string& table) {
    std::map<std::string, std::string> lines;
    std::istringstream in(table);
    for (std::string line; std::getline(in, line);) {
        lines[line.substr(0, line.find(','))] = line;
    }
    return lines;
}

std::set<std::string> changed_keys(const std::string& before, const std::string& after) {
    const auto old_lines = lines_by_key(before);
    const auto new_lines = lines_by_key(after);
    REQUIRE(old_lines.size() == new_lines.size());
    std::set<std::string> keys;
    for (const auto& [key, line] : old_lines) {
        if (new_lines.at(key) != line) {
            keys.insert(key);
        }
    }
    return keys;
}

std::string replaced_once(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    REQUIRE(text.find(from, at + 1) == std::string::npos);
    return text.replace(at, from.size(), to);
}

/// The cells of a row of the sample cases, which quote nothing.
std::vector<std::string> cells(const std::string& row) {
    std::vector<std::string> found;
    std::istringstream in(row);
    for (std::string cell; std::getline(in, cell, ',');) {
        found.push_back(cell);
    }
    return found;
}

constexpr std::size_t enterprise_column = 1;
constexpr std::size_t bank_column = 2;
constexpr std::size_t mode_column = 5;
constexpr std::size_t agreement_column = 14;
constexpr std::size_t share_column = 6; ///< of an agreement: 基金分担比例

} // namespace

TEST_CASE("40% to 30% in article 7's rule reaches the loans whose agreement gives the fund more than 30%, "
          "and no others") {
    const ScratchFolder folder;
    copy_folder(dalian, folder.path(), [](const std::string& name, std::string text) {
        const std::string rule = "模式为知银贷的，协议的基金分担比例不高于";
        return name == "2022.policy" ? replaced_once(text, rule + "40%", rule + "30%") : text;
    });
    const auto before = decide(dalian, dalian + "/cases");
    const auto after = decide(folder.path(), dalian + "/cases");
    const auto changed = changed_keys(before.at("贷款备案.csv"), after.at("贷款备案.csv"));
    const auto loans = lines_by_key(read_text(dalian + "/cases/贷款.csv"));
    const auto agreements = lines_by_key(read_text(dalian + "/cases/合作协议.csv"));
    const auto lines = lines_by_key(after.at("贷款备案.csv"));
    REQUIRE(!changed.empty());
    REQUIRE(changed.size() < lines.size());
    std::set<std::string> reached; // enterprises and banks of which a loan now fails
    for (const auto& [key, line] : lines) {
        if (!loans.contains(key) || line.find("不适用") != std::string::npos) {
            continue;
        }
        INFO(line);
        const auto loan = cells(loans.at(key));
        const std::string share = cells(agreements.at(loan[agreement_column]))[share_column];
        const bool above = loan[mode_column] == "知银贷" && std::stoi(share) > 30;
        CHECK((line.find("第七条 ") != std::string::npos) == above);
        if (above) {
            reached.insert({loan[enterprise_column], loan[bank_column]});
        }
    }
    // Any other change is the yearly total of an enterprise or the overdue rate of a bank whose earlier loan is no longer supported.
    for (std::size_t before_round = 0; before_round != reached.size();) {
        before_round = reached.size();
        for (const std::string& key : changed) {
            const auto loan = cells(loans.at(key));
            if (reached.contains(loan[enterprise_column]) || reached.contains(loan[bank_column])) {
                reached.insert({loan[enterprise_column], loan[bank_column]});
            }
        }
    }
    for (const std::string& key : changed) {
        INFO(lines.at(key));
        CHECK(reached.contains(cells(loans.at(key))[enterprise_column]));
    }
}
