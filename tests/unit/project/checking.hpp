// Checks policy text for the tests of the checker: text in, codes of messages out.
#pragma once

#include "tiaoli/check/check.hpp"
#include "tiaoli/parse/parse.hpp"

#include <set>
#include <string>
#include <vector>

namespace tiaoli::check::test {

struct Checked {
    source::Sources sources;
    diag::Diagnostics messages;
    model::Policy policy;

    /// Without those on text and rules, and on what is not used (C80x, C81x): these little policies have hardly any text. The tests of
    /// those messages look at `said`.
    std::set<std::string> codes() const {
        std::set<std::string> found;
        for (const diag::Diagnostic& message : messages.all()) {
            const std::string code(diag::code(message.message));
            if (!code.starts_with("C80") && !code.starts_with("C81")) {
                found.insert(code);
            }
        }
        return found;
    }
    bool has(const std::string& code) const { return codes().contains(code); }
    std::string said() const { return diag::render_text(messages, sources, diag::Language::Chinese); }
};

/// Checks versions given as text, each a file of its own.
inline void check_texts(const std::vector<std::string>& texts, Checked& checked) {
    std::vector<std::vector<syntax::Tree>> trees;
    for (std::size_t version = 0; version < texts.size(); ++version) {
        const auto id = checked.sources.add("试" + std::to_string(version + 1) + ".policy", texts[version]);
        trees.emplace_back();
        trees.back().push_back(parse::parse_structure(checked.sources, id, checked.messages));
        parse::Names names;
        parse::collect_names(trees.back().front(), names);
        parse::parse_bodies(trees.back().front(), checked.sources, names, checked.messages);
    }
    std::vector<VersionFiles> files;
    for (const auto& version : trees) {
        files.push_back({{&version.front()}});
    }
    checked.policy = check(checked.sources, files, {}, checked.messages);
    checked.messages.sort();
}

inline const std::string head = "政策 “试行办法”\n版本 “一”\n施行 2025年1月1日\n";

inline const std::string schema = R"(枚举 档次：甲档、乙档
记录 企业（代码）
代码：文本
规模：微型、小型、中型
独立法人：是否
注册日：日期，可缺
成立期间：期间，可缺
档：档次
记录 贷款（合同号），发生于放款日
合同号：文本
企业：企业
放款日：日期
到期日：日期
结清日：日期，可未发生
本金：金额
利息：金额
率：比例
人数：整数
模式：知银贷、知担贷
记录 还款（编号），发生于还款日
编号：文本
贷款：贷款
企业：企业
还款日：日期
金额：金额
同日次序 还款、贷款
事项 备案：审核贷款，依据日为放款日。
事项 年检：审核企业，依据日为2025年1月1日，事实截至今日。
第一条
> 略。
【备案】
)";

/// The codes that `statements` cause under article 1 in 【备案】.
inline std::set<std::string> codes_of(const std::string& statements) {
    Checked checked;
    check_texts({head + schema + statements}, checked);
    return checked.codes();
}

/// Whether messages as they are shown hold this code.
inline bool says(const std::string& said, const std::string& code) {
    return said.find(" " + code + ":") != std::string::npos;
}

/// A statement and the code it must cause.
struct Mistake {
    std::string code;
    std::string text;
};

} // namespace tiaoli::check::test
