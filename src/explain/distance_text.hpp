// Distances in words: money in yuan and fen, ratios in percentage points, days.
#pragma once

#include "turning_point.hpp"

#include "tiaoli/explain/wording.hpp"

#include <string>

namespace tiaoli::explain {

/// "100.00元", "0.5个百分点", "3天".
std::string gap_text(const Scene& scene, model::TypeKind kind, const value::Number& gap);

/// "距上限 3,000,000.00元 还差 100.00元"; `threshold` is a text.
std::string amount_distance(const Scene& scene, model::CompareOperator op, const TurningPoint& point,
                            const std::string& threshold, const std::string& gap);
/// "比最后一日 2026-01-15 早 3天".
std::string day_distance(const Scene& scene, model::CompareOperator op, const TurningPoint& point,
                         const std::string& threshold, const std::string& gap);
/// "逾期贷款总额再增加 100.00元 就达到 10%": of the numerator of a ratio.
std::string numerator_distance(const Scene& scene, model::CompareOperator op, const TurningPoint& point,
                               const std::string& threshold, const std::string& gap,
                               const std::string& numerator);

} // namespace tiaoli::explain
