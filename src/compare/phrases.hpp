// What is said about a comparison, in an officer's words; every report is made of these.
#pragma once

#include "tiaoli/compare/report.hpp"

#include <string>
#include <string_view>

namespace tiaoli::compare {

class Phrases {
  public:
    explicit Phrases(const Report& report) : report_(report) {}

    std::string_view in(std::string_view chinese, std::string_view english) const {
        return report_.language == diag::Language::Chinese ? chinese : english;
    }
    const model::Version& before() const { return report_.before.policy.versions[model::VersionId{0}]; }
    const model::Version& after() const { return report_.after.policy.versions[model::VersionId{0}]; }

    /// 第十五条; of an article that is gone the old number.
    std::string article(const ArticlePair& pair) const;
    /// 第二十一条→第二十二条 where the number changed.
    std::string article_way(const ArticlePair& pair) const;
    /// What has become of the article: 新增一条, 条号改变（第二十一条→第二十二条）, 只改文字, 比例提高 …, each once.
    std::vector<std::string> article_names(std::size_t pair) const;
    /// 比例提高, 新的一档, 定义改变 …
    std::string change_name(const Change& change) const;
    std::string unit_kind(UnitKind kind) const;
    /// 规则“各方分担比例合计100%”（贷款备案）
    std::string unit(const Change& change) const;
    /// 20%→30%
    std::string figures(const std::vector<ChangedFigure>& figures) const;
    std::string amendment(const Amendment& amendment) const;
    /// 第九条、第十五条
    std::string amendments(const AmendmentSet& set) const;
    /// 第九条 / 第九条和第十五条一起
    std::string cause(const Cause& cause) const;
    std::string verdict(const std::optional<Outcome>& outcome) const;
    /// DK0035, or B01 2025年第3季度
    std::string case_name(const CaseId& id) const;
    /// What is otherwise: 结论 不通过→通过；支持额 无→500,000.00元
    struct Difference {
        std::string name; ///< empty: the verdict
        std::string before;
        std::string after;
    };
    std::vector<Difference> differences(const Flip& flip) const;
    std::string money(const value::Number& yuan) const;
    /// With its sign: +500,000.00元
    std::string signed_money(const value::Number& yuan) const;

  private:
    const Report& report_;
};

} // namespace tiaoli::compare
