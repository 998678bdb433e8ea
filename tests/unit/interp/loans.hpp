// The policy that most tests share: loans of firms, a yearly-cap-like total over earlier loans that passed.
#pragma once

#include "small_policy.hpp"

namespace tiaoli::interp::testing {

using model::Absence;
using model::CompareOperator;
using model::Total;
using model::TypeKind;

/// 贷款 of 企业, matter 备案 with the output 支持额 ＝ 金额, at most 10 less what the firm's earlier passed loans have.
struct Loans : SmallPolicy {
    Loans() {
        firm = undated("企业");
        loan = dated("贷款", 2);
        borrower = reference(loan, "企业", firm);
        amount = stored(loan, "金额", TypeKind::Money, Absence::Optional);
        filing = matter("备案", loan);
        support = output(filing, "支持额");
        model::RecordSet earlier = of_same_firm();
        earlier.filters.push_back(passed(filing));
        used = total(Total::Sum, earlier, element(support));
        model::DefinitionPart part{{}, {{model::ClauseKind::Plain, {}, own(amount), {}}}, {}, {}};
        part.adjustments.push_back(
            adjust(model::AdjustmentKind::AtMost, binary(number(10), model::BinaryOperator::Subtract, used)));
        part.adjustments.push_back(adjust(model::AdjustmentKind::AtLeast, number(0)));
        define(support, part);
        row(firm, "甲", {});
        row(firm, "乙", {});
    }

    model::RecordSet of_same_firm() { return {loan, {{borrower, own(borrower), {}}}, {}}; }
    void lend(const std::string& key, const std::string& day, const std::string& yuan,
              const std::string& to = "甲") {
        dated_row(loan, key, day, {{borrower, to}, {amount, yuan}});
    }

    model::RecordId firm;
    model::RecordId loan;
    model::FieldId borrower;
    model::FieldId amount;
    model::MatterId filing;
    model::FieldId support;
    model::ExprId used; ///< what the firm's earlier loans have
};

} // namespace tiaoli::interp::testing
