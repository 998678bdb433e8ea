// What a decision rests on, as short citations: the cells of the result tables and the causes that examples name.
#pragma once

#include "tiaoli/explain/wording.hpp"

#include <string>
#include <vector>

namespace tiaoli::explain {

enum class GroundKind : std::uint8_t {
    Failed,    ///< a rule with a consequence other than 提示 does not hold
    Wanting,   ///< something was not supplied
    Undefined, ///< the policy does not say (无值, conflict) or the calendar is not published
    Hint,      ///< a 提示 rule does not hold or could not be judged
    Remark     ///< a rule lifted by an exception; or of the decision as a whole: 试算, 不适用
};

struct Ground {
    GroundKind kind;
    std::vector<model::ArticleId> articles; ///< of the decision's version; empty for a remark on the whole
    std::string text;                       ///< without the articles; no “；” inside

    /// "第十五条 单笔不超过上限".
    std::string cited(const model::Version& version) const;
};

/// 试算: decided, but with the facts up to today because the day that 事实截至 names has not come. (A decision whose 依据日 is
/// unknown has no place in time either, but nothing was computed for it.)
bool is_trial(const interp::Decision& decision);

/// In the written order of the rules; the same thing wanting in several rules is one ground with all their articles.
std::vector<Ground> grounds(const Scene& scene, const interp::Decision& decision);

/// Where the case files state a result themselves: what it says, where it stands, whether it was used, what the policy says.
std::string entered_text(const Scene& scene, const interp::Decision& decision);
/// Where a settled result that could not be read may be this record's.
std::string unread_text(const Scene& scene);

/// "第十五条 「每年」暂按自然年": the readings not settled that the decision rests on, in written order.
std::vector<std::string> unsettled_readings(const Scene& scene, const interp::Decision& decision);

} // namespace tiaoli::explain
