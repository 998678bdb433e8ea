// Names the records that are 退回补正 and could change a decision once their papers are complete.
#include "tiaoli/explain/wording.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tiaoli::explain {

namespace {

constexpr std::size_t named = 3;

} // namespace

std::string could_change_text(const Scene& scene, const interp::Decision& decision) {
    const std::vector<model::RowRef>& rows = decision.could_change;
    std::string names;
    for (std::size_t at = 0; at < std::min(rows.size(), named); ++at) {
        const bool same_type = at > 0 && rows[at].record == rows[at - 1].record;
        names += at == 0 ? "" : in(scene.language, "、", ", ");
        names += same_type ? scene.data.table(rows[at].record).key(rows[at].row) : row_text(scene, rows[at]);
    }
    if (rows.size() > interp::Decision::could_change_counted)
        names +=
            fmt::format(fmt::runtime(in(scene.language, " 等{}笔以上", " and others, more than {} in all")),
                        interp::Decision::could_change_counted);
    else if (rows.size() > named)
        names +=
            fmt::format(fmt::runtime(in(scene.language, " 等{}笔", " and others, {} in all")), rows.size());
    return fmt::format(fmt::runtime(in(scene.language, "{} 退回补正，补正后可能改变本结论",
                                       "returned for papers, and may change this result once complete: {}")),
                       names);
}

} // namespace tiaoli::explain
