// 期限: something must have happened by a day, or within a period.
#pragma once

#include "tiaoli/model/consequence.hpp"
#include "tiaoli/model/expression.hpp"

#include <string>

namespace tiaoli::model {

using DeadlineId = base::Id<struct DeadlineTag>; ///< within one version

/// What a deadline does whose last day is a day off (Civil Code, article 203).
enum class LastDay : std::uint8_t { Stays, RollsForward };

struct Breach {
    Consequence consequence = Consequence::Hint;
    std::string explanation = {}; ///< the “说明”
};

/// One statement 期限. Its outcome and its last day are outputs of its matter.
struct Deadline {
    ArticleId article;
    MatterId matter;
    std::string name;
    FieldId outcome; ///< 文本: 已履行, 未到期, 早报, 迟报3日, 逾期未履行
    FieldId due;     ///< 日期
    /// One of: 自 start 起 length 内; 自 start 起至 until; 在 period 内.
    ExprId start = {};
    ExprId length = {};
    ExprId until = {};
    ExprId period = {};
    LastDay last_day = LastDay::Stays;
    ExprId fulfilment; ///< the earliest of a set of records that have a day
    Breach late;
    Breach missed;
    source::Span span = {};
};

} // namespace tiaoli::model
