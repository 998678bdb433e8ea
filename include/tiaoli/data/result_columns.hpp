// The columns of a result table that tell how a result came about: written by a run, passed over where results are read back.
#pragma once

#include <array>
#include <string_view>

namespace tiaoli::data {

inline constexpr std::array<std::string_view, 5> remark_columns{"未通过", "需补正", "提示", "待释",
                                                                "依据版本"};

} // namespace tiaoli::data
