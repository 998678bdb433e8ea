// Reads policy text for the tests of the parser: text in, outline and messages out.
#pragma once

#include "tiaoli/parse/parse.hpp"

#include <memory>
#include <string>

namespace tiaoli::parse::test {

struct Reading {
    std::unique_ptr<source::Sources> sources = std::make_unique<source::Sources>();
    std::unique_ptr<syntax::Tree> tree;
    diag::Diagnostics messages;

    std::string outline() const { return syntax::outline(*tree, tree->root()); }
    std::string said(diag::Language language = diag::Language::Chinese) const {
        return diag::render_text(messages, *sources, language);
    }
    /// Codes and lines, such as "P101@3 P109@5".
    std::string codes() const {
        std::string all;
        for (const diag::Diagnostic& message : messages.all()) {
            const auto span = std::get<source::Span>(message.place);
            all += (all.empty() ? "" : " ") + std::string(diag::code(message.message)) + "@" +
                   std::to_string(sources->line_column(span.source, span.begin).line);
        }
        return all;
    }
};

inline Reading read(const std::string& text) {
    Reading reading;
    const source::SourceId id = reading.sources->add("试.policy", text);
    reading.tree = std::make_unique<syntax::Tree>(parse_structure(*reading.sources, id, reading.messages));
    Names names;
    collect_names(*reading.tree, names);
    parse_bodies(*reading.tree, *reading.sources, names, reading.messages);
    reading.messages.sort();
    return reading;
}

/// Records and names that the tests' rules speak of.
inline const std::string loans = R"(记录 贷款（合同号），发生于放款日
合同号：文本
放款日：日期
到期日：日期
展期至：日期，可无
模式：知银贷、知担贷、知保贷
本金：金额
企业：企业
记录 企业（代码）
代码：文本
独立法人：是否
规模：微型、小型、中型
事项 备案：审核贷款，依据日为放款日。
【备案】
)";

/// The outline of the only statement that follows `loans`.
inline std::string body(const std::string& statement) {
    const Reading reading = read(loans + statement);
    const auto items = reading.tree->children(reading.tree->root());
    return reading.said() + syntax::outline(*reading.tree, items.back());
}

} // namespace tiaoli::parse::test
