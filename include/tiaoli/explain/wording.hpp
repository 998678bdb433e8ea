// Values, records and reasons in the words of an officer; every text that a person reads about a decision is made of these.
#pragma once

#include "tiaoli/interp/decision.hpp"
#include "tiaoli/project/project.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tiaoli::explain {

/// What a wording speaks of, and its language. Owned by the caller, who must keep all of it alive.
struct Scene {
    const project::Project& project;
    const data::CaseData& data;
    diag::Language language = diag::Language::Chinese;

    const model::Schema& schema() const { return project.policy.schema; }
    const model::Version& version(model::VersionId id) const { return project.policy.versions[id]; }
};

/// The form in `language`.
inline std::string_view in(diag::Language language, std::string_view chinese, std::string_view english) {
    return language == diag::Language::Chinese ? chinese : english;
}

/// For reading: "1,000,000.00元", "40%", "2025-03-10", "是", an enumeration's value, the key of a record.
std::string scalar_text(const Scene& scene, const model::Type& type, const model::Scalar& scalar);
/// As `scalar_text`; what is not known is said in a word (缺, 无, 尚未发生, 无值), without its reasons.
std::string value_text(const Scene& scene, const model::Type& type, const interp::Value& value);
/// For result files: "1000000.00", else as `scalar_text`; empty where there is no value.
std::string plain_text(const Scene& scene, const model::Type& type, const interp::Value& value);

/// "贷款 L1"; empty for a reference to nothing. A row that was turned back and whose key could not be read: "贷款（第5行）".
std::string row_text(const Scene& scene, const model::RowRef& row);
/// The verdict's name; in English followed by the policy's own word: "passed (通过)".
std::string verdict_text(const Scene& scene, model::Verdict verdict);
/// The consequence that a failed rule has: 不通过, 退回补正, 暂缓, 转人工, 提示.
std::string consequence_text(const Scene& scene, model::Consequence consequence);
/// One sentence without its full stop: "贷款 L1 缺“知识产权部分”". `version` names the articles of a conflict.
std::string reason_text(const Scene& scene, model::VersionId version, const interp::Reason& reason);
std::string reasons_text(const Scene& scene, model::VersionId version,
                         const std::vector<interp::Reason>& reasons);

/// "贷款 DK0007 退回补正，补正后可能改变本结论"; the first three by name. Only when there is such a record.
std::string could_change_text(const Scene& scene, const interp::Decision& decision);

/// The words of the policy file in one line: line breaks, comments and the blanks around them become nothing (between
/// Chinese characters) or one space.
std::string quoted(const Scene& scene, const source::Span& span);

/// "不受第十五条限制": of a rule that an exception lifts.
std::string lifted_text(const Scene& scene, const model::Version& version, const model::Rule& rule);

/// "第十五条"; empty for a rule outside any article.
std::string article_label(const model::Version& version, model::ArticleId article);

} // namespace tiaoli::explain
