// A settled result of the case files beside what the policy itself says.
#include "tiaoli/explain/grounds.hpp"

#include <fmt/format.h>

namespace tiaoli::explain {

namespace {

/// "贷款备案.csv:2，决定日 2025-01-02".
std::string source_text(const Scene& scene, const data::SettledResult& stated) {
    std::string out;
    const auto* cell = std::get_if<source::CellPlace>(&stated.place);
    if (cell != nullptr && !cell->file.empty()) {
        const std::size_t slash = cell->file.find_last_of('/');
        const std::string name = slash == std::string::npos ? cell->file : cell->file.substr(slash + 1);
        out = fmt::format("{}:{}", name, cell->row);
    }
    if (stated.day)
        out += fmt::format("{}{} {}", out.empty() ? "" : in(scene.language, "，", ", "),
                           in(scene.language, "决定日", "decided on"), stated.day->to_text());
    return out.empty() ? out : fmt::format(fmt::runtime(in(scene.language, "（{}）", " ({})")), out);
}

} // namespace

std::string entered_text(const Scene& scene, const interp::Decision& decision) {
    const data::SettledResult& stated = scene.data.settled.at(decision.entered->result);
    const std::string verdict = verdict_text(scene, stated.verdict);
    const std::string policy = verdict_text(scene, decision.policy_verdict());
    const std::string source = source_text(scene, stated);
    if (decision.entered->holds)
        return fmt::format(fmt::runtime(in(scene.language, "按录入的已定结果{}为{}，政策本身为{}",
                                           "by the settled result entered{}: {}, the policy itself: {}")),
                           source, verdict, policy);
    return fmt::format(
        fmt::runtime(in(scene.language, "录入的已定结果{}为{}，没有采用，以政策的{}为准",
                        "the settled result entered{}: {}, was not used, the policy decides: {}")),
        source, verdict, policy);
}

std::string unread_text(const Scene& scene) {
    return std::string{
        in(scene.language, "有一条已定结果被退回，可能是这一笔的，改正以前，以后的决定不知道这一笔的结论",
           "a settled result that may be of this record was turned back: until it is mended, later decisions "
           "know no result of this one")};
}

} // namespace tiaoli::explain
