// What only a whole column shows: values that cannot all be meant in one unit, codes that fail their own check.
#pragma once

#include "draft.hpp"

namespace tiaoli::data {

/// Bare numbers in one ratio column, some above one and some below: percent and fractions are mixed. Those up to one are turned back.
void check_ratio_column(const model::Schema& schema, Draft& draft, std::size_t field);
/// Amounts more than ten thousand times apart: one of them may be in another unit.
void check_money_column(const model::Schema& schema, Draft& draft, std::size_t field);
/// Social credit codes (GB 32100-2015) whose check character is not theirs.
void check_credit_codes(const model::Schema& schema, Draft& draft, std::size_t field);

/// All of them, for every column of the draft.
inline void check_columns(const model::Schema& schema, Draft& draft) {
    for (std::size_t field = 0; field < draft.fields.size(); ++field) {
        if (draft.columns[field].number == 0)
            continue;
        check_ratio_column(schema, draft, field);
        check_money_column(schema, draft, field);
        check_credit_codes(schema, draft, field);
    }
}

} // namespace tiaoli::data
